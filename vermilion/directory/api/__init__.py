"""The directory for machines: bodies, units, posts, people and circles, as of any day."""

from vermilion.directory.api import reading, writing
from vermilion.directory.api.router import router

__all__ = ["reading", "router", "writing"]
