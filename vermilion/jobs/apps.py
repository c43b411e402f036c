from django.apps import AppConfig


class Jobs(AppConfig):
    name = "vermilion.jobs"
    label = "jobs"
