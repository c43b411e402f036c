"""How the form of an act looks."""

from dataclasses import dataclass

from django.utils.functional import Promise

Text = str | Promise


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """What an act is called, its button, and what is said once it is done."""

    heading: Text
    button: Text
    icon: str
    done: Text
    tone: str = "strong"
    about: Text = ""
