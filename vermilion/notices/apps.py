from django.apps import AppConfig


class Notices(AppConfig):
    name = "vermilion.notices"
    label = "notices"
