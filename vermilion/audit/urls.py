"""The doors of the log: its pages for those who may read it, its proofs for everybody."""

from django.urls import path, re_path

from vermilion.audit import views

app_name = "audit"

_PLACE = r"(?P<place>(?:x[0-9]{3}/)*[0-9]{3})(?:\.p/(?P<width>[1-9][0-9]{0,2}))?"

urlpatterns = [
    path("", views.log, name="log"),
    path("entries/<int:number>/", views.entry, name="entry"),
    path("entries/<int:number>/proof", views.proof, name="proof"),
    # What readers outside fetch, laid out as C2SP tlog-tiles has it.
    path("checkpoint", views.checkpoint, name="checkpoint"),
    re_path(rf"^tile/entries/{_PLACE}$", views.bundle, name="bundle"),
    re_path(rf"^tile/(?P<level>[0-7])/{_PLACE}$", views.tile, name="tile"),
]
