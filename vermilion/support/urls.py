"""Doors of reported problems."""

from django.urls import path

from vermilion.support import views

app_name = "support"
urlpatterns = [
    path("", views.mine, name="mine"),
    path("new/", views.reporting, name="reporting"),
    path("list/", views.problems, name="problems"),
    path("problems/<int:problem_id>/", views.problem, name="problem"),
    path("problems/<int:problem_id>/taking/", views.taking, name="taking"),
    path("problems/<int:problem_id>/postponing/", views.postponing, name="postponing"),
    path("problems/<int:problem_id>/answering/", views.answering, name="answering"),
    path("problems/<int:problem_id>/replying/", views.replying, name="replying"),
    path("problems/<int:problem_id>/solving/", views.solving, name="solving"),
    path("problems/<int:problem_id>/declining/", views.declining, name="declining"),
    path("problems/<int:problem_id>/reopening/", views.reopening, name="reopening"),
    path("problems/<int:problem_id>/joining/", views.joining, name="joining"),
]
