from django.apps import AppConfig


class Site(AppConfig):
    name = "vermilion.site"
    label = "vermilion_site"

    def ready(self) -> None:
        from vermilion.kernel import events
        from vermilion.site.wiring import WIRING

        events.connect(WIRING)
