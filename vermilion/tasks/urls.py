"""Doors of the duties."""

from django.urls import path

from vermilion.tasks import views

app_name = "tasks"
urlpatterns = [
    path("<int:task_id>/taking-in/", views.taking_in, name="taking-in"),
    path("<int:task_id>/return/", views.giving_back, name="return"),
    path("<int:task_id>/completion/", views.completion, name="completion"),
]
