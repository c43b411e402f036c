"""Django's own commands, for developers. Operators use `vermilion`."""

import sys

from vermilion.site.commands import manage

if __name__ == "__main__":
    manage(sys.argv)
