"""Every door of the installation."""

from django.urls import URLPattern, URLResolver, path

from vermilion.site import health

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", health.healthz, name="healthz"),
]
