from django.apps import AppConfig


class Tasks(AppConfig):
    name = "vermilion.tasks"
    label = "tasks"
