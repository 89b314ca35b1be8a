"""What stands in a form when Thử asks for one of her family, or the counter asks with her."""

from motcua.dossiers.known import Around, Fact, known
from motcua.foundation.actor import Actor
from motcua.people.kin import kin_of
from motcua.procedures.queries import in_force
from tests import cast
from tests.procedures.packs import TODAY


def asking() -> Actor:
    """Thử herself."""
    return cast.acting(cast.resident())


def filled(code: str, who: str, **more: object) -> dict[str, Fact]:
    """By field, for one of Thử's family by what they are to her; "" for somebody unknown."""
    by, procedure = asking(), in_force(code, TODAY)
    own = cast.resident()
    family = kin_of(by=by, resident_id=own.resident_id, at=cast.AT, why="own form")
    chosen = next((one for one in family if one.how == who), None)
    account = {"name": own.name, "phone": own.phone}
    people = Around(family[0].resident, chosen, account, by.id, **more)  # type: ignore[arg-type]
    return known(procedure, people, by=by, at=cast.AT)


def meant(code: str, who: str, **more: object) -> dict[str, Fact]:
    """The same by what the answers mean."""
    means = {one.name: one.means or "" for one in in_force(code, TODAY).form.fields}
    return {means[name]: fact for name, fact in filled(code, who, **more).items()}
