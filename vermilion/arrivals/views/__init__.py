"""The pages of the inbox. One module for each subject."""

from vermilion.arrivals.views.handing_in import new
from vermilion.arrivals.views.inbox import inbox
from vermilion.arrivals.views.learning import forgetting, lessons
from vermilion.arrivals.views.papers import joining as joining_of_paper
from vermilion.arrivals.views.papers import known, paper
from vermilion.arrivals.views.registering import arrival, state
from vermilion.arrivals.views.settling import joining, laying_aside, refusal, taking_up
from vermilion.arrivals.views.sorting import gathering, order, pages, parting

__all__ = [
    "arrival",
    "forgetting",
    "gathering",
    "inbox",
    "joining",
    "joining_of_paper",
    "known",
    "laying_aside",
    "lessons",
    "new",
    "order",
    "pages",
    "paper",
    "parting",
    "refusal",
    "state",
    "taking_up",
]
