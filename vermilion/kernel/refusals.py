"""What is refused, in words for the person who asked."""

from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Refused(Exception):
    """An act that the rules do not allow now. Nothing has changed.

    `message` is a translatable sentence with named places; the keyword arguments fill them and
    are kept in `facts` for machines. `field` names the form field the sentence belongs to.
    """

    message: ClassVar[str | Promise] = _("This cannot be done now.")
    status: ClassVar[int] = 409
    field: ClassVar[str | None] = None

    def __init__(self, **facts: object) -> None:
        self.facts = facts
        super().__init__(facts)

    def __str__(self) -> str:
        return str(self.message) % self.facts if self.facts else str(self.message)

    @property
    def code(self) -> str:
        """A stable name for machines: the class name in words joined by hyphens."""
        name = type(self).__name__
        return "".join(f"-{c.lower()}" if c.isupper() else c for c in name).lstrip("-")


class NotAllowed(Refused):
    """The actor may not do this. Carries every reason of the verdict."""

    message = _("You may not do this: %(reasons)s")
    status = 403


class NotFound(Refused):
    """There is no such thing, or this actor may not know of it."""

    message = _("This is not here, or it is not for you to see.")
    status = 404
