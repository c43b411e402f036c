"""Work of the clock: put what is due into letters and send them; clear what is old."""

import smtplib
from collections.abc import Iterator
from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import connection as database

from vermilion.jobs.queue import task, timetable
from vermilion.kernel import clock
from vermilion.kernel.actors import system
from vermilion.notices import actions, models
from vermilion.notices.letters import compose
from vermilion.notices.types import house

POSTMAN = system("mail of notices")
UPKEEP = system("upkeep of notices")

AT_MOST = 500
"""Letters sent by one job; the next minute sends the next ones."""


@task(name="notices.post", queue="mail")
def post(**_later: object) -> None:
    """Write the letters that are due, and send them."""
    write_and_send()


@timetable(cron="* * * * *", name="notices.post_of_the_minute", queue="mail", one_waits=True)
def post_of_the_minute(*, timestamp: int, **_later: object) -> None:  # noqa: ARG001 - the clock's
    """The mails of the day, letters to be tried again, and whatever a lost job left behind."""
    write_and_send()


@timetable(cron="41 2 * * *", name="notices.tidy", queue="upkeep", one_waits=True)
def tidy(*, timestamp: int, **_later: object) -> None:  # noqa: ARG001 - the clock's
    """Open the months to come, drop those past, and clear what is older than is kept."""
    at = clock.now()
    before = at - timedelta(days=int(settings.VERMILION.notices_days))
    with database.cursor() as cursor:
        cursor.execute("SELECT notices_turn_months(%s, %s)", [at.date(), before.date()])
    actions.clear(actor=UPKEEP, before=before, at=at)


def write_and_send() -> int:
    """Write every letter that is due and send what can be sent; says how many were tried.

    Where no mail server is named nothing is written: what was to leave is told here alone.
    """
    if settings.EMAIL_BACKEND.endswith("dummy.EmailBackend"):
        return 0
    while actions.write_letters(actor=POSTMAN, at=clock.now()) >= actions.mailing.BATCH:
        pass
    number = 0
    for letter, server in _claimed():
        number += 1
        error, for_good = send_one(letter, server, at=clock.now())
        actions.settle_letter(
            actor=POSTMAN, letter_id=letter.pk, at=clock.now(), error=error, for_good=for_good
        )
    return number


def _claimed() -> Iterator[tuple[models.Letter, BaseEmailBackend]]:
    """Letter after letter, each claimed before it is given out, over one connection."""
    server: BaseEmailBackend = get_connection()
    try:
        for _each in range(AT_MOST):
            letter = actions.claim_letter(actor=POSTMAN, at=clock.now())
            if letter is None:
                return
            yield letter, server
    finally:
        server.close()


def send_one(letter: models.Letter, server: BaseEmailBackend, *, at: datetime) -> tuple[str, bool]:
    """Hand one letter to the mail server: what went wrong, if anything, and whether for good."""
    addressee = house.addressees([letter.person_id], at).get(letter.person_id)
    if addressee is None:
        return "nobody of this number holds a post any more", True
    message = compose(letter, addressee, at=at)
    try:
        server.send_messages([message])
    except smtplib.SMTPRecipientsRefused as refused:
        code, said = next(iter(refused.recipients.values()))
        return f"{code} {_text(said)}", 500 <= code < 600
    except smtplib.SMTPResponseException as refused:
        server.close()
        return f"{refused.smtp_code} {_text(refused.smtp_error)}", False
    except (smtplib.SMTPException, OSError) as broken:
        server.close()
        return f"{type(broken).__name__}: {broken}", False
    return "", False


def _text(said: bytes | str) -> str:
    return said.decode("utf-8", "replace") if isinstance(said, bytes) else said
