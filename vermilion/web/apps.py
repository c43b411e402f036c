from django.apps import AppConfig


class Web(AppConfig):
    name = "vermilion.web"
    label = "web"
