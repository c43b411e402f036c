"""What is typed on slips, and what the page beside a paper shows of its slip."""

from vermilion.routing.forms.direction import (
    Direction,
    from_learned,
    from_preparation,
    places,
    typed,
)
from vermilion.routing.forms.panel import about, direction
from vermilion.routing.forms.slips import (
    Closing,
    LayingBefore,
    PhraseForm,
    SlipReopening,
    UnitCircleForm,
)

__all__ = [
    "Closing",
    "Direction",
    "LayingBefore",
    "PhraseForm",
    "SlipReopening",
    "UnitCircleForm",
    "about",
    "direction",
    "from_learned",
    "from_preparation",
    "places",
    "typed",
]
