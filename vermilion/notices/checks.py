"""This package's lines of `doctor`."""

from collections.abc import Iterable
from datetime import timedelta

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from vermilion.kernel import clock
from vermilion.kernel.findings import Finding, Level, check
from vermilion.notices import queries
from vermilion.notices.types import Parcel

LONG = timedelta(hours=1)


@check(id="notices.letters")
def letters_arrive() -> Iterable[Finding]:
    """No letter was given up, and none has waited for more than an hour."""
    for letter in queries.letters_in_trouble(since=clock.now() - LONG)[:50]:
        given_up = letter.state == Parcel.FAILED
        yield Finding(
            id="notices.letters",
            sentence=_("A letter to %(address)s was given up after %(tries)s tries: %(error)s")
            if given_up
            else _("A letter to %(address)s has waited for more than an hour: %(error)s"),
            hint=_(
                "Mend the address in the directory or the mail server, then: vermilion mail retry."
            ),
            subject=f"letter:{letter.pk}",
            level=Level.WARNING,
            facts={
                "address": letter.address,
                "tries": letter.tries,
                "error": letter.error or "–",
            },
        )


@check(id="notices.mail")
def mail_can_be_sent() -> Iterable[Finding]:
    """A mail server is named, so that notices reach people who are not looking at the screen."""
    if settings.EMAIL_BACKEND.endswith("dummy.EmailBackend"):
        yield Finding(
            id="notices.mail",
            sentence=_(
                "No mail server is named: notices and alarms are shown on the screen alone."
            ),
            hint=_("Set VERMILION_MAIL_URL, then: vermilion mail test ADDRESS."),
            level=Level.NOTICE,
        )
