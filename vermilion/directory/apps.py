from django.apps import AppConfig


class Directory(AppConfig):
    name = "vermilion.directory"
    label = "directory"
