"""The rail: every place of the house, in the order in which it stands there."""

from vermilion.web.navigation import Item

ITEMS: tuple[Item, ...] = ()
