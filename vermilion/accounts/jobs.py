"""Work that waits: letters, and the tidying of what has ended."""

from datetime import UTC, datetime

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from vermilion.accounts import actions, queries, rules
from vermilion.accounts.types import Way
from vermilion.jobs.queue import task, timetable
from vermilion.kernel import clock
from vermilion.kernel.actors import system

MAILER = system("recovery by mail")
UPKEEP = system("upkeep of accounts")


@task(name="accounts.mail_recovery", queue="mail")
def mail_recovery(*, sign_in_name: str, **_later: object) -> None:
    """Send a one-time link, if there is such an account and it has an address."""
    user = queries.account_named(sign_in_name)
    if user is None or not user.is_active or user.person is None or not user.person.email:
        return
    issued = actions.issue_recovery(actor=MAILER, user_id=user.pk, way=Way.MAILED, at=clock.now())
    with translation.override(user.language or settings.LANGUAGE_CODE):
        link = settings.PUBLIC_ADDRESS + reverse("account:recover", args=[issued.secret])
        text = _(
            "%(name)s,\n\n"
            "a link to set a new password for the account %(account)s was asked for. It works "
            "once, within a day:\n\n%(link)s\n\n"
            "If you did not ask for it, leave it: nothing has changed."
        ) % {"name": user.full_name, "account": user.sign_in_name, "link": link}
        _send(user.person.email, _("Set a new password"), text)


@task(name="accounts.mail_new_device", queue="mail")
def mail_new_device(*, user_id: int, agent: str, **_later: object) -> None:
    """Tell somebody that the account was used from a browser never seen before."""
    user = queries.account(user_id)
    if user.person is None or not user.person.email:
        return
    browser, device = rules.device_parts(agent)
    with translation.override(user.language or settings.LANGUAGE_CODE):
        text = _(
            "%(name)s,\n\n"
            "the account %(account)s was signed in to from a browser it had not used before: "
            "%(browser)s, %(device)s.\n\n"
            "If that was you, nothing needs doing. If not, sign in, end that session and set a new "
            "password, or ask your administrator to lock the account."
        ) % {
            "name": user.full_name,
            "account": user.sign_in_name,
            "browser": browser or _("unknown browser"),
            "device": device or _("unknown device"),
        }
        _send(user.person.email, _("A new browser signed in to your account"), text)


def _send(address: str, subject: str, text: str) -> None:
    EmailMessage(subject=subject, body=text, to=[address]).send()


@timetable(cron="17 3 * * *", name="accounts.tidy", queue="upkeep")
def tidy(timestamp: int, **_later: object) -> None:
    """Remove sessions, counters and cached values whose time is over."""
    at = datetime.fromtimestamp(timestamp, UTC)
    actions.tidy(actor=UPKEEP, at=at)
