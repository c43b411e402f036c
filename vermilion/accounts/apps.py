from django.apps import AppConfig


class Accounts(AppConfig):
    name = "vermilion.accounts"
    label = "accounts"
