from django.apps import AppConfig


class Arrivals(AppConfig):
    name = "vermilion.arrivals"
    label = "arrivals"
