"""What is taken along from the books on paper and in sheets."""

from vermilion.registry.printing.labels import labels
from vermilion.registry.printing.registers import (
    follow_up_register,
    postal_register,
    register,
    uses_of_file_copies,
)
from vermilion.registry.printing.sheets import MOST_ROWS, sheet
from vermilion.registry.printing.stamps import stamped

__all__ = [
    "MOST_ROWS",
    "follow_up_register",
    "labels",
    "postal_register",
    "register",
    "sheet",
    "stamped",
    "uses_of_file_copies",
]
