from django.apps import AppConfig


class Workdays(AppConfig):
    name = "vermilion.workdays"
    label = "workdays"
