"""Doors of the figures."""

from django.urls import path

from vermilion.insight import views

app_name = "insight"
urlpatterns = [
    path("", views.figures, name="figures"),
    path("records/", views.records, name="records"),
    path("week/", views.week, name="week"),
    path("week/print/", views.week_printed, name="week-printed"),
]
