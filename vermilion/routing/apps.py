from django.apps import AppConfig


class Routing(AppConfig):
    name = "vermilion.routing"
    label = "routing"
