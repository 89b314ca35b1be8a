"""For a certificate of marital status: what the statement has to say, and from which records."""

from collections.abc import Iterator, Mapping

from motcua.dossiers.evidence.found import Evidence, Look, Proposal, Said, Weight
from motcua.dossiers.evidence.statuses import Known, known_status
from motcua.foundation.clock import months_after
from motcua.foundation.names import folded
from motcua.procedures.family import family_law

# What the answers to the form mean, by what the records say.
_WORD, _SPOUSE, _RULING, _DEATH = "marital.status", "spouse.name", "marital.ruling", "marital.death"


def marital(look: Look) -> Evidence:
    """The person, the certificates that were given before, and the statement that follows."""
    (one,) = known_status(look, {"person": look.means.get(_WORD, "")})
    word, spouse = follows(one, look.means.get(_WORD, ""))
    said = [*_certificates(look, one), *_otherwise(look, word, spouse)]
    return Evidence("marital", [one.person], said, _proposal(look, one, word, spouse))


def follows(one: Known, asked: str) -> tuple[str, str]:
    """The status and the spouse: by the books; by the register of residents where the books know of
    no marriage and the request says the same as it."""
    if one.status.word == "never" and one.partner.word and one.partner.word == asked:
        return one.partner.word, one.partner.name
    marriage = one.status.marriage
    return one.status.word, marriage.spouse.name if marriage else ""


def _proposal(look: Look, one: Known, word: str, spouse: str) -> Proposal:
    marriage = one.status.marriage
    end = marriage.end if marriage else None
    answers = {_WORD: word, _SPOUSE: spouse}
    if end and end.paper:
        answers[_RULING if word == "divorced" else _DEATH] = end.paper
    sources = [source for source in (marriage.source if marriage else "", _of(one, end)) if source]
    return Proposal(word, _new(look, answers), sources)


def _of(one: Known, end: object) -> str:
    """The record of the end; the register of residents where the books know of no marriage."""
    if end is not None:
        return str(getattr(end, "source", ""))
    if one.status.marriage is None and one.partner.word and one.person.resident is not None:
        return f"resident:{one.partner.resident or one.person.resident.pk}"
    return ""


def _new(look: Look, answers: Mapping[str, str]) -> dict[str, str]:
    """What the person did not say so: a number that they gave in other words stays theirs."""
    return {
        means: said
        for means, said in answers.items()
        if said and said != look.means.get(means, "") and not _quotes(look, means, said)
    }


def _quotes(look: Look, means: str, said: str) -> bool:
    """Whether the person quoted the same paper: some number of it stands in their answer."""
    answer = look.means.get(means, "")
    numbers = [word.strip(",.;") for word in said.split() if "/" in word and word[0].isdigit()]
    return means in (_RULING, _DEATH) and any(number in answer for number in numbers[:1])


def _otherwise(look: Look, word: str, spouse: str) -> Iterator[Said]:
    """Where the request says something else than the records."""
    asked, named = look.means.get(_WORD, ""), look.means.get(_SPOUSE, "")
    if asked and asked != word:
        facts = {"asked": asked, "found": word}
        yield Said("request_otherwise", facts, weight=Weight.CONTRADICTS)
    elif named and spouse and folded(named) != folded(spouse):
        facts = {"asked": named, "found": spouse}
        yield Said("request_other_spouse", facts, weight=Weight.CONTRADICTS)


def _certificates(look: Look, one: Known) -> Iterator[Said]:
    """Those that were given before; one to marry with that is good still and was not used."""
    months = family_law().certificate_months.amount
    for told in one.told:
        if told.entry.kind != "marital" or told.who != "person":
            continue
        day = told.entry.registered_on
        wed_since = any(marriage.on > day.isoformat() for marriage in one.marriages)
        good = months_after(day, months) >= look.day and bool(told.reads.get("marriage.place"))
        facts = {
            "number": told.entry.reference,
            "day": day.isoformat(),
            "purpose": told.reads.get("purpose", ""),
            "to": told.reads.get("filer.name", ""),
            "status": told.reads.get("status", ""),
        }
        code = "certificate_unused" if good and not wed_since else "certificate"
        weight = Weight.WARNS if code == "certificate_unused" else Weight.TELLS
        yield Said(code, facts, f"entry:{told.entry.pk}", weight)
