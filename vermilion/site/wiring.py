"""Who listens to what: the only such table."""

from vermilion.kernel.events import Wiring

WIRING: Wiring = {}
