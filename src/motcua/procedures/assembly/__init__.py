"""From the checked content of a pack (plain JSON) to the frozen facts of `pack`."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from motcua.foundation.clock import HANOI
from motcua.foundation.money import Dong
from motcua.procedures.assembly.form import form_of, paper_of
from motcua.procedures.assembly.tariff import fees_of, timely_of
from motcua.procedures.assembly.wording import basis_of, condition_of, said, source_of, sources_of
from motcua.procedures.conditions import read
from motcua.procedures.pack import (
    Deadline,
    Example,
    Extension,
    Instead,
    News,
    Notes,
    Paperwork,
    Procedure,
    Result,
    Step,
    Timed,
    Title,
    Writes,
)

Raw = Mapping[str, Any]


def assembled(content: Raw, *, version: int, version_id: int, digest: str) -> Procedure:
    """A Procedure; `content` has passed the loader, so nothing is doubted here."""
    return Procedure(
        code=content["code"],
        version=version,
        version_id=version_id,
        digest=digest,
        field=content["field"],
        valid_from=date.fromisoformat(content["valid_from"]),
        valid_to=_day(content.get("valid_to")),
        words={language: Title(**words) for language, words in content["words"].items()},
        legal_basis=tuple(basis_of(raw) for raw in content["legal_basis"]),
        online=content["online"],
        form=form_of(content["form"]),
        papers=tuple(paper_of(raw) for raw in content.get("papers", ())),
        fees=fees_of(content.get("fees", {})),
        deadline=deadline_of(content["deadline"]),
        route=tuple(Step(s["step"], s["role"], said(s)) for s in content["route"]),
        result=_result(content["result"]),
        timely=timely_of(content.get("timely")),
        examples=tuple(_example(raw) for raw in content.get("examples", ())),
        news=tuple(_news(raw) for raw in content.get("news", ())),
        instead=tuple(_instead(raw) for raw in content.get("instead", ())),
        marks=content.get("marks", {}),
        often=content.get("often", False),
    )


def _news(raw: Raw) -> News:
    return News(raw["name"], said(raw), basis_of(raw["basis"]))


def _instead(raw: Raw) -> Instead:
    return Instead(raw["name"], said(raw), raw["procedure"])


def deadline_of(raw: Raw) -> Deadline:
    longer = raw.get("extended")
    return Deadline(
        unit=raw["unit"],
        amount=raw.get("amount", 0),
        basis=basis_of(raw["basis"]),
        cutoff=time.fromisoformat(raw["cutoff"]) if "cutoff" in raw else None,
        extended=_extension(longer) if longer else None,
        on_supplement=raw.get("on_supplement", "restart"),
        on_fee=raw.get("on_fee", "extend"),
        cases=tuple((read(case["when"]), deadline_of(case)) for case in raw.get("cases", ())),
    )


def _extension(raw: Raw) -> Extension:
    reason = {language: words["label"] for language, words in raw["words"].items()}
    return Extension(raw["unit"], raw["total"], reason, basis_of(raw["basis"]))


def _result(raw: Raw) -> Result:
    writes = raw.get("writes", [])
    # Versions that were loaded when a decision wrote one entry at most hold it alone.
    rows = [writes] if isinstance(writes, dict) else writes
    return Result(
        papers=tuple(_paperwork(paper) for paper in raw["papers"]),
        writes=tuple(
            Writes(row["book"], sources_of(row["content"]), condition_of(row)) for row in rows
        ),
        picks=raw.get("picks"),
        notes=_notes(raw["notes"]) if "notes" in raw else None,
    )


def _notes(raw: Raw) -> Notes:
    cases = ((condition_of(case), sources_of(case["terms"])) for case in raw.get("changes", ()))
    return Notes(
        text=source_of(raw["text"]),
        changes=tuple(cases),
        # Versions that were loaded before notes had these are all of corrections.
        kind=source_of(raw.get("kind", "answer:kind")),
        reason=source_of(raw.get("reason", "answer:reason")),
        evidence=source_of(raw["evidence"]) if "evidence" in raw else None,
        book=raw.get("book"),
        whose=tuple(raw.get("whose", ())),
    )


def _paperwork(raw: Raw) -> Paperwork:
    return Paperwork(
        template=raw["template"],
        number=raw["number"],
        words=said(raw),
        prints=sources_of(raw["prints"]),
        when=condition_of(raw),
        copies=raw.get("copies"),
        originals=raw.get("originals", 1),
        valid_months=raw.get("valid_months"),
        encloses=raw.get("encloses"),
    )


def _example(raw: Raw) -> Example:
    expect = raw.get("expect", {})
    return Example(
        name=raw["name"],
        on=date.fromisoformat(raw["on"]),
        answers=raw["answers"],
        channel=raw.get("channel", "counter"),
        province=raw.get("province", ""),
        grounds=frozenset(raw.get("grounds", ())),
        unknown=frozenset(raw.get("unknown", ())),
        at_decision=raw.get("at_decision", False),
        times=tuple(_timed(row) for row in raw.get("times", ())),
        blocking=tuple(expect.get("blocking", ())),
        advice=_some(expect, "advice"),
        fee=Dong(expect["fee"]) if "fee" in expect else None,
        hidden=frozenset(expect.get("hidden", ())),
        papers=_some(expect, "papers"),
        results=_some(expect, "results"),
        note=expect.get("note"),
        changes=expect.get("changes"),
        content=expect.get("content", {}),
        prints=expect.get("prints", {}),
        entry=raw.get("entry", {}),
        facts=raw.get("facts", {}),
    )


def _timed(raw: Raw) -> Timed:
    longer = raw.get("longer")
    return Timed(_moment(raw["received"]), _moment(raw["due"]), _moment(longer) if longer else None)


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=HANOI)


def _some(raw: Raw, key: str) -> tuple[str, ...] | None:
    return tuple(raw[key]) if key in raw else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
