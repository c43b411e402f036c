"""Directing with help: an assistant prepares, phrases are filled in, circles are laid out."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.cast import MONDAY, TUESDAY
from vermilion.kernel.refusals import NotAllowed
from vermilion.registry import actions as registry
from vermilion.routing import actions, checks, forms, queries, rules
from vermilion.routing.types import Share, Standing
from vermilion.tasks import actions as tasks
from vermilion.tasks import queries as duties
from vermilion.tasks.types import Part

FRIDAY = MONDAY + timedelta(days=4)


def lead(unit_id, **more):
    return Share(part=Part.LEAD, unit_id=unit_id, due_at=FRIDAY, **more)


def prepare(actor, slip, *shares):
    return actions.prepare(
        actor=actor, slip_id=slip.pk, instruction="Giao chủ trì.", shares=shares, at=MONDAY
    )


def direct(actor, slip, *shares, **more):
    words = more.pop("words", "Giao chủ trì.")
    return actions.direct(
        actor=actor, slip_id=slip.pk, instruction=words, shares=shares, at=TUESDAY, **more
    )


def test_an_assistant_prepares_and_the_leader_confirms_it_as_it_is(assistant, minh, office, slip):
    assert list(queries.to_prepare(assistant, at=MONDAY)) == [slip]
    made = prepare(assistant, slip, lead(office.it_id))
    assert not duties.about("document", [slip.document_id]).exists()

    given = direct(minh, slip, *rules.from_plan(made.plan), preparation_id=made.pk)

    assert (given.preparation.by, given.as_prepared) == ("Bùi Gia Khánh", True)


def test_what_the_leader_changed_is_said(assistant, minh, office, slip):
    made = prepare(assistant, slip, lead(office.it_id))
    given = direct(minh, slip, lead(office.finance_id), preparation_id=made.pk)
    assert not given.as_prepared


def test_nobody_else_prepares_and_an_assistant_does_not_direct(assistant, hoa, office, slip):
    with pytest.raises(NotAllowed, match="Only an assistant"):
        prepare(hoa, slip, lead(office.it_id))
    with pytest.raises(NotAllowed, match="Only a leader"):
        direct(assistant, slip, lead(office.it_id))


def test_a_paper_of_the_kind_is_suggested_and_a_correction_is_learned(
    lan, minh, head_of_it, office, slip, letters
):
    direct(minh, slip, lead(office.it_id))
    duty = duties.open_for(head_of_it).get()
    tasks.give_back(actor=head_of_it, task_id=duty.pk, reason="Không thuộc chức năng.", at=TUESDAY)
    direct(minh, slip, lead(office.finance_id))

    received = replace(letters(2), laid_before_id=office.minh)
    next_one = registry.register_incoming(actor=lan, received=received, at=TUESDAY).slip
    learned = queries.learned_for(next_one, at=TUESDAY)

    assert learned is not None
    assert (learned.leads, learned.papers) == ((f"unit:{office.finance_id}",), 1)
    assert 0 < learned.certainty < 1


def test_shares_have_words_and_days_of_their_own(minh, head_of_it, head_of_finance, office, slip):
    direct(
        minh,
        slip,
        lead(office.it_id),
        replace(lead(office.finance_id, instruction="Lo kinh phí."), part=Part.SUPPORT),
    )
    assert duties.open_for(head_of_it).get().instruction == "Giao chủ trì."
    assert duties.open_for(head_of_finance).get().instruction == "Lo kinh phí."


def form(slip, at=MONDAY, **data):
    filled = forms.Direction({"due_on": "06/11/2026", "instruction": "", **data}, slip=slip, at=at)
    assert filled.is_valid(), filled.errors
    return filled


def test_a_circle_adds_those_who_are_not_named_and_a_phrase_is_filled_in(minh, office, slip):
    circle = actions.keep_circle(
        actor=minh,
        name="Khối tham mưu",
        members=[f"unit:{office.it_id}", f"unit:{office.finance_id}"],
        at=MONDAY,
    )
    filled = form(
        slip,
        leads=[f"unit:{office.it_id}"],
        readers=[f"circle:{circle.pk}"],
        instruction="Giao {lead}, báo cáo trước {day}.",
    )

    assert [(each.part, each.unit_id) for each in filled.shares()] == [
        (Part.LEAD, office.it_id),
        (Part.INFORMATION, office.finance_id),
    ]
    assert "Giao Cục Công nghệ thông tin, báo cáo trước" in filled.instruction_text
    assert "{" not in filled.instruction_text


def test_all_units_are_named_at_once(minh, office, slip):
    shares = form(slip, leads=[f"unit:{office.it_id}"], readers=["all:units"]).shares()
    assert len([each for each in shares if each.part == Part.INFORMATION]) == 4


def test_a_further_direction_goes_out_in_the_same_go(minh, office, slip):
    shares = form(
        slip,
        leads=[f"unit:{office.it_id}"],
        more0_who=[f"unit:{office.finance_id}"],
        more0_part="support",
        more0_due_on="05/11/2026",
        more0_words="Lo kinh phí.",
    ).shares()
    assert (shares[1].part, shares[1].instruction) == (Part.SUPPORT, "Lo kinh phí.")
    assert shares[1].due_at < shares[0].due_at


def test_a_closed_matter_is_reopened_with_its_duties(lan, minh, head_of_it, office, slip):
    direct(minh, slip, lead(office.it_id))
    duty = duties.open_for(head_of_it).get()
    tasks.take_in(actor=head_of_it, task_id=duty.pk, at=TUESDAY)
    tasks.complete(actor=head_of_it, task_id=duty.pk, report="Xong.", at=TUESDAY)
    actions.close(actor=lan, slip_id=slip.pk, note="", at=TUESDAY)
    with pytest.raises(NotAllowed, match="Only a leader of this body reopens"):
        actions.reopen(actor=lan, slip_id=slip.pk, reason="Báo cáo còn thiếu.", at=TUESDAY)

    # Reopening a duty opens the matter too.
    tasks.reopen(actor=minh, task_id=duty.pk, reason="Báo cáo còn thiếu.", at=TUESDAY)

    slip.refresh_from_db()
    assert (slip.standing, slip.leads, slip.leads_done) == (Standing.DOING, 1, 0)
    tasks.complete(actor=head_of_it, task_id=duty.pk, report="Đủ rồi.", at=TUESDAY)
    actions.close(actor=lan, slip_id=slip.pk, note="", at=TUESDAY)
    actions.reopen(
        actor=minh, slip_id=slip.pk, reason="Cần bổ sung.", task_ids=[duty.pk], at=TUESDAY
    )
    slip.refresh_from_db()
    assert slip.standing == Standing.DOING
    assert not list(checks.stored_standings_are_what_the_acts_say())


def test_it_is_laid_before_another_leader(lan, minh, the_chief, office, slip):
    with pytest.raises(actions.NotALeader):
        actions.lay_before(
            actor=lan, slip_id=slip.pk, leader_id=office.hoa, reason="Theo phân công.", at=MONDAY
        )
    actions.lay_before(
        actor=lan, slip_id=slip.pk, leader_id=office.chief, reason="Theo phân công.", at=MONDAY
    )
    assert list(queries.to_direct(the_chief, at=MONDAY)) == [slip]
    assert not queries.to_direct(minh, at=MONDAY).exists()


def test_phrases_are_ones_own_or_of_the_body(minh, the_chief, hoa):
    mine = actions.keep_phrase(actor=minh, text="Trao đổi với tôi.", of_body=False, at=MONDAY)
    actions.keep_phrase(actor=minh, text="Tham mưu, báo cáo.", of_body=True, at=MONDAY)
    with pytest.raises(actions.PhraseKept):
        actions.keep_phrase(actor=minh, text=" Trao đổi  với tôi.", of_body=False, at=MONDAY)

    assert [each.text for each in queries.phrases_for(minh)] == [
        "Trao đổi với tôi.",
        "Tham mưu, báo cáo.",
    ]
    assert [each.text for each in queries.phrases_for(the_chief)] == ["Tham mưu, báo cáo."]
    with pytest.raises(NotAllowed, match="somebody else's phrase"):
        actions.strike_phrase(actor=the_chief, phrase_id=mine.pk, at=MONDAY)
    with pytest.raises(NotAllowed, match="A leader or an administrator"):
        actions.keep_phrase(actor=hoa, text="Thử.", of_body=True, at=MONDAY)
