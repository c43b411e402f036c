"""This package's lines of `doctor`."""

import ipaddress
from collections.abc import Iterable
from datetime import timedelta

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from vermilion.accounts import queries
from vermilion.kernel import clock
from vermilion.kernel.findings import Finding, Level, check


def _is_loopback(host: str) -> bool:
    bare = host.strip().strip("[]")
    try:
        return ipaddress.ip_address(bare).is_loopback
    except ValueError:
        return bare == "localhost" or bare.endswith(".localhost")


def _reached_from_outside() -> list[str]:
    """The addresses and host names under which others could reach this installation."""
    told = [settings.VERMILION.address, *settings.ALLOWED_HOSTS]
    return sorted({host for host in told if not _is_loopback(host)})


@check(id="accounts.demo")
def the_demo_is_for_this_machine_alone() -> Iterable[Finding]:
    """A demonstration, in which anybody can be anybody, is reached from its own machine alone."""
    outside = _reached_from_outside()
    if settings.VERMILION.in_demo and outside:
        yield Finding(
            id="accounts.demo",
            sentence=_(
                "The demonstration, in which anybody can be anybody, can be reached under "
                "%(addresses)s."
            ),
            hint=_("Unset VERMILION_DEMO, or listen on 127.0.0.1 and name no other host."),
            level=Level.FAULT,
            facts={"addresses": ", ".join(outside)},
        )


@check(id="accounts.cleartext")
def passwords_travel_encrypted() -> Iterable[Finding]:
    """An installation that others reach stands behind TLS."""
    outside = _reached_from_outside()
    if outside and not settings.SECURE:
        yield Finding(
            id="accounts.cleartext",
            sentence=_("Passwords and sessions travel unencrypted to %(addresses)s."),
            hint=_("Put a server with TLS before it and set VERMILION_SECURE=1."),
            level=Level.FAULT,
            facts={"addresses": ", ".join(outside)},
        )


@check(id="accounts.second-factors")
def duties_that_need_it_have_a_second_factor() -> Iterable[Finding]:
    """Everybody whose duty asks for a second factor has one."""
    duties = [duty.strip() for duty in settings.VERMILION.second_factor.split(",") if duty.strip()]
    number = queries.number_owing_second_factor(duties, at=clock.now())
    if number and not settings.VERMILION.in_demo:
        yield Finding(
            id="accounts.second-factors",
            sentence=_("Accounts whose duty asks for a second factor and that have none: %(n)d."),
            hint=_(
                "They are asked for one at their next sign-in; Accounts of my branch lists them."
            ),
            level=Level.NOTICE,
            facts={"n": number},
        )


@check(id="accounts.tokens")
def tokens_are_renewed_in_time() -> Iterable[Finding]:
    """No token that is in use ends within a fortnight."""
    at = clock.now()
    for token in queries.tokens_ending(within=timedelta(days=14), at=at):
        yield Finding(
            id="accounts.tokens",
            sentence=_("The token %(name)s, which is in use, ends on %(day)s."),
            hint=_("Issue a new one: vermilion token, or the page Tokens for programs."),
            subject=f"token:{token.pk}",
            facts={"name": token.name, "day": token.expires_at.date().isoformat()},
        )
