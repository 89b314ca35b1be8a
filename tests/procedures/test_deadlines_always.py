"""Deadlines: what must hold for every calendar, term and moment."""

from datetime import date, datetime, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from motcua.foundation.clock import HANOI
from motcua.procedures.calendar import Calendar, Season, Span, split
from motcua.procedures.deadlines import (
    Policy,
    Rule,
    Unit,
    after_wait,
    apology_by,
    due,
    remaining,
    restarted,
    resumed,
)

FIRST = date(2026, 1, 1)
DAYS = st.integers(0, 60).map(lambda n: FIRST + timedelta(days=n))
MINUTES = st.integers(0, 24 * 60 - 1)


@st.composite
def spans(draw: st.DrawFn) -> tuple[Span, ...]:
    """None, one or two spans, at any minutes of a day."""
    count = draw(st.sampled_from([0, 2, 2, 4]))
    edges = sorted(draw(st.sets(st.integers(0, 24 * 60 - 1), min_size=count, max_size=count)))
    return tuple(Span(*pair) for pair in zip(edges[::2], edges[1::2], strict=True))


@st.composite
def calendars(draw: st.DrawFn) -> Calendar:
    """Any hours that open at least one day a week, in two seasons, with holidays and swaps."""
    always = draw(spans().filter(bool))
    weeks = [tuple(draw(spans()) for _ in range(6)) for _ in range(2)]
    seasons = (
        Season(FIRST, (always, *weeks[0])),
        Season(FIRST + timedelta(days=draw(st.integers(1, 40))), (always, *weeks[1])),
    )
    swaps = draw(st.dictionaries(DAYS, st.integers(0, 6), max_size=3))
    return Calendar(seasons, draw(st.frozensets(DAYS, max_size=12)), swaps)


MOMENTS = st.builds(
    lambda day, minute: datetime.combine(day, time(*divmod(minute, 60)), HANOI), DAYS, MINUTES
)
TERMS = st.one_of(
    st.builds(Rule, st.just(Unit.SAME_DAY), st.just(0), st.none() | st.just(time(15))),
    st.builds(
        Rule,
        st.sampled_from([Unit.WORKING_HOURS, Unit.WORKING_DAYS, Unit.DAYS]),
        st.integers(1, 12),
        st.none() | st.just(time(15)),
    ),
)


def _within(moment: datetime, calendar: Calendar) -> bool:
    day, minute = split(moment)
    return any(span.opens <= minute <= span.closes for span in calendar.spans(day))


def _by_the_minute(start: datetime, end: datetime, calendar: Calendar) -> int:
    """The same figure, counted one minute after another."""
    count = 0
    while start < end:
        count += calendar.is_open(start)
        start += timedelta(minutes=1)
    return count


@given(calendars(), TERMS, MOMENTS)
def test_a_result_is_due_within_open_hours_and_after_reception(
    calendar: Calendar, term: Rule, received: datetime
) -> None:
    appointment = due(term, received=received, calendar=calendar)
    assert _within(appointment, calendar)
    assert appointment > received


@given(calendars(), TERMS, MOMENTS, MOMENTS)
def test_who_comes_later_is_not_served_sooner(
    calendar: Calendar, term: Rule, one: datetime, other: datetime
) -> None:
    first, second = sorted((one, other))
    assert due(term, received=first, calendar=calendar) <= due(
        term, received=second, calendar=calendar
    )


@settings(max_examples=40)
@given(calendars(), MOMENTS, st.integers(1, 5))
def test_working_hours_agree_with_counting_every_minute(
    calendar: Calendar, received: datetime, hours: int
) -> None:
    appointment = due(Rule(Unit.WORKING_HOURS, hours), received=received, calendar=calendar)
    if appointment - received < timedelta(days=2):
        assert _by_the_minute(received, appointment, calendar) == hours * 60
        assert calendar.is_open(appointment - timedelta(minutes=1))


@settings(max_examples=40)
@given(calendars(), MOMENTS, st.integers(0, 36 * 60))
def test_time_between_agrees_with_counting_every_minute(
    calendar: Calendar, start: datetime, minutes: int
) -> None:
    end = start + timedelta(minutes=minutes)
    assert calendar.between(start, end) == _by_the_minute(start, end, calendar)
    assert calendar.between(end, start) == 0


@given(calendars(), MOMENTS, st.integers(1, 3000))
def test_going_forward_and_looking_back_agree(
    calendar: Calendar, start: datetime, minutes: int
) -> None:
    assert calendar.between(start, calendar.advance(start, minutes)) == minutes


@given(calendars(), TERMS, MOMENTS, MOMENTS)
def test_a_pause_of_no_time_changes_nothing(
    calendar: Calendar, term: Rule, received: datetime, pause: datetime
) -> None:
    old = due(term, received=received, calendar=calendar)
    assert resumed(due=old, paused=pause, resumed=pause, calendar=calendar) == old


@given(calendars(), TERMS, MOMENTS, MOMENTS, MOMENTS)
def test_after_a_pause_the_office_has_what_it_had_left(
    calendar: Calendar, term: Rule, received: datetime, one: datetime, other: datetime
) -> None:
    old = due(term, received=received, calendar=calendar)
    paused, again = sorted((one, other))
    had = remaining(due=old, at=paused, calendar=calendar)
    new = resumed(due=old, paused=paused, resumed=again, calendar=calendar)
    if paused <= old:
        assert remaining(due=new, at=again, calendar=calendar) == had
    assert new >= old


@given(calendars(), TERMS, MOMENTS, MOMENTS)
def test_a_restart_is_a_reception(
    calendar: Calendar, term: Rule, received: datetime, completed: datetime
) -> None:
    anew = due(term, received=completed, calendar=calendar)
    assert restarted(term, completed=completed, calendar=calendar) == anew
    old = due(term, received=received, calendar=calendar)
    change = after_wait(
        Policy.RESTART, term, due=old, paused=received, resumed=completed, calendar=calendar
    )
    assert change.due == anew


@given(calendars(), TERMS, MOMENTS)
def test_an_apology_comes_before_the_deadline(
    calendar: Calendar, term: Rule, received: datetime
) -> None:
    appointment = due(term, received=received, calendar=calendar)
    last = apology_by(appointment, calendar=calendar)
    assert last.date() < appointment.date()
    assert _within(last, calendar)
