"""What a clerk corrects is proposed the next time, and forgotten when it is contradicted."""

from dataclasses import replace

import pytest

from tests.cast import MONDAY, TUESDAY
from tests.papers import make
from vermilion.arrivals import actions, looking, queries
from vermilion.arrivals.models import Lesson
from vermilion.arrivals.types import LessonKind, Origin
from vermilion.files import jobs
from vermilion.kernel.refusals import NotAllowed, NotFound


@pytest.fixture
def read(comes):
    """A paper that came in and was read."""

    def come_and_read(**fields):
        arrival = comes(make("letter", **fields))
        jobs.examine(blob_id=arrival.enclosures.get().blob_id)
        looking.look_into(arrival.pk, at=MONDAY)
        arrival.refresh_from_db()
        return arrival

    return come_and_read


@pytest.fixture
def registered(lan, a_letter):
    """A paper registered with some fields put otherwise than they were read."""

    def register(arrival, laid_before_id=None, at=MONDAY, **corrected):
        stated = replace(a_letter.particulars, symbol=str(arrival.seen["symbol"]), **corrected)
        received = replace(a_letter, particulars=stated, laid_before_id=laid_before_id)
        return actions.register(actor=lan, arrival_id=arrival.pk, received=received, at=at)

    return register


def proposed(actor, arrival):
    [blob_id] = arrival.enclosures.values_list("blob_id", flat=True)
    return queries.proposal_of(actor, arrival, blob_id, at=TUESDAY)


OURS = "UBND tỉnh Lạng Sơn (Văn phòng)"


def test_an_issuer_put_otherwise_is_proposed_so_the_next_time(lan, read, registered):
    registered(read(), issuer=OURS)

    next_one = proposed(lan, read(symbol="16/UBND-KT"))

    assert next_one.initial["issuer"] == OURS
    assert next_one.marks["issuer"].origin == Origin.LEARNED


def test_what_was_read_rightly_teaches_nothing_of_the_issuer(lan, read, registered):
    arrival = read()
    registered(arrival, issuer=arrival.seen["issuer_proposed"])

    assert not Lesson.objects.filter(kind=LessonKind.ISSUER).exists()


def test_a_paper_that_says_otherwise_makes_it_forgotten(lan, read, registered):
    registered(read(), issuer=OURS)
    second = read(symbol="16/UBND-KT")
    registered(second, issuer=second.seen["issuer_proposed"], at=TUESDAY)

    assert not queries.lessons_of(lan).filter(kind=LessonKind.ISSUER).exists()
    [forgotten] = queries.lessons_of(lan, forgotten=True).filter(kind=LessonKind.ISSUER)
    assert "02" in forgotten.forgotten_because


def test_it_is_remembered_before_whom_such_papers_are_laid(lan, office, read, registered):
    registered(read(), laid_before_id=office.minh)

    next_one = proposed(lan, read(symbol="16/UBND-KT"))

    # Laid by the words of the issuer as they were entered.
    assert next_one.initial.get("laid_before") == office.minh
    assert next_one.marks["laid_before"].origin == Origin.LEARNED


def test_a_clerk_makes_it_forget(lan, a_stranger, minh, read, registered):
    registered(read(), issuer=OURS)
    lesson = queries.lessons_of(lan).get(kind=LessonKind.ISSUER)

    with pytest.raises(NotFound):
        actions.forget(actor=a_stranger, lesson_id=lesson.pk, reason="", at=TUESDAY)
    with pytest.raises(NotAllowed, match="Only a clerk"):
        actions.forget(actor=minh, lesson_id=lesson.pk, reason="", at=TUESDAY)
    actions.forget(actor=lan, lesson_id=lesson.pk, reason="", at=TUESDAY)

    assert proposed(lan, read(symbol="16/UBND-KT")).initial["issuer"] != OURS
    with pytest.raises(NotAllowed, match="forgotten already"):
        actions.forget(actor=lan, lesson_id=lesson.pk, reason="", at=TUESDAY)


def test_another_body_learns_nothing_of_it(lan, a_stranger, read, registered):
    registered(read(), issuer=OURS)

    assert not queries.lessons_of(a_stranger).exists()


def test_the_last_sender_can_be_repeated(lan, read, registered):
    assert queries.last_sender(lan) is None

    registered(read(), issuer=OURS)

    assert queries.last_sender(lan)["issuer"] == OURS


def test_what_the_sender_stated_is_never_typed_again(lan, comes):
    arrival = comes(stated={"symbol": "77/SNV", "issuer": "Sở Nội vụ", "dated_on": "2026-10-01"})

    made = proposed(lan, arrival)

    assert made.initial["symbol"] == "77/SNV"
    assert made.initial["dated_on"].isoformat() == "2026-10-01"
    assert made.marks["symbol"].origin == Origin.STATED


def test_the_body_that_a_typed_issuer_means_is_offered_the_next_time(lan, office, a_letter):
    typed = replace(a_letter.particulars, issuer="Lãnh đạo tỉnh", issuer_body_id=office.commune_id)
    received = replace(a_letter, particulars=typed)
    actions.register_paper(actor=lan, received=received, once="a1", at=MONDAY)

    known = queries.known_of(lan, {"issuer": "Lãnh đạo tỉnh", "symbol": "16/UB"}, at=TUESDAY)

    assert known.initial["issuer_body_id"] == office.commune_id
    assert known.marks["issuer_body_id"].origin == Origin.LEARNED
    assert "issuer" not in known.initial
