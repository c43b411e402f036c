"""Doors of the centre of notices."""

from django.urls import path

from vermilion.notices import views

app_name = "notices"
urlpatterns = [
    path("", views.centre, name="centre"),
    path("seen/", views.seen, name="seen"),
    path("matrix/", views.matrix, name="matrix"),
    path("matrix/digest/", views.rhythm, name="rhythm"),
    path("usual/", views.usual, name="usual"),
    path("letters/", views.letters, name="letters"),
    path("letters/<int:letter_id>/retry/", views.retry, name="retry"),
    path("<int:notice_id>/", views.notice, name="notice"),
    path("<int:notice_id>/muting/", views.muting, name="muting"),
    path("papers/<slug:kind>/<int:key>/seen/", views.paper_seen, name="paper-seen"),
]
