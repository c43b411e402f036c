from django.apps import AppConfig


class Live(AppConfig):
    name = "vermilion.live"
    label = "live"
