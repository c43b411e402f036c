from django.apps import AppConfig


class Support(AppConfig):
    name = "vermilion.support"
    label = "support"
