from datetime import UTC, datetime, timedelta

import pytest

from tests.cast import MONDAY, TUESDAY
from vermilion.audit.models import Trace
from vermilion.kernel.refusals import NotAllowed, NotFound
from vermilion.kernel.types import Subject
from vermilion.notices import actions, models, queries
from vermilion.notices.types import Channel, Rhythm

PAPER = Subject("document", 7)


def tell(actor, *holders, event="given", reason="lead", at=MONDAY, about=PAPER, **more):
    return actions.tell(
        actor=actor,
        event=event,
        about=about,
        holders=holders,
        reason=reason,
        at=at,
        url=f"/documents/{about.id}/",
        facts={"due_at": "2026-11-06T10:00:00+00:00"},
        **more,
    )


def notices_of(actor, **wanted):
    return queries.notices_of(actor.person_id, queries.Wanted(**wanted))


def test_two_happenings_of_one_paper_are_one_line_with_a_count(minh, hoa):
    tell(minh, hoa.appointment_id)
    tell(minh, hoa.appointment_id, reason="watcher", at=TUESDAY)

    [notice] = notices_of(hoa)
    assert (notice.unseen, notice.reason, notice.at) == (2, "watcher", TUESDAY)
    assert queries.number_unseen(hoa.person_id) == 1
    assert len(queries.happenings_of([notice])[notice.pk]) == 2


def test_whoever_does_an_act_is_not_told_of_it(minh, hoa):
    told = tell(minh, minh.appointment_id, hoa.appointment_id)

    assert told == [hoa.appointment_id]
    assert notices_of(minh) == []


def test_whoever_turned_it_off_is_not_told(minh, hoa):
    actions.settle_matrix(actor=hoa, choices={("given", "lead"): Channel.NONE.value}, at=MONDAY)

    assert tell(minh, hoa.appointment_id) == []
    assert tell(minh, hoa.appointment_id, reason="watcher") == [hoa.appointment_id]


def test_the_nearest_body_that_settled_it_says_what_is_usual(minh, tuan, an_administrator, office):
    actions.settle_usual(
        actor=an_administrator, choices={("given", "lead"): Channel.NONE.value}, at=MONDAY
    )
    assert tell(minh, tuan.appointment_id) == []

    models.Usual.objects.create(
        body_id=office.commune_id, event="given", reason="lead", channel=Channel.APP
    )
    assert tell(minh, tuan.appointment_id) == [tuan.appointment_id]


def test_only_administrators_settle_what_is_usual(hoa):
    with pytest.raises(NotAllowed, match="administrator"):
        actions.settle_usual(actor=hoa, choices={("given", "lead"): 1}, at=MONDAY)


def test_alarms_cannot_be_turned_down_and_reach_through_a_muted_paper(minh, hoa):
    with pytest.raises(actions.settling.AlarmsAreFixed):
        actions.settle_matrix(actor=hoa, choices={("alarm", "lead"): 0}, at=MONDAY)

    tell(minh, hoa.appointment_id)
    [notice] = notices_of(hoa)
    actions.mute(actor=hoa, notice_id=notice.pk, at=MONDAY)
    tell(minh, hoa.appointment_id, at=TUESDAY)
    assert queries.number_unseen(hoa.person_id) == 0
    assert models.Told.objects.filter(mail_due_at__isnull=False, letter_id=None).count() == 0

    tell(minh, hoa.appointment_id, event="alarm", at=TUESDAY, urgent=True)
    assert queries.number_unseen(hoa.person_id) == 1


def test_a_line_that_does_not_exist_is_refused(hoa):
    with pytest.raises(actions.settling.NoSuchLine):
        actions.settle_matrix(actor=hoa, choices={("given", "king"): 1}, at=MONDAY)


def test_seeing_it_empties_the_bell_and_only_for_oneself(minh, hoa, head_of_it):
    tell(minh, hoa.appointment_id, head_of_it.appointment_id)
    [notice] = notices_of(hoa)

    assert actions.see(actor=head_of_it, notice_ids=[notice.pk], at=TUESDAY) == 0
    assert actions.see(actor=hoa, notice_ids=[notice.pk], at=TUESDAY) == 1
    assert actions.see(actor=hoa, notice_ids=[notice.pk], at=TUESDAY) == 0

    assert queries.number_unseen(hoa.person_id) == 0
    assert queries.number_unseen(head_of_it.person_id) == 1


