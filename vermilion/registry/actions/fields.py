"""The fields that a body keeps in its books beside those of the law."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from vermilion.audit import actions as audit
from vermilion.kernel.actors import Actor
from vermilion.kernel.refusals import NotFound, Refused
from vermilion.kernel.text import composed
from vermilion.registry import models, policy, rules
from vermilion.registry.types import BookKind, FieldForm

LONGEST = 500


class FieldNeeded(Refused):
    message = _("This body asks for “%(field)s” in this book. Fill it in.")
    status = 422


class FieldNotInForm(Refused):
    message = _("“%(value)s” cannot be written in the field “%(field)s”.")
    status = 422


class FieldWithoutName(Refused):
    message = _("Give the field a name in at least one language.")
    status = 422
    field = "name_vi"


class ChoicesMissing(Refused):
    message = _("Say what one may choose from, one choice a line.")
    status = 422
    field = "choices"


@transaction.atomic
def define_field(
    *,
    actor: Actor,
    kind: BookKind,
    names: Mapping[str, str],
    form: FieldForm,
    choices: Sequence[str] = (),
    required: bool = False,
    at: datetime,
) -> models.CustomField:
    """Ask for one more field in the books of a kind that the actor's body keeps.

    Lines that are there already stay as they are.
    """
    policy.require(policy.can_open_book(actor))
    said = {language: composed(name) for language, name in names.items() if composed(name)}
    if not said:
        raise FieldWithoutName
    offered = list(dict.fromkeys(filter(None, map(composed, choices))))
    if form == FieldForm.CHOICE and not offered:
        raise ChoicesMissing
    field = models.CustomField.objects.create(
        body_id=actor.own_body,
        kind=kind,
        names=said,
        form=form,
        choices=offered if form == FieldForm.CHOICE else [],
        required=required,
    )
    audit.record(
        actor,
        "registry.field.defined",
        f"custom_field:{field.pk}",
        at=at,
        field=str(field),
        kind=kind,
    )
    return field


@transaction.atomic
def retire_field(*, actor: Actor, field_id: int, at: datetime) -> models.CustomField:
    """Ask for a field no longer. What was written in it stays and is shown."""
    policy.require(policy.can_open_book(actor))
    fields = models.CustomField.objects.select_for_update().filter(body_id=actor.own_body)
    field = fields.filter(pk=field_id, retired_at=None).first()
    if field is None:
        raise NotFound
    field.retired_at = at
    field.save(update_fields=["retired_at"])
    audit.record(
        actor, "registry.field.retired", f"custom_field:{field.pk}", at=at, field=str(field)
    )
    return field


def values_for(book: models.Book, given: Mapping[str, str]) -> dict[str, str]:
    """The values of the custom fields of a book, by the field's key, as they are kept."""
    language = get_language() or "vi"
    kept: dict[str, str] = {}
    fields = models.CustomField.objects.filter(body_id=book.body_id, kind=book.kind)
    for field in fields.filter(retired_at=None).order_by("id"):
        value = composed(given.get(str(field.pk), ""))[:LONGEST]
        if value and not rules.is_in_form(field.form, field.choices, value):
            raise FieldNotInForm(field=field.name_in(language), value=value)
        if value:
            kept[str(field.pk)] = value
        elif field.required:
            raise FieldNeeded(field=field.name_in(language))
    return kept
