"""Doors of the desk and of the page of a document."""

from django.urls import path

from vermilion.desk import views

app_name = "desk"
urlpatterns = [
    path("", views.desk, name="desk"),
    path("documents/<int:document_id>/", views.document, name="document"),
]
