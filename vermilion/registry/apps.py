from django.apps import AppConfig


class Registry(AppConfig):
    name = "vermilion.registry"
    label = "registry"
