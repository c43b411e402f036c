"""The doors of an installation that is a demonstration."""

from django.urls import include, path

from vermilion.site import urls

urlpatterns = [*urls.urlpatterns, path("demo/", include("vermilion.accounts.demo_urls"))]
