"""Doors of what happens now."""

from django.urls import path

from vermilion.live import views

app_name = "live"
urlpatterns = [
    path("", views.stream, name="stream"),
    path("present/<slug:kind>/<int:number>/", views.present, name="present"),
    path("drafts/<str:form>/", views.draft, name="draft"),
]
