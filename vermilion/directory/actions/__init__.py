"""Everything written in the directory: one function per act, with what it refuses."""

from vermilion.directory.actions.absences import declare_absence, end_absence
from vermilion.directory.actions.assistants import assign_assistant, end_assistance
from vermilion.directory.actions.bodies import (
    alter_body,
    close_body,
    found_body,
    move_body,
    rename_body,
    succeed,
)
from vermilion.directory.actions.bulk import enter_in_bulk
from vermilion.directory.actions.circles import draw_circle, end_circle, redraw_circle
from vermilion.directory.actions.codes import add_identifier, retire_identifier
from vermilion.directory.actions.delegations import (
    delegate,
    end_delegation,
    name_deputy,
    pass_on,
)
from vermilion.directory.actions.kinds import enter_kinds
from vermilion.directory.actions.people import (
    appoint,
    correct_person,
    end_appointment,
    enter_person,
    make_main,
)
from vermilion.directory.actions.posts import alter_post, close_post, create_post
from vermilion.directory.actions.sheets import (
    apply_sheet,
    ask_to_apply,
    hand_in_sheet,
    try_sheet,
)
from vermilion.directory.actions.tree import lay_out_tree
from vermilion.directory.actions.units import close_unit, move_unit, open_unit, rename_unit

__all__ = [
    "add_identifier",
    "alter_body",
    "alter_post",
    "apply_sheet",
    "appoint",
    "ask_to_apply",
    "assign_assistant",
    "close_body",
    "close_post",
    "close_unit",
    "correct_person",
    "create_post",
    "declare_absence",
    "delegate",
    "draw_circle",
    "end_absence",
    "end_appointment",
    "end_assistance",
    "end_circle",
    "end_delegation",
    "enter_in_bulk",
    "enter_kinds",
    "enter_person",
    "found_body",
    "hand_in_sheet",
    "lay_out_tree",
    "make_main",
    "move_body",
    "move_unit",
    "name_deputy",
    "open_unit",
    "pass_on",
    "redraw_circle",
    "rename_body",
    "rename_unit",
    "retire_identifier",
    "succeed",
    "try_sheet",
]
