"""Doors of alarms, ladder and duty list, and of what is done about what waits."""

from django.urls import path

from vermilion.followup import views

app_name = "followup"
urlpatterns = [
    path("alarms/", views.alarms, name="alarms"),
    path("duty/", views.duty, name="duty"),
    path("duty/<int:turn_id>/", views.turn, name="turn"),
    path("duty/<int:turn_id>/taking-over/", views.taking_over, name="taking-over"),
    path("duty/<int:turn_id>/striking/", views.striking, name="striking"),
    path("ladder/", views.ladder, name="ladder"),
    path("ladder/<int:urgency>/", views.rungs, name="rungs"),
    path("reminders/", views.reminders, name="reminders"),
    path("waits/<int:wait_id>/prompts/", views.prompting, name="prompts"),
    path("documents/<int:document_id>/watching/", views.watching, name="watching"),
]
