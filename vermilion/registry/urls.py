"""Doors of the books."""

from django.urls import path

from vermilion.registry import views

app_name = "registry"
urlpatterns = [
    path("incoming/", views.incoming, name="incoming"),
    path("incoming/new/", views.new, name="new"),
    path("incoming/print/", views.printed, name="print"),
    path("entries/<int:entry_id>/", views.entry, name="entry"),
    path("entries/<int:entry_id>/striking/", views.striking, name="striking"),
    path("entries/<int:entry_id>/correction/", views.correction, name="correction"),
]
