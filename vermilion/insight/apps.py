from django.apps import AppConfig


class Insight(AppConfig):
    name = "vermilion.insight"
    label = "insight"
