"""The lists of the desk."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class View(TextChoices):
    """One question that a desk answers."""

    DIRECT = "direct", _("To direct")
    DO = "do", _("To do")
    CLOSE = "close", _("To close")
    LATE = "late", _("Late")
    OTHERS = "others", _("Elsewhere")
    DONE = "done", _("Closed")
