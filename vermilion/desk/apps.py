from django.apps import AppConfig


class Desk(AppConfig):
    name = "vermilion.desk"
    label = "desk"