def test_what_came_about_while_one_was_reading_stays_new(minh, hoa):
    tell(minh, hoa.appointment_id, at=TUESDAY)

    assert actions.see_all(actor=hoa, at=MONDAY) == 0
    assert actions.see_all(actor=hoa, at=TUESDAY) == 1


def test_a_paper_on_the_screen_is_seen(minh, hoa):
    tell(minh, hoa.appointment_id)
    tell(minh, hoa.appointment_id, about=Subject("document", 8))

    assert actions.see_about(actor=hoa, about=PAPER, at=TUESDAY) == 1
    assert queries.has_unseen(hoa.person_id, "document", 8)
    assert not queries.has_unseen(hoa.person_id, "document", 7)


def test_the_notice_of_another_cannot_be_muted(minh, hoa, head_of_it):
    tell(minh, hoa.appointment_id)
    [notice] = notices_of(hoa)

    with pytest.raises(NotFound):
        actions.mute(actor=head_of_it, notice_id=notice.pk, at=MONDAY)


def test_muting_leaves_a_trace_and_can_be_taken_back(minh, hoa):
    tell(minh, hoa.appointment_id)
    [notice] = notices_of(hoa)
    actions.mute(actor=hoa, notice_id=notice.pk, at=MONDAY)
    actions.unmute(actor=hoa, notice_id=notice.pk, at=TUESDAY)
    tell(minh, hoa.appointment_id, at=TUESDAY)

    assert queries.number_unseen(hoa.person_id) == 1
    acts = Trace.objects.filter(subject="document:7").order_by("id").values_list("act", flat=True)
    assert list(acts) == ["notices.paper.muted", "notices.paper.unmuted"]


def test_the_mail_of_the_day_is_due_at_the_hour_on_ones_own_wall(minh, hoa):
    tell(minh, hoa.appointment_id)  # nine in the morning on Monday in Hanoi

    [told] = models.Told.objects.all()
    assert told.mail_due_at == datetime(2026, 11, 3, 0, 30, tzinfo=UTC)

    actions.settle_rhythm(actor=hoa, rhythm=Rhythm(minute=16 * 60, days=(0, 1)), at=MONDAY)
    told.refresh_from_db()
    assert told.mail_due_at == datetime(2026, 11, 2, 9, 0, tzinfo=UTC)


def test_a_page_of_notices_takes_as_many_queries_as_one_of_them(
    minh, hoa, django_assert_num_queries
):
    from vermilion.notices import panels

    for key in range(1, 4):
        tell(minh, hoa.appointment_id, about=Subject("document", key))
    with django_assert_num_queries(4):
        rows = panels.rows(notices_of(hoa), at=MONDAY)
    assert [row.paper.title for row in rows] == ["Paper 3", "Paper 2", "Paper 1"]
    assert rows[0].holder.post == "Chuyên viên"


def test_telling_forty_takes_as_many_queries_as_telling_two(
    minh, hoa, head_of_it, tuan, lan, django_assert_max_num_queries, django_assert_num_queries
):
    everybody = [each.appointment_id for each in (hoa, head_of_it, tuan, lan)]
    with django_assert_max_num_queries(14) as two:
        tell(minh, *everybody[:2])
    with django_assert_max_num_queries(16):
        tell(minh, *everybody, about=Subject("document", 9))
    del two


def test_what_is_old_goes_and_what_is_muted_stays_muted(minh, hoa):
    from vermilion.notices.jobs import UPKEEP

    tell(minh, hoa.appointment_id)
    tell(minh, hoa.appointment_id, about=Subject("document", 8))
    [second, _first] = notices_of(hoa)
    actions.mute(actor=hoa, notice_id=second.pk, at=MONDAY)

    assert actions.clear(actor=UPKEEP, before=MONDAY + timedelta(days=1), at=TUESDAY) == 1
    assert notices_of(hoa) == []
    assert [each.pk for each in notices_of(hoa, muted=True)] == [second.pk]
    assert models.Told.objects.count() == 0
