from django.apps import AppConfig


class Followup(AppConfig):
    name = "vermilion.followup"
    label = "followup"
