"""Doors of the books."""

from django.urls import path

from vermilion.registry.views import lines, registering

app_name = "registry"
urlpatterns = [
    path("incoming/", lines.incoming, name="incoming"),
    path("incoming/new/", registering.new, name="new"),
    path("incoming/print/", lines.printed, name="print"),
    path("entries/<int:entry_id>/", lines.entry, name="entry"),
    path("entries/<int:entry_id>/striking/", lines.striking, name="striking"),
    path("entries/<int:entry_id>/correction/", lines.correction, name="correction"),
]
