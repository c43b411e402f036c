from django.apps import AppConfig


class Handover(AppConfig):
    name = "vermilion.handover"
    label = "handover"
