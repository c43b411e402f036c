"""What the person's menu asks: which posts there are, what one may keep, whether this is a demo."""

from django import template
from django.conf import settings
from django.template import Context
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vermilion.accounts import policy, queries
from vermilion.accounts.types import PostChoice

register = template.Library()

_UNKNOWN_BROWSER = _("unknown browser")
_UNKNOWN_DEVICE = _("unknown device")


@register.simple_tag(takes_context=True)
def post_choices(context: Context) -> list[PostChoice]:
    """The post switch of whoever looks at this page."""
    request = context["request"]
    return queries.post_choices(request.actor, at=request.now)


@register.simple_tag(takes_context=True)
def may_keep_accounts(context: Context) -> bool:
    """Whether the way to the accounts of others is shown."""
    return bool(policy.can_keep_accounts(context["request"].actor))


@register.simple_tag
def in_demo() -> bool:
    """Whether this is a demonstration."""
    return bool(settings.VERMILION.in_demo)


@register.filter
def browser_or_unknown(name: str) -> str | Promise:
    """What a browser is called."""
    return name or _UNKNOWN_BROWSER


@register.filter
def device_or_unknown(name: str) -> str | Promise:
    """What a device is called."""
    return name or _UNKNOWN_DEVICE
