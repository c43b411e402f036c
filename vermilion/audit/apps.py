from django.apps import AppConfig


class Audit(AppConfig):
    name = "vermilion.audit"
    label = "audit"
