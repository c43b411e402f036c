"""Doors of the demonstration: the site opens them only where the installation is one."""

from django.urls import path

from vermilion.accounts.views import demo

app_name = "demo"

urlpatterns = [
    path("", demo.pick, name="pick"),
    path("people/<int:user_id>/", demo.be, name="be"),
    path("mail/", demo.mail, name="mail"),
]
