"""Every door of the installation."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from vermilion.site import health
from vermilion.site.api import api

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", health.healthz, name="healthz"),
    path("", include("vermilion.web.urls")),
    path("", include("vermilion.accounts.urls")),
    path("", include("vermilion.desk.urls")),
    path("live/", include("vermilion.live.urls")),
    path("files/", include("vermilion.files.urls")),
    path("documents/", include("vermilion.documents.urls")),
    path("directory/", include("vermilion.directory.urls")),
    path("registry/", include("vermilion.registry.urls")),
    path("arrivals/", include("vermilion.arrivals.urls")),
    path("routing/", include("vermilion.routing.urls")),
    path("tasks/", include("vermilion.tasks.urls")),
    path("workdays/", include("vermilion.workdays.urls")),
    path("figures/", include("vermilion.insight.urls")),
    path("handover/", include("vermilion.handover.urls")),
    path("support/", include("vermilion.support.urls")),
    path("log/", include("vermilion.audit.urls")),
    path("notices/", include("vermilion.notices.urls")),
    path("followup/", include("vermilion.followup.urls")),
    path("api/v1/", include((api.urls, "api"))),
]

if settings.VERMILION.in_demo:
    urlpatterns.append(path("demo/", include("vermilion.accounts.demo_urls")))

handler400 = "vermilion.web.errors.bad_request"
handler403 = "vermilion.web.errors.forbidden"
handler404 = "vermilion.web.errors.not_found"
handler429 = "vermilion.accounts.views.door.too_many"
handler500 = "vermilion.web.errors.broken"
