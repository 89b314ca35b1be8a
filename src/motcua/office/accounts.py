"""The administrator's door to the accounts: who serves the commune, and as what."""

from collections.abc import Callable, Mapping, Sequence

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from motcua.foundation.clock import day_of
from motcua.foundation.refusal import Refusal
from motcua.office.accounts_page import area_choices, listed, opened, role_choices
from motcua.office.days import day_given
from motcua.parts.doors import Visit, opens
from motcua.parts.menu import ADMINISTRATORS, staff_page
from motcua.people import actions
from motcua.people.errors import RoleOver
from motcua.people.models import Account, Membership
from motcua.people.queries import staff_member


@opens(to=ADMINISTRATORS)
def accounts(request: Visit) -> HttpResponse:
    """Everybody who serves or served, with their roles."""
    shown = listed(by=request.actor, at=request.at)
    return staff_page(request, "office/accounts.html", {"shown": shown})


@opens(to=ADMINISTRATORS)
def engage(request: Visit) -> HttpResponse:
    """Open an account for somebody new; the first password is shown on the answer alone."""
    if request.method != "POST":
        return _form(request)
    typed = {name: request.POST.get(name, "") for name in ("login", "name", "phone", "role")}
    try:
        made = actions.engage(
            **typed,
            title=request.POST.get("title", ""),
            since=day_given(request.POST.get("since", ""), field="since"),
            areas=request.POST.getlist("villages"),
            by=request.actor,
            at=request.at,
        )
    except Refusal as refusal:
        return _form(request, refusal)
    return _given(request, made.account, made.password, new=True)


@opens(to=ADMINISTRATORS)
def account(request: Visit, account_id: int) -> HttpResponse:
    """One person: what they are, what they were, and what can be done about it."""
    return _drawn(request, account_id)


@opens(to=ADMINISTRATORS)
@require_POST
def act(request: Visit, account_id: int, verb: str) -> HttpResponse:
    """Appoint, dismiss, give a volunteer other villages, or give a new password."""
    if verb not in _VERBS:
        raise Http404
    member = staff_member(by=request.actor, account_id=account_id)
    try:
        return _VERBS[verb](request, member)
    except Refusal as refusal:
        return _drawn(request, account_id, refusal, verb)


def _appoint(request: Visit, member: Account) -> HttpResponse:
    actions.appoint(
        account=member,
        commune=request.actor.commune or "",
        role=request.POST.get("role", ""),
        title=request.POST.get("title", ""),
        since=day_given(request.POST.get("since", ""), field="since"),
        areas=request.POST.getlist("villages"),
        by=request.actor,
        at=request.at,
    )
    return _done(member, "appoint")


def _held(request: Visit, member: Account) -> Membership:
    wanted = request.POST.get("membership", "")
    rows: Sequence[Membership] = member.held  # type: ignore[attr-defined]
    held = next((one for one in rows if str(one.pk) == wanted), None)
    if held is None:
        raise RoleOver
    return held


def _place(request: Visit, member: Account) -> HttpResponse:
    chosen = request.POST.getlist("villages")
    held = _held(request, member)
    actions.place(membership=held, areas=chosen, by=request.actor, at=request.at)
    return _done(member, "place")


def _dismiss(request: Visit, member: Account) -> HttpResponse:
    held = _held(request, member)
    until = day_given(request.POST.get(f"until-{held.pk}", ""), field="until")
    actions.dismiss(membership=held, until=until, by=request.actor, at=request.at)
    return _done(member, "dismiss")


def _give_password(request: Visit, member: Account) -> HttpResponse:
    given = actions.give_password(account=member, by=request.actor, at=request.at)
    return _given(request, member, given, new=False)


_VERBS: Mapping[str, Callable[[Visit, Account], HttpResponse]] = {
    "appoint": _appoint,
    "dismiss": _dismiss,
    "place": _place,
    "give_password": _give_password,
}


def _done(member: Account, verb: str) -> HttpResponseRedirect:
    return redirect(f"{reverse('office:account', args=[member.pk])}?did={verb}")


def _given(request: Visit, member: Account, password: str, *, new: bool) -> HttpResponse:
    """Not a redirect: what is shown here stands in no address, no row and no cache."""
    context = {"member": member, "password": password, "new": new}
    return staff_page(request, "office/password_given.html", context)


def _form(request: Visit, refusal: Refusal | None = None) -> HttpResponse:
    context = {
        "roles": role_choices(),
        "villages": area_choices(by=request.actor, at=request.at),
        "ticked": request.POST.getlist("villages"),
        "typed": request.POST,
        "today": f"{day_of(request.at):%d/%m/%Y}",
        "refusal": refusal,
    }
    return staff_page(request, "office/engage.html", context, refusal.status if refusal else 200)


def _drawn(
    request: Visit, account_id: int, refusal: Refusal | None = None, verb: str = ""
) -> HttpResponse:
    context = {
        "shown": opened(account_id, by=request.actor, at=request.at),
        "roles": role_choices(),
        "villages": area_choices(by=request.actor, at=request.at),
        "ticked": request.POST.getlist("villages"),
        "typed": request.POST,
        "verb": verb,
        "did": request.GET.get("did", ""),
        "today": f"{day_of(request.at):%d/%m/%Y}",
        "refusal": refusal,
    }
    return staff_page(request, "office/account.html", context, refusal.status if refusal else 200)
