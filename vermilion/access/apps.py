from django.apps import AppConfig


class Access(AppConfig):
    name = "vermilion.access"
    label = "access"
