"""Doors of the inbox."""

from django.urls import path

from vermilion.arrivals import views

app_name = "arrivals"
urlpatterns = [
    path("", views.inbox, name="inbox"),
    path("new/", views.new, name="new"),
    path("paper/", views.paper, name="paper"),
    path("paper/known/", views.known, name="known"),
    path("paper/joining/", views.joining_of_paper, name="paper-joining"),
    path("gathering/", views.gathering, name="gathering"),
    path("lessons/", views.lessons, name="lessons"),
    path("lessons/<int:lesson_id>/forgetting/", views.forgetting, name="forgetting"),
    path("<int:arrival_id>/", views.arrival, name="arrival"),
    path("<int:arrival_id>/state/", views.state, name="state"),
    path("<int:arrival_id>/joining/", views.joining, name="joining"),
    path("<int:arrival_id>/refusal/", views.refusal, name="refusal"),
    path("<int:arrival_id>/laying-aside/", views.laying_aside, name="laying-aside"),
    path("<int:arrival_id>/taking-up/", views.taking_up, name="taking-up"),
    path("<int:arrival_id>/parting/", views.parting, name="parting"),
    path("<int:arrival_id>/order/", views.order, name="order"),
    path("<int:arrival_id>/pages/", views.pages, name="pages"),
]
