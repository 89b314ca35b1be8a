"""What was written wrongly: facts that are corrected, rows that are withdrawn."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from motcua.foundation.names import tidy
from motcua.people.actions.moves import must_keep, past
from motcua.people.by_hand.errors import NothingChanged, RowMissing, RowStays
from motcua.people.by_hand.hand import Hand, done, write
from motcua.people.correcting import corrected
from motcua.people.errors import FactImpossible
from motcua.people.ethnic import groups
from motcua.people.history import Value, in_force
from motcua.people.models import Kind, Move, Resident, Sex
from motcua.people.said import Said

# What two rows of one source say of two people: one is not withdrawn without the other.
_OF_TWO = frozenset({Kind.MARRIED, Kind.PARTED, Kind.HEADED})
_VOID = frozenset({Kind.ANNULLED, Kind.WITHDRAWN})


def correct(*, resident: Resident, facts: Mapping[str, str], hand: Hand) -> list[Move]:
    """Facts that were written wrongly from the first; what is as known already is left alone.

    Refuses FactImpossible with the field, and NothingChanged.
    """
    must_keep(hand.by, resident.commune_id)
    if done(hand):
        return done(hand)
    right: dict[str, Value] = {
        name: said for name, said in _tidied(facts).items() if said != getattr(resident, name)
    }
    if not right:
        raise NothingChanged
    _refuse_impossible(right, hand.at)
    moves = list(Move.objects.filter(resident=resident).order_by("pk"))
    return write(corrected(resident, moves, right), hand)


def withdraw(*, resident: Resident, move: Move | None, hand: Hand) -> list[Move]:
    """A row that never held stands no longer; of a correction, what was believed before holds.

    Refuses RowMissing, RowStays for the row that first wrote the person down, and MoveReplaced.
    """
    must_keep(hand.by, resident.commune_id)
    if done(hand):
        return done(hand)
    if move is None or move.resident_id != resident.pk:
        raise RowMissing(field="move")
    if not may_withdraw(move, list(Move.objects.filter(resident=resident).order_by("pk"))):
        raise RowStays(field="move")
    return write([_instead(one) for one in _together(move)], hand)


def may_withdraw(move: Move, moves: list[Move]) -> bool:
    """Whether a row in force may go: not what is void already, nor the first of a person."""
    kept = in_force(moves)
    first = kept[0].pk if kept else 0
    stays = move.pk == first and move.replaces_id is None
    return any(one.pk == move.pk for one in kept) and move.kind not in _VOID and not stays


def _together(move: Move) -> Iterator[Move]:
    """The row, and that of the other whom the same source told of, where it stands still."""
    yield move
    if move.kind in _OF_TWO:
        others = Move.objects.filter(source=move.source, kind=move.kind).exclude(pk=move.pk)
        replaced = Move.objects.filter(replaces__in=others).values("replaces")
        yield from others.exclude(pk__in=replaced).select_related("resident").order_by("pk")


def _instead(move: Move) -> Said:
    before = move.replaces
    if before is None:
        return Said(move.resident, Kind.WITHDRAWN, move.on, replaces=move)
    return Said(move.resident, Kind(before.kind), before.on, before.changes, replaces=move)


def _tidied(facts: Mapping[str, str]) -> dict[str, str]:
    number = facts.get("identity_number")
    tidied = {name: tidy(said) for name, said in facts.items()}
    return tidied if number is None else {**tidied, "identity_number": number.replace(" ", "")}


def _refuse_impossible(facts: Mapping[str, Value], at: datetime) -> None:
    if facts.get("full_name") == "":
        raise FactImpossible(field="full_name")
    if "sex" in facts and facts["sex"] not in Sex.values:
        raise FactImpossible(field="sex")
    if "ethnic" in facts and facts["ethnic"] not in groups():
        raise FactImpossible(field="ethnic")
    if "birth" in facts:
        past(str(facts["birth"]), "birth", at)
