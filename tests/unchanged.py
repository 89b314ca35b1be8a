"""After a refusal nothing has changed: the whole database is compared, row by row."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.apps import apps
from django.db import transaction

from motcua.foundation.refusal import Refusal

# What may change when somebody is refused: tries are counted, readings are traced.
MAY_CHANGE = {"dossiers_codetry", "audit_line", "audit_head"}


def everything() -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table of ours, by table."""
    return {
        model._meta.db_table: sorted(model._default_manager.values_list(), key=repr)
        for model in apps.get_models()
        if model.__module__.startswith("motcua.") and model._meta.db_table not in MAY_CHANGE
    }


@contextmanager
def refused(refusal: type[Refusal]) -> Iterator[pytest.ExceptionInfo[Refusal]]:
    """The act inside raises this refusal, can say so in a sentence, and changes no row."""
    before = everything()
    with pytest.raises(refusal) as caught, transaction.atomic():
        yield caught
    assert str(caught.value)
    assert everything() == before
