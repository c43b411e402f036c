"""Who is away, and what whoever stands in may do."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from tests.cast import MONDAY, TUESDAY
from vermilion.directory import actions, models, queries
from vermilion.directory.actions import absences
from vermilion.kernel.actors import Duty
from vermilion.kernel.refusals import NotAllowed

pytestmark = pytest.mark.django_db

FIRST, LAST = date(2026, 11, 3), date(2026, 11, 5)


@pytest.fixture
def hoa_goes(office, hoa):
    """Enter that Hoa is away, the head of her unit standing in."""

    def go(**other):
        given = {
            "actor": hoa,
            "appointment_id": office.hoa,
            "first_day": FIRST,
            "last_day": LAST,
            "deputy_id": office.head_of_it,
            "at": MONDAY,
        }
        return actions.declare_absence(**{**given, **other})

    return go


def _may(office, day, hour=3):
    at = MONDAY.replace(day=day, hour=hour)
    posts = queries.posts_held_by(
        models.Appointment.objects.get(pk=office.head_of_it).person_id, at=at
    )
    return office.hoa in {post.for_appointment_id for post in posts}


def test_whoever_stands_in_acts_for_the_absent_on_those_days_alone(office, hoa_goes):
    hoa_goes()

    assert [_may(office, day) for day in (2, 3, 5, 6)] == [False, True, True, False]
    actor = queries.actor_in(office.head_of_it, at=TUESDAY, for_appointment_id=office.hoa)
    assert actor.for_name == models.Appointment.objects.get(pk=office.hoa).person.full_name


def test_back_earlier_ends_it_at_once(office, hoa, hoa_goes):
    absence = hoa_goes()

    actions.end_absence(actor=hoa, absence_id=absence.pk, at=TUESDAY)

    assert not _may(office, 4)
    assert queries.absences_in(office.body_id, at=TUESDAY) == []
    with pytest.raises(absences.AlreadyEnded):
        actions.end_absence(actor=hoa, absence_id=absence.pk, at=TUESDAY)


def test_an_absence_names_nobody_once_standing_in_was_ended_by_itself(office, hoa, hoa_goes):
    absence = hoa_goes()

    actions.end_delegation(actor=hoa, delegation_id=absence.delegation_id, at=TUESDAY)

    [still] = queries.absences_in(office.body_id, at=TUESDAY)
    assert (still.pk, still.deputy_id, still.delegation_id) == (absence.pk, None, None)
    assert not _may(office, 4)


def test_days_are_entered_once_and_not_afterwards(office, hoa_goes):
    hoa_goes()

    with pytest.raises(absences.AwayAlready):
        hoa_goes(first_day=LAST, last_day=LAST + timedelta(days=3))
    with pytest.raises(absences.LiesInThePast):
        hoa_goes(first_day=date(2026, 10, 1), last_day=date(2026, 10, 2))
    with pytest.raises(absences.EndsBeforeItBegins):
        hoa_goes(first_day=date(2026, 12, 2), last_day=date(2026, 12, 1))


def test_the_database_knows_that_too(office, hoa_goes):
    absence = hoa_goes()
    absence.pk = None

    with pytest.raises(IntegrityError), transaction.atomic():
        absence.save(force_insert=True)


def test_for_a_leader_stands_in_a_leader_or_whoever_holds_a_delegation(office, minh):
    with pytest.raises(absences.CannotStandIn):
        actions.declare_absence(
            actor=minh,
            appointment_id=office.minh,
            first_day=FIRST,
            last_day=LAST,
            deputy_id=office.hoa,
            at=MONDAY,
        )
    entered = actions.declare_absence(
        actor=minh,
        appointment_id=office.minh,
        first_day=FIRST,
        last_day=LAST,
        deputy_id=office.chief,
        at=MONDAY,
    )
    assert entered.deputy_id == office.chief


@pytest.mark.parametrize("who", ["tuan", "hoa"])
def test_neither_a_stranger_nor_the_absent_stand_in(office, hoa_goes, who):
    with pytest.raises((absences.CannotStandIn, absences.StandsInForOneself)):
        hoa_goes(deputy_id=getattr(office, who))


def test_who_stands_in_is_not_away_too(office, lan, hoa_goes):
    actions.declare_absence(
        actor=lan,
        appointment_id=office.head_of_it,
        first_day=LAST,
        last_day=LAST + timedelta(days=9),
        at=MONDAY,
    )

    with pytest.raises(absences.DeputyAwayToo):
        hoa_goes()


def test_a_colleague_does_not_send_others_away(office, head_of_finance, hoa_goes):
    assert not head_of_finance.has(Duty.LEADER)
    with pytest.raises(NotAllowed):
        hoa_goes(actor=head_of_finance)


def test_a_span_knows_who_is_away_in_it(office, hoa_goes, django_assert_num_queries):
    hoa_goes(note="Công tác")

    with django_assert_num_queries(1):
        assert queries.away_between([office.lan], FIRST, LAST) == {}
    with django_assert_num_queries(2):
        found = queries.away_between([office.hoa, office.lan], LAST, LAST + timedelta(days=30))
    assert set(found) == {office.hoa}
    assert (found[office.hoa].last_day, found[office.hoa].note) == (LAST, "Công tác")
    assert queries.away_on([office.hoa], LAST + timedelta(days=1)) == {}
    [stead] = queries.stands_in_now(office.head_of_it, FIRST)
    assert stead.appointment_id == office.hoa


def test_it_is_entered_and_ended_on_its_page(office, client, hoa):
    from vermilion.accounts.models import User
    from vermilion.kernel import clock

    person = models.Appointment.objects.get(pk=office.hoa).person
    client.force_login(User.objects.create(person=person, sign_in_name="hoa"))
    page = f"/directory/bodies/{office.body_id}/absences/"
    first = clock.now().date() + timedelta(days=7)

    answer = client.post(
        f"{page}new/",
        {
            "appointment": office.hoa,
            "first_day": first.strftime("%d/%m/%Y"),
            "last_day": (first + timedelta(days=2)).strftime("%d/%m/%Y"),
            "deputy": office.head_of_it,
        },
    )
    assert answer.status_code == 303, answer.content.decode()
    absence = models.Absence.objects.get()
    assert f"/directory/absences/{absence.pk}/end/" in client.get(page).content.decode()

    client.post(f"/directory/absences/{absence.pk}/end/")
    assert f"/directory/absences/{absence.pk}/end/" not in client.get(page).content.decode()
