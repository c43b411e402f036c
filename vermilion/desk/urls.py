"""Doors of the desk and of the page of a document."""

from django.urls import path

from vermilion.desk import views

app_name = "desk"
urlpatterns = [
    path("", views.desk, name="desk"),
    path("desk/filters/", views.filters, name="filters"),
    path("desk/layouts/<slug:view>/", views.layout, name="layout"),
    path("desk/layouts/<slug:view>/widths/", views.layouts, name="widths"),
    path("desk/views/", views.views, name="views"),
    path("desk/views/<int:view_id>/", views.view, name="view"),
    path("desk/sheet/", views.sheet, name="sheet"),
    path("desk/paper/", views.paper, name="paper"),
    path("desk/runs/", views.runs, name="runs"),
    path("desk/runs/<int:run_id>/", views.run, name="run"),
    path("desk/runs/<int:run_id>/beginning/", views.beginning, name="beginning"),
    path("desk/runs/<int:run_id>/repetition/", views.repetition, name="repetition"),
    path("desk/runs/<int:run_id>/stop/", views.stop, name="stop"),
    path("desk/runs/<int:run_id>/undoing/", views.undoing, name="undoing"),
    path("documents/<int:document_id>/", views.document, name="document"),
    path("documents/<int:document_id>/reasons/", views.why, name="why"),
]
