"""The pages of the desk: its lists, what one keeps of them, and acts on many papers."""

from vermilion.desk.views.keeping import layout, layouts, view, views
from vermilion.desk.views.lists import desk, document, filters, why
from vermilion.desk.views.runs import beginning, repetition, run, runs, stop, undoing
from vermilion.desk.views.sheets import paper, sheet

__all__ = [
    "beginning",
    "desk",
    "document",
    "filters",
    "layout",
    "layouts",
    "paper",
    "repetition",
    "run",
    "runs",
    "sheet",
    "stop",
    "undoing",
    "view",
    "views",
    "why",
]
