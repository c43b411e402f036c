"""The components of the house, as tags and filters. Built in: no template needs to load them."""

import secrets
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django import template
from django.conf import settings
from django.template import Context
from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from vermilion.kernel.verdicts import ALLOWED, Verdict
from vermilion.web import assets, pieces, wording
from vermilion.web import once as repeating

register = template.Library()

Text = str | Promise


# Small things: icons, codes, times.


@register.simple_tag
def asset(name: str) -> str:
    """The address of a built file, as in `{% asset "css/vermilion.css" %}`."""
    return assets.address_of(name)


@register.simple_tag
def icon(name: str, label: Text = "", css: str = "") -> SafeString:
    """An icon of the sprite. Without a label it is silent: the word stands beside it."""
    classes = " ".join(filter(None, ("icon", _mirrored(name), css)))
    address = f"{assets.address_of('icons.svg')}#{name}"
    if label:
        return format_html(
            '<svg class="{}" role="img" aria-label="{}"><use href="{}"/></svg>',
            classes,
            label,
            address,
        )
    return format_html(
        '<svg class="{}" aria-hidden="true" focusable="false"><use href="{}"/></svg>',
        classes,
        address,
    )


def _mirrored(name: str) -> str:
    """Arrows and everything else that points along the line turn round with the line."""
    return "icon--mirror" if name in pieces.DIRECTED_ICONS else ""


@register.simple_tag(takes_context=True)
def once(context: Context) -> SafeString:
    """A hidden field by which a form is dealt with once, however often it is sent."""
    key = repeating.a_key(context.get("request"))
    return format_html('<input type="hidden" name="{}" value="{}" data-once>', repeating.FIELD, key)


@register.filter
def bdi(value: object) -> SafeString:
    """A number, code or name set apart, so that it reads whole inside a line of the other way."""
    return format_html("<bdi>{}</bdi>", value)


@register.simple_tag
def code(value: object) -> SafeString:
    """A number and notation: set apart, kept on one line, figures of one width."""
    return format_html('<bdi class="code">{}</bdi>', value)


@register.simple_tag
def when(moment: datetime | date | None, style: str = "") -> SafeString:
    """A time or day on the wall of this office; the whole of it when one asks (`title`)."""
    if moment is None:
        return mark_safe("")
    return format_html(
        '<time datetime="{}" title="{}">{}</time>',
        moment.isoformat(),
        wording.in_full(moment),
        wording.moment(moment, style),
    )


@register.simple_tag(takes_context=True)
def time_left(
    context: Context,
    due: datetime | None,
    done_at: datetime | None = None,
    done: bool = False,
) -> SafeString:
    """What is left until a deadline, in words and never by colour alone."""
    if due is None:
        return mark_safe("")
    request = context["request"]
    state = wording.due_state(
        due, at=request.now, done_at=done_at, done=done, working=wording.working_days(request)
    )
    return _fragment("time_left", {"state": state, "due": due, "in_full": wording.in_full(due)})


@register.filter
def percent(share: float | None) -> SafeString:
    """0.684 as 68 %, as the language writes it."""
    return SafeString() if share is None else bdi(wording.percent(share))


@register.filter
def file_size(octets: int | None) -> SafeString:
    """A size of file as a person says it."""
    return format_html("<bdi>{}</bdi>", wording.file_size(octets or 0))


@register.filter
def message_tone(tag: str) -> str:
    """The tone of a notice for a message's level."""
    return pieces.MESSAGE_TONES.get(tag, "info")


@register.filter
def initials(name: object) -> str:
    """The letters of the avatar: of the last two names, as Vietnamese names are called."""
    return wording.initials(str(name))


@register.simple_tag
def key(*keys: str) -> SafeString:
    """A key to press, as in `{% key "Ctrl" "Enter" %}`."""
    caps = "".join(format_html("<kbd>{}</kbd>", each) for each in keys)
    return format_html('<span class="keys">{}</span>', mark_safe(caps))  # noqa: S308 - escaped above


# Pieces with a value.


@register.simple_tag
def chip(label: Text, tone: str = "plain", icon: str = "", url: str = "") -> SafeString:
    """A mark in words: tone plain, solid, info, done, soon, late or act."""
    return _fragment("chip", {"label": label, "tone": tone, "icon": icon, "url": url})


@register.simple_tag
def avatar(name: object, size: str = "") -> SafeString:
    """A person's initials. Silent, since the name stands beside it."""
    return format_html(
        '<span class="avatar{}" aria-hidden="true">{}</span>',
        f" avatar--{size}" if size else "",
        wording.initials(str(name)),
    )


@register.simple_tag
def stat(
    label: Text, value: object, url: str = "", tone: str = "", note: Text = "", icon: str = ""
) -> SafeString:
    """A figure that opens to the records behind it."""
    names = {"label": label, "value": value, "url": url, "tone": tone, "note": note, "icon": icon}
    return _fragment("stat", names)


@register.simple_tag
def progress(value: int, of: int, label: Text = "") -> SafeString:
    """How many of how many, as a bar and in figures."""
    return _fragment("progress", {"value": value, "of": of, "label": label})


@register.simple_tag
def skeleton(lines: int = 3) -> SafeString:
    """The place of what is being fetched."""
    return _fragment("skeleton", {"lines": range(lines)})


@register.simple_tag
def tabs(entries: Sequence[pieces.Tab], label: Text) -> SafeString:
    """Views of one list, as links; `label` names them for those who listen."""
    return _fragment("tabs", {"tabs": entries, "label": label})


