"""Doors of the slips."""

from django.urls import path

from vermilion.routing import views

app_name = "routing"
urlpatterns = [
    path("slips/<int:slip_id>/directions/", views.directions, name="directions"),
    path("slips/<int:slip_id>/closing/", views.closing, name="closing"),
]
