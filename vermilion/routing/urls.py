"""Doors of the slips."""

from django.urls import path

from vermilion.routing.views import keeping, slips

app_name = "routing"
urlpatterns = [
    path("slips/<int:slip_id>/directions/", slips.directions, name="directions"),
    path("slips/<int:slip_id>/closing/", slips.closing, name="closing"),
    path("slips/<int:slip_id>/reopening/", slips.reopening, name="reopening"),
    path("slips/<int:slip_id>/leader/", slips.laying_before, name="laying-before"),
    path("phrases/", keeping.phrases, name="phrases"),
    path("phrases/<int:phrase_id>/striking/", keeping.phrase_striking, name="phrase-striking"),
    path("circles/", keeping.circles, name="circles"),
    path("circles/<int:circle_id>/striking/", keeping.circle_striking, name="circle-striking"),
    path("done-for-me/", keeping.done_for_me, name="done-for-me"),
    path("loads/", keeping.loads, name="loads"),
]
