"""Who acts in the stories, as they act at a time."""

from datetime import datetime

from vermilion.directory import queries as directory
from vermilion.directory.types import Entered
from vermilion.kernel.actors import Actor
from vermilion.site.seeds.central import CAST, OFFICE


class Cast:
    """The people of the office of the stories, and its units."""

    def __init__(self, entered: Entered, now: datetime) -> None:
        self._entered = entered
        self.body_id = entered.bodies[OFFICE]
        self.units = {unit.name: unit.pk for unit in directory.units_of(self.body_id, now)}

    def seat(self, title: str, person: str) -> int:
        """The appointment of somebody of the cast to a post of the office."""
        return self._entered.appointments[f"{OFFICE}/{title}/{CAST[person]}"]

    def person(self, title: str, person: str) -> int:
        """The person behind such an appointment."""
        seat = self.seat(title, person)
        return directory.seats_of([seat])[seat].person_id

    def lan(self, at: datetime) -> Actor:
        return directory.actor_in(self.seat("Văn thư", "lan"), at=at)

    def minh(self, at: datetime) -> Actor:
        return directory.actor_in(self.seat("Phó Chánh Văn phòng", "minh"), at=at)

    def khanh(self, at: datetime) -> Actor:
        """The assistant, who prepares for Minh and acts in the assistant's own name."""
        return directory.actor_in(self.seat("Thư ký", "khanh"), at=at)

    def head_of(self, unit: str, at: datetime) -> Actor:
        [head, *_others] = directory.heads_of(self.units[unit], at)
        return directory.actor_in(head.pk, at=at)
