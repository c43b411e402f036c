from django.apps import AppConfig


class Files(AppConfig):
    name = "vermilion.files"
    label = "files"
