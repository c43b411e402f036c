from django.apps import AppConfig


class Site(AppConfig):
    name = "vermilion.site"
    label = "vermilion_site"

    def ready(self) -> None:
        from vermilion.documents import queries as documents
        from vermilion.files import policy as files
        from vermilion.kernel import events
        from vermilion.site.wiring import WIRING

        events.connect(WIRING)
        files.readers.append(documents.may_read_blob)
        files.bars.append(documents.is_held)
