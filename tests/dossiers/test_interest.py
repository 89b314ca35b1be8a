"""Nobody checks or signs a matter of their own; the sentence says the way out."""

import pytest

from motcua.dossiers import actions, errors, queries
from motcua.dossiers.interest import own_matter
from motcua.dossiers.models import Dossier, Party
from motcua.dossiers.states import Part, Step, Verb
from motcua.foundation.actor import Actor
from motcua.people.models import Account
from motcua.procedures.pack import Procedure
from tests import cast
from tests.dossiers import story
from tests.unchanged import refused

pytestmark = pytest.mark.django_db


def officer_of(**facts: object) -> Actor:
    """Hoàng Văn Xét, bound to a resident or with a telephone."""
    account = cast.officer()
    Account.objects.filter(pk=account.pk).update(**facts)
    return cast.acting(Account.objects.get(pk=account.pk))


def with_verbs(dossier: Dossier, by: Actor) -> set[Verb]:
    return {rule.verb for rule in queries.buttons(dossier, by=by)}


def own_filing(law: Procedure) -> Dossier:
    """Xét hands in for himself, online; the second officer takes it up and passes it to him."""
    by = cast.acting(cast.officer())
    dossier = actions.submit(story.intake(law), by=by, at=cast.AT, verified=True)
    dossier = actions.accept(story.press(dossier, cast.acting(cast.receptionist())))
    return actions.begin(story.press(dossier, cast.acting(cast.second_officer())))


def test_an_officer_does_not_check_what_they_handed_in() -> None:
    dossier, entry = own_filing(story.law()), story.birth_entry()
    by = cast.acting(cast.officer())
    with refused(errors.OwnMatter) as caught:
        actions.check(story.press(dossier, by), entry=entry.pk)
    assert caught.value.code == "dossier.own_matter"
    assert Verb.CHECK not in with_verbs(dossier, by)
    assert Verb.PASS_ON in with_verbs(dossier, by)
    colleague = cast.acting(cast.second_officer())
    assert Verb.CHECK in with_verbs(dossier, colleague)
    checked = actions.check(story.press(dossier, colleague), entry=entry.pk)
    assert checked.at_step == Step.SIGN


def test_an_officer_does_not_check_what_is_about_them() -> None:
    dossier, entry = story.in_progress(story.law()), story.birth_entry()
    for facts in ({"resident": cast.thu()}, {"resident": None, "phone": "+84990000077"}):
        by = officer_of(**facts)
        assert own_matter(dossier, by=by) is (facts["resident"] is not None)
    by = officer_of(resident=cast.thu())
    with refused(errors.OwnMatter):
        actions.check(story.press(dossier, by), entry=entry.pk)


def test_who_a_number_belongs_to_decides_before_a_name_does() -> None:
    dossier, by = story.in_progress(story.law()), officer_of(resident=cast.thu())
    parties = Party.objects.filter(dossier=dossier)
    Dossier.objects.filter(pk=dossier.pk).update(owner="")
    dossier.refresh_from_db()
    parties.update(identity_number="000191000999")
    assert not own_matter(dossier, by=by)
    parties.filter(part=Part.SUBJECT).update(identity_number="000191000001", name_folded="x")
    assert own_matter(dossier, by=by)
    parties.update(identity_number="", birth="1991", name_folded="vang thi thu")
    assert not own_matter(dossier, by=by)
    parties.update(birth="1991-05-12")
    assert own_matter(dossier, by=by)


def test_a_telephone_or_a_second_account_of_the_same_person_hides_nobody() -> None:
    dossier = story.in_progress(story.law())
    parties = Party.objects.filter(dossier=dossier)
    parties.update(identity_number="", birth="", name_folded="x")
    assert own_matter(dossier, by=officer_of(resident=cast.thu()))
    Dossier.objects.filter(pk=dossier.pk).update(owner="phone:+84990000077")
    dossier.refresh_from_db()
    assert own_matter(dossier, by=officer_of(resident=None, phone="+84990000077"))
    assert not own_matter(dossier, by=officer_of(resident=None, phone="+84990000078"))


def test_to_type_for_another_at_the_counter_is_no_interest() -> None:
    by = cast.acting(cast.officer())
    given = story.intake(story.law(), right="counter")
    dossier = actions.submit(given, by=by, at=cast.AT, verified=True)
    assert dossier.parties.filter(part=Part.HELPER, actor=by.id).exists()
    assert not own_matter(dossier, by=by)


def test_a_chair_does_not_sign_their_own_paper_and_the_vice_chair_does() -> None:
    dossier = story.checked(story.law())
    chair = cast.chair()
    Account.objects.filter(pk=chair.pk).update(resident=cast.thu())
    by = cast.acting(Account.objects.get(pk=chair.pk))
    with refused(errors.OwnSignature) as caught:
        actions.sign(story.press(dossier, by))
    assert caught.value.code == "dossier.own_signature"
    assert Verb.SIGN not in with_verbs(dossier, by)
    signed = actions.sign(story.press(dossier, cast.acting(cast.vice_chair())))
    assert signed.at_step == Step.PRESS


def test_where_there_is_one_officer_the_chair_passes_it_to_whoever_is_given_the_role() -> None:
    dossier, by = own_filing(story.law()), cast.acting(cast.officer())
    assert "hãy báo Chủ tịch" in str(errors.OwnMatter.sentence)
    colleague = cast.second_officer()
    press = story.press(dossier, cast.acting(cast.chair()))
    passed = actions.pass_on(press, colleague=colleague.pk)
    assert passed.officer_id == colleague.pk
    assert own_matter(passed, by=by)
