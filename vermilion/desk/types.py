"""The lists of the desk."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class View(TextChoices):
    """One question that a desk answers."""

    DIRECT = "direct", _("For my direction")
    DO = "do", _("For me to do")
    CLOSE = "close", _("To close")
    LATE = "late", _("Late")
    OTHERS = "others", _("With others")
    DONE = "done", _("Closed")
