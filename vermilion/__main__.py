"""The console command, for where it is not on the path: `python -m vermilion`."""

from vermilion.site.commands import main

main()
