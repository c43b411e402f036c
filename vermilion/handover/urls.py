"""Doors of handing over."""

from django.urls import path

from vermilion.handover import views

app_name = "handover"
urlpatterns = [
    path("", views.departures, name="departures"),
    path("people/<int:appointment_id>/", views.work, name="work"),
    path("<int:departure_id>/", views.departure, name="departure"),
    path("<int:departure_id>/items/<int:item_id>/signature/", views.signature, name="signature"),
]
