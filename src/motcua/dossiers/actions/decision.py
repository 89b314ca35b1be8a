"""How a dossier is decided: begun, checked against the register, signed, issued, or refused."""

from collections.abc import Mapping

from motcua.dossiers.findings import found_by_entry, register
from motcua.dossiers.holding import account_of
from motcua.dossiers.models import Dossier
from motcua.dossiers.needs import Given
from motcua.dossiers.papers_made import number_papers
from motcua.dossiers.performing import Change, perform
from motcua.dossiers.press import Press
from motcua.dossiers.replacing import replace_earlier
from motcua.dossiers.states import Verb
from motcua.results.actions import Signing
from motcua.results.models import Document


def begin(press: Press) -> Dossier:
    """The officer takes the dossier up."""

    def mine(dossier: Dossier) -> None:
        dossier.officer_id = account_of(press.by)

    return perform(press, Verb.BEGIN, Given(), Change(after=mine))


def check(
    press: Press,
    *,
    entry: int | None = None,
    stated: Mapping[str, str] | None = None,
    reason: str = "",
) -> Dossier:
    """Checked: the officer says what the register holds, and what the paper shall print.

    `entry` is the chosen entry where the result is made from a book; `stated` what the officer
    found otherwise than the person said, or fills in (see `stated.py`), and `reason` why.
    """
    said = stated or {}

    def find(dossier: Dossier) -> None:
        dossier.finding = found_by_entry(
            dossier, entry, said, reason=reason, by=press.by, at=press.at
        )
        dossier.entry_id = entry
        dossier.officer_id = dossier.officer_id or account_of(press.by)

    facts = {"entry": entry, "stated": sorted(said)}
    return perform(press, Verb.CHECK, Given(reason=reason), Change(before=find, facts=facts))


def extend(press: Press, *, reason: str) -> Dossier:
    """Take the longer term that the law gives for this reason (kéo dài thời hạn), once."""
    facts: dict[str, str] = {}

    def promised(dossier: Dossier) -> None:
        facts["promised"] = dossier.due_at.isoformat() if dossier.due_at else ""

    return perform(press, Verb.EXTEND, Given(reason=reason), Change(before=promised, facts=facts))


def send_back(press: Press, *, reason: str) -> Dossier:
    """The chair wants it checked again."""
    return perform(press, Verb.SEND_BACK, Given(reason=reason))


def recall(press: Press) -> Dossier:
    """The officer takes it back before it is signed or paid."""
    return perform(press, Verb.RECALL, Given())


def sign(press: Press, *, role: str = "CHỦ TỊCH") -> Dossier:
    """The chair decides: the register is written, the paper gets its number.

    `role` is what stands over the signature (two lines where a vice-chair signs for the chair).
    The signed file itself is made right after the act, outside the transaction; `issue` follows.
    """
    signing = Signing(name=press.by.name, role=role)

    def decided(dossier: Dossier) -> None:
        dossier.signer_id = account_of(press.by)
        register(dossier, signing=signing, by=press.by, at=press.at)
        number_papers(dossier, signing=signing, by=press.by, at=press.at)

    return perform(press, Verb.SIGN, Given(), Change(after=decided))


def issue(press: Press) -> Dossier:
    """Every signed paper of the decision is there: the dossier is resolved (đã xử lý xong)."""
    papers = Document.objects.filter(
        about=f"dossier:{press.dossier}", kind=Document.Kind.RESULT
    ).values_list("state", flat=True)
    ready = bool(papers) and all(state == Document.State.READY for state in papers)

    def there(dossier: Dossier) -> None:
        replace_earlier(dossier, by=press.by, at=press.at)

    return perform(press, Verb.ISSUE, Given(paper=ready), Change(after=there))


def return_to_sign(press: Press, *, reason: str) -> Dossier:
    """The paper could not be made or sealed: back to the chair, with the reason."""
    return perform(press, Verb.RETURN_TO_SIGN, Given(reason=reason))


def halt(press: Press, *, reason: str) -> Dossier:
    """Stop for now (dừng xử lý), with a reason; the clock waits."""
    return perform(press, Verb.HALT, Given(reason=reason))


def resume(press: Press) -> Dossier:
    """Go on; a refusal that was wrong is taken back with it."""

    def again(dossier: Dossier) -> None:
        dossier.refused = False
        dossier.finished_at = None

    return perform(press, Verb.RESUME, Given(), Change(after=again))


def refuse(press: Press, *, reason: str) -> Dossier:
    """Refuse to settle the request, in writing, within the deadline."""

    def refused(dossier: Dossier) -> None:
        dossier.refused = True

    return perform(press, Verb.REFUSE, Given(reason=reason), Change(after=refused))


def conclude(press: Press) -> Dossier:
    """The letter of refusal is ready to be handed over with the originals."""
    return perform(press, Verb.CONCLUDE, Given())
