from django.apps import AppConfig


class Accounts(AppConfig):
    name = "vermilion.accounts"
    label = "accounts"

    def ready(self) -> None:
        from vermilion.accounts import handlers

        handlers.connect()
