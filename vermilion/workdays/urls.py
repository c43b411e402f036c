"""Doors of the working calendars."""

from django.urls import path

from vermilion.workdays import views

app_name = "workdays"
urlpatterns = [
    path("", views.calendar, name="own"),
    path("<int:body_id>/", views.calendar, name="calendar"),
    path("<int:body_id>/week/", views.week, name="week"),
    path("<int:body_id>/leaving/", views.leaving, name="leaving"),
    path("<int:body_id>/days/", views.days, name="days"),
    path("<int:body_id>/usual-times/", views.usual_times, name="usual-times"),
    path("days/<int:day_id>/striking/", views.day_striking, name="day-striking"),
]