@register.simple_tag
def crumbs(*pairs: Text) -> SafeString:
    """The way here: label, address, label, address, …; a last label alone is where one stands."""
    trail = [
        pieces.Crumb(label=label, url=str(pairs[i + 1]) if i + 1 < len(pairs) else "")
        for i, label in enumerate(pairs)
        if i % 2 == 0
    ]
    return _fragment("crumbs", {"crumbs": trail})


@register.simple_tag
def pager(next_url: str = "", previous_url: str = "", first_url: str = "") -> SafeString:
    """Onward and back through a list that is read by cursor; no count, no jump."""
    names = {"next_url": next_url, "previous_url": previous_url, "first_url": first_url}
    return _fragment("pager", names)


@register.simple_tag
def timeline(happenings: Iterable[pieces.Happening], label: Text = "") -> SafeString:
    """Who did what, when; the newest where the caller put it."""
    return _fragment("timeline", {"happenings": happenings, "label": label})


@register.simple_tag
def tree(branches: Iterable[pieces.Branch], label: Text) -> SafeString:
    """Bodies below bodies; what is folded opens without script."""
    return _fragment("tree", {"branches": branches, "label": label})


@register.simple_tag(takes_context=True)
def document_row(context: Context, row: pieces.DocumentRow) -> SafeString:
    """A paper in a list: number, code, urgency, time left, abstract, from whom, state in words."""
    return _fragment("document_row", {"row": row, "request": context["request"]})


@register.simple_tag(takes_context=True)
def sort_head(context: Context, label: Text, key: str, css: str = "") -> SafeString:
    """A column head that sorts: `?sort=key` or `?sort=-key`, other parameters kept."""
    request = context["request"]
    current = request.GET.get("sort", "")
    asked = request.GET.copy()
    asked.pop("after", None)
    asked["sort"] = f"-{key}" if current == key else key
    order = {key: "ascending", f"-{key}": "descending"}.get(current, "none")
    names = {"label": label, "url": f"?{asked.urlencode()}", "order": order, "css": css}
    return _fragment("sort_head", names)


@register.simple_tag
def button(
    label: Text,
    tone: str = "plain",
    icon: str = "",
    name: str = "",
    value: str = "",
    url: str = "",
    verdict: Verdict = ALLOWED,
    form: str = "",
    wide: bool = False,
    formaction: str = "",
    key: str = "",
) -> SafeString:
    """A button (or a link, with `url`) that says what will happen: act, plain, quiet or danger.

    The act is what Ctrl+Enter presses; `key` is a shortcut of its own, as in `key="e"`.

    With a verdict against, it stands there disabled, and its reasons can be read beside it.
    """
    return _fragment(
        "button",
        {
            "label": label,
            "tone": tone,
            "icon": icon,
            "name": name,
            "value": value,
            "url": url,
            "verdict": verdict,
            "form": form,
            "wide": wide,
            "formaction": formaction,
            "key": key,
            # The same button may stand in many rows, and rows may be fetched later.
            "id": f"why-{secrets.token_hex(4)}",
        },
    )


# Pieces around content.


@register.simple_block_tag
def panel(
    content: str,
    title: Text = "",
    icon: str = "",
    note: Text = "",
    id: str = "",  # noqa: A002 - what a template calls it
) -> SafeString:
    """A sheet with a heading: `{% panel title=… %} … {% endpanel %}`."""
    names = {"content": content, "title": title, "icon": icon, "note": note, "id": id}
    return _fragment("panel", names)


@register.simple_block_tag
def notice(content: str, tone: str = "info", title: Text = "") -> SafeString:
    """A banner: info, done, soon or late; always an icon and words."""
    mark = pieces.NOTICE_ICONS[tone]
    return _fragment("notice", {"content": content, "tone": tone, "title": title, "icon": mark})


@register.simple_block_tag
def empty(content: str, title: Text, icon: str = "inbox") -> SafeString:
    """An empty place: what it is for, and in the content what to do next."""
    return _fragment("empty", {"content": content, "title": title, "icon": icon})


@register.simple_block_tag
def why(content: str, question: Text) -> SafeString:
    """An answer one step away: why do I have this, why is this the deadline."""
    return _fragment("why", {"content": content, "question": question})


@register.simple_block_tag
def confirm(content: str, label: Text, tone: str = "danger", icon: str = "") -> SafeString:
    """An act that is asked about once more. Opens in place, without script.

    The content says what will come about and ends with the button that does it.
    """
    return _fragment("confirm", {"content": content, "label": label, "tone": tone, "icon": icon})


@register.simple_tag(takes_context=True)
def slot(context: Context, name: str) -> SafeString:
    """What packages hang into the frame: the templates that `FACE_SLOTS[name]` lists, in order.

    Slots are `rail` (below the places), `bar` (beside the person, e.g. notices), `person` (inside
    the person's menu, e.g. the switch of posts and signing out), `search` (instead of the plain
    search box), `news` (what of these is drawn anew while a page lies open), `plain`
    (the foot of pages before sign-in) and `head`. A template sees the whole context of the page.
    """
    templates: Mapping[str, Sequence[str]] = settings.FACE_SLOTS
    values: dict[Any, Any] = context.flatten()
    request = context.get("request")
    parts = [render_to_string(each, values, request) for each in templates.get(name, ())]
    return mark_safe("".join(parts))  # noqa: S308 - rendered by templates, which escape


def _fragment(name: str, values: Mapping[str, object]) -> SafeString:
    return render_to_string(f"web/components/{name}.html", dict(values))
