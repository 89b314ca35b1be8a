"""Foreign keys point down the floors and are indexed: what imports cannot show."""

import tomllib
from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import connection, models

from tests.house.source import ROOT

# Tables of the framework that a room may point at.
_OUTSIDE = frozenset({"contenttypes", "auth", "sessions"})


def floors() -> dict[str, int]:
    """The height of each room, from the contract."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    (contract,) = tomllib.loads(text)["tool"]["importlinter"]["contracts"]
    rooms = [[room.strip(" ()") for room in layer.split("|")] for layer in contract["layers"]]
    return {room: height for height, layer in enumerate(reversed(rooms)) for room in layer}


def complaints(model: type[models.Model], heights: dict[str, int]) -> Iterator[str]:
    """Which keys of a model point up or sideways, or are not indexed."""
    here = model._meta.app_label
    for field in model._meta.concrete_fields:
        if not isinstance(field, models.ForeignKey):
            continue
        there = field.related_model._meta.app_label
        beneath = there == here or there in _OUTSIDE or heights[there] < heights[here]
        if not beneath:
            yield f"{model.__name__}.{field.name} points up or sideways, at {there}"
        if not _indexed(model, field):
            yield f"{model.__name__}.{field.name} is not indexed"


def _indexed(model: type[models.Model], field: models.ForeignKey[Any, Any]) -> bool:
    meta = model._meta
    constraints = [c for c in meta.constraints if isinstance(c, models.UniqueConstraint)]
    plain = [c for c in constraints if c.condition is None]
    first = [tuple(index.fields)[:1] for index in (*meta.indexes, *plain)]
    alone = field.db_index or field.unique or field.primary_key
    return alone or (field.name,) in first


def ours() -> list[type[models.Model]]:
    return [m for m in apps.get_models() if m.__module__.startswith("motcua.")]


def test_every_foreign_key_points_down_and_is_indexed() -> None:
    heights = floors()
    assert [said for model in ours() for said in complaints(model, heights)] == []


def test_no_table_is_named_by_chance() -> None:
    known = set(connection.introspection.django_table_names(include_views=False))
    for model in ours():
        assert model._meta.db_table in known
        assert model._meta.db_table.startswith(model._meta.app_label.rstrip("s")[:4])


def test_keys_that_point_up_or_sideways_or_lack_an_index_bark() -> None:
    class Bad(models.Model):
        up = models.ForeignKey("people.Account", models.PROTECT)
        bare = models.ForeignKey("places.Commune", models.PROTECT, db_index=False)

        class Meta:
            app_label = "places"
            managed = False

    try:
        assert list(complaints(Bad, floors())) == [
            "Bad.up points up or sideways, at people",
            "Bad.bare is not indexed",
        ]
        Bad._meta.app_label = "payments"
        assert list(complaints(Bad, floors())) == ["Bad.bare is not indexed"]
    finally:
        del apps.all_models["places"]["bad"]
        apps.clear_cache()
