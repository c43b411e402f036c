"""What somebody typed and has not sent, kept on the server for nobody but them.

No act: nothing has been said to anybody yet, so nothing is asked of a policy and nothing is
traced. The text is encrypted with a key of the installation, bound to its owner and its form;
it is forgotten after two weeks, and at once when its form is dealt with.
"""

import hashlib
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from vermilion.kernel.actors import Actor
from vermilion.kernel.refusals import Refused
from vermilion.live import models, types

KEPT_FOR = timedelta(days=14)
LARGEST = 200_000
"""Bytes of one draft. A form that holds more is a file."""

AT_MOST = 40
"""Drafts of one person in one post; the oldest make room."""

_NONCE = 12


class MayNotBeKept(Refused):
    """A graded text does not lie on a server whose zone may not carry it, not even unsent."""

    message = _("What stands here is graded too high to be kept on this server.")
    status = 422


class TooMuch(Refused):
    message = _("This is too much to be kept as a draft. Send the form before you leave.")
    status = 413


@dataclass(frozen=True, slots=True)
class Draft:
    """The fields of a form as they were last kept, and the how-manieth keeping it was."""

    fields: Mapping[str, list[str]]
    version: int
    saved_at: datetime


class Newer(Exception):
    """Another window kept this form meanwhile; here is what it kept."""

    def __init__(self, draft: Draft) -> None:
        super().__init__(draft.version)
        self.draft = draft


def draft_of(actor: Actor, form: str, *, at: datetime) -> Draft | None:
    """What this person kept of this form in this post, if anything."""
    row = models.Draft.objects.filter(**_place(actor, form), saved_at__gt=at - KEPT_FOR).first()
    return _opened(row) if row is not None else None


@transaction.atomic
def keep(
    actor: Actor, form: str, *, fields: Mapping[str, list[str]], version: int, at: datetime
) -> Draft:
    """Keep what was typed, on top of the version that one saw; the new version.

    Refused: a text graded higher than this server may carry (what was kept of it before is
    forgotten), and too much. `Newer` when another window kept something since.
    """
    place = _place(actor, form)
    row = models.Draft.objects.select_for_update().filter(**place).first()
    before = _opened(row) if row is not None else None
    if before is not None and before.version != version and before.fields != fields:
        raise Newer(before)
    plain = json.dumps(fields, ensure_ascii=False).encode()
    if len(plain) > LARGEST:
        raise TooMuch
    draft = Draft(fields, max(version, before.version if before else 0) + 1, at)
    sealed = _sealed(plain, place)
    models.Draft.objects.update_or_create(
        defaults={"version": draft.version, "sealed": sealed, "saved_at": at},
        **place,  # type: ignore[arg-type] # the names of the place are no parameters of it
    )
    _make_room(place)
    return draft


def refuse_what_may_not_lie_here(actor: Actor, form: str, fields: Mapping[str, list[str]]) -> None:
    """Refuse a graded text, and forget what was kept of it. Called outside any transaction."""
    if any(bar(actor, fields) for bar in types.bars):
        drop(actor, form)
        raise MayNotBeKept


def drop(actor: Actor, form: str) -> None:
    """Forget a form: it was dealt with, or its text thrown away."""
    models.Draft.objects.filter(**_place(actor, form)).delete()


def forget(*, before: datetime) -> int:
    """Drop what is older; tells how many."""
    count, _each = models.Draft.objects.filter(saved_at__lt=before).delete()
    return count


def _place(actor: Actor, form: str) -> dict[str, int | str]:
    return {
        "person_id": actor.person_id or 0,
        "appointment_id": actor.appointment_id or 0,
        "form": form,
    }


def _make_room(place: Mapping[str, int | str]) -> None:
    own = models.Draft.objects.filter(
        person_id=place["person_id"], appointment_id=place["appointment_id"]
    ).order_by("-saved_at", "-id")
    older = list(own.values_list("pk", flat=True)[AT_MOST:])
    if older:
        models.Draft.objects.filter(pk__in=older).delete()


@cache
def _key() -> bytes:
    return hashlib.sha256(settings.VERMILION.secret("drafts").encode()).digest()


def _bound_to(place: Mapping[str, int | str]) -> bytes:
    return json.dumps([place["person_id"], place["appointment_id"], place["form"]]).encode()


def _sealed(plain: bytes, place: Mapping[str, int | str]) -> bytes:
    # A fresh random number each time: the same key seals far fewer than 2^32 drafts.
    nonce = secrets.token_bytes(_NONCE)
    return nonce + AESGCM(_key()).encrypt(nonce, plain, _bound_to(place))


def _opened(row: models.Draft) -> Draft | None:
    place: dict[str, int | str] = {
        "person_id": row.person_id,
        "appointment_id": row.appointment_id,
        "form": row.form,
    }
    sealed = bytes(row.sealed)
    try:
        plain = AESGCM(_key()).decrypt(sealed[:_NONCE], sealed[_NONCE:], _bound_to(place))
    except InvalidTag:
        # Of another installation's key: restored elsewhere without its secrets.
        return None
    return Draft(json.loads(plain), row.version, row.saved_at)
