from django.apps import AppConfig


class Documents(AppConfig):
    name = "vermilion.documents"
    label = "documents"
