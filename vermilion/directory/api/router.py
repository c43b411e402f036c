"""The one router of the directory; what one address reads and writes must stand on the same."""

from ninja import Router

from vermilion.web.api.scopes import scope

router = Router(auth=scope("read"))
writes = scope("directory")
