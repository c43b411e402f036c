"""Doors of documents: the files that wait for a clerk's check. A document's page is the desk's."""

from django.urls import path

from vermilion.documents import views

app_name = "documents"
urlpatterns = [
    path("held/", views.held, name="held"),
    path("held/<int:hold_id>/", views.hold, name="hold"),
    path("held/<int:hold_id>/clearance/", views.clearance, name="clearance"),
    path("held/<int:hold_id>/return/", views.handing_back, name="return"),
]
