"""Letters by a real mail server: what it receives, what it refuses, what is tried again."""

import socket
import socketserver
import threading
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy

import pytest

from tests.cast import MONDAY, TUESDAY
from vermilion.directory.models import Person
from vermilion.kernel.refusals import NotAllowed
from vermilion.kernel.types import Subject
from vermilion.notices import actions, jobs, models
from vermilion.notices.letters import compose
from vermilion.notices.tests.test_telling import tell
from vermilion.notices.types import Parcel, house


class PostOffice(socketserver.ThreadingTCPServer):
    """Speaks as much SMTP as a sender needs, keeps what it gets, refuses who it was told to."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Counter)
        self.letters = []
        self.answers = {}

    @property
    def port(self):
        return self.server_address[1]


class Counter(socketserver.StreamRequestHandler):
    def handle(self):
        self._say("220 here")
        while line := self.rfile.readline():
            word = line[:4].upper()
            if word in (b"EHLO", b"HELO"):
                self._say("250 here")
            elif word == b"RCPT":
                address = line.decode().partition("<")[2].partition(">")[0]
                self._say(self.server.answers.get(address, "250 known"))
            elif word == b"DATA":
                self._say("354 go on")
                self._take()
                self._say("250 kept")
            elif word == b"QUIT":
                self._say("221 bye")
                return
            else:
                self._say("250 well")

    def _take(self):
        lines = []
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            lines.append(line[1:] if line.startswith(b"..") else line)
        self.server.letters.append(message_from_bytes(b"".join(lines), policy=policy.default))

    def _say(self, words):
        self.wfile.write(f"{words}\r\n".encode())


@pytest.fixture
def post_office(settings):
    with PostOffice() as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
        settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
        settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def addressed(hoa, head_of_it):
    """Hoa and the head of her department have mail addresses."""
    for actor, name in ((hoa, "hoa"), (head_of_it, "dung")):
        Person.objects.filter(pk=actor.person_id).update(email=f"{name}@office.example")


def send(at):
    """What the timetable does at a minute: write what is due, and send it."""
    while actions.write_letters(actor=jobs.POSTMAN, at=at):
        pass
    server = jobs.get_connection()
    while letter := actions.claim_letter(actor=jobs.POSTMAN, at=at):
        error, for_good = jobs.send_one(letter, server, at=at)
        actions.settle_letter(
            actor=jobs.POSTMAN, letter_id=letter.pk, at=at, error=error, for_good=for_good
        )
    server.close()


def text_of(letter):
    return letter.get_body(("plain",)).get_content()


THE_NEXT_MORNING = datetime(2026, 11, 3, 0, 30, tzinfo=UTC)


def test_the_mail_of_the_day_tells_everything_once(minh, hoa, addressed, post_office):
    tell(minh, hoa.appointment_id)
    tell(minh, hoa.appointment_id, about=Subject("document", 8))
    tell(minh, hoa.appointment_id, about=Subject("document", 1001))

    send(THE_NEXT_MORNING - timedelta(minutes=1))
    assert post_office.letters == []

    send(THE_NEXT_MORNING)
    send(THE_NEXT_MORNING + timedelta(days=1))
    [letter] = post_office.letters
    assert letter["To"] == "hoa@office.example"
    text = text_of(letter)
    assert "N7 – Paper 7" in text
    assert "because you lead it" in text
    # Of a paper with a grade nothing is said but its number.
    assert "N1001 – Waits" in text
    assert "Paper 1001" not in text
    assert "/notices/matrix/" in text
    assert letter["List-Unsubscribe"]


def test_what_was_seen_here_does_not_leave_by_mail(minh, hoa, addressed, post_office):
    tell(minh, hoa.appointment_id)
    tell(minh, hoa.appointment_id, about=Subject("document", 8))
    actions.see_about(actor=hoa, about=Subject("document", 7), at=MONDAY + timedelta(hours=1))

    send(THE_NEXT_MORNING)

    [letter] = post_office.letters
    assert "Paper 8" in text_of(letter)
    assert "Paper 7" not in text_of(letter)


def test_urgent_ones_leave_at_once_and_are_marked(minh, hoa, addressed, post_office):
    tell(minh, hoa.appointment_id, event="alarm", urgent=True)

    send(MONDAY)

    [letter] = post_office.letters
    assert letter["Subject"].startswith("Khẩn") or letter["Subject"].startswith("Urgent")
    assert letter["X-Priority"] == "1"


def test_an_alarm_whose_body_allows_no_mail_stays_here(minh, hoa, addressed, post_office):
    assert tell(minh, hoa.appointment_id, event="alarm", urgent=True, mail=False)

    send(TUESDAY)

    assert post_office.letters == []


def test_whoever_has_no_address_or_a_shut_account_gets_none(minh, hoa, post_office):
    tell(minh, hoa.appointment_id, event="alarm", urgent=True)

    send(MONDAY)

    assert post_office.letters == []
    assert models.Letter.objects.count() == 0


def test_an_address_refused_for_good_is_given_up_and_seen_by_the_operator(
    minh, hoa, head_of_it, addressed, post_office
):
    from vermilion.notices.checks import letters_arrive

    post_office.answers["hoa@office.example"] = "550 no such box"
    tell(minh, hoa.appointment_id, head_of_it.appointment_id, event="alarm", urgent=True)

    send(MONDAY)

    assert [each["To"] for each in post_office.letters] == ["dung@office.example"]
    letter = models.Letter.objects.get(address="hoa@office.example")
    assert (letter.state, letter.tries) == (Parcel.FAILED, 1)
    [finding] = letters_arrive()
    assert "no such box" in finding.in_words

    post_office.answers.clear()
    actions.retry_letter(actor=jobs.POSTMAN, letter_id=letter.pk, at=TUESDAY)
    send(TUESDAY)
    assert len(post_office.letters) == 2
    assert list(letters_arrive()) == []


def test_a_server_that_is_away_is_tried_again_ever_later(minh, hoa, addressed, post_office):
    port = post_office.port
    tell(minh, hoa.appointment_id, event="alarm", urgent=True)
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        from django.conf import settings

        settings.EMAIL_PORT = nobody.getsockname()[1]
        send(MONDAY)
        send(MONDAY + timedelta(seconds=59))
        send(MONDAY + timedelta(minutes=1))
    letter = models.Letter.objects.get()
    assert (letter.state, letter.tries) == (Parcel.WAITING, 2)
    assert letter.next_try_at == MONDAY + timedelta(minutes=6)

    settings.EMAIL_PORT = port
    send(MONDAY + timedelta(minutes=6))
    letter.refresh_from_db()
    assert (letter.state, letter.sent_at) == (Parcel.SENT, MONDAY + timedelta(minutes=6))


def test_a_letter_whose_sender_was_lost_is_sent_by_another_with_the_same_id(
    minh, hoa, addressed, post_office
):
    tell(minh, hoa.appointment_id, event="alarm", urgent=True)
    actions.write_letters(actor=jobs.POSTMAN, at=MONDAY)
    lost = actions.claim_letter(actor=jobs.POSTMAN, at=MONDAY)
    assert actions.claim_letter(actor=jobs.POSTMAN, at=MONDAY) is None

    send(MONDAY + timedelta(minutes=10))

    [letter] = post_office.letters
    assert f"notices.{lost.pk}." in letter["Message-ID"]


def test_a_letter_in_arabic_runs_from_right_to_left(minh, hoa, addressed, post_office):
    tell(minh, hoa.appointment_id)
    actions.write_letters(actor=jobs.POSTMAN, at=THE_NEXT_MORNING)
    from dataclasses import replace

    letter = models.Letter.objects.get()
    addressee = house.addressees([hoa.person_id], MONDAY)[hoa.person_id]

    message = compose(letter, replace(addressee, language="ar"), at=THE_NEXT_MORNING)

    [(html, kind)] = message.alternatives
    assert kind == "text/html"
    assert '<html lang="ar" dir="rtl">' in html
    assert "\u2068Nguyễn Văn Minh\u2069" in message.body
    # Nothing is fetched when it is opened, and nothing tells that it was.
    assert "<img" not in html
    assert "src=" not in html


def test_only_those_who_keep_a_branch_look_after_its_letters(
    minh, hoa, tuan, addressed, post_office, an_administrator
):
    post_office.answers["hoa@office.example"] = "550 no such box"
    tell(minh, hoa.appointment_id, event="alarm", urgent=True)
    send(MONDAY)
    letter = models.Letter.objects.get()

    with pytest.raises(NotAllowed):
        actions.retry_letter(actor=tuan, letter_id=letter.pk, at=TUESDAY)
    actions.retry_letter(actor=an_administrator, letter_id=letter.pk, at=TUESDAY)
