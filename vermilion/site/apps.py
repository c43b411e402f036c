from django.apps import AppConfig
from django.conf import settings


class Site(AppConfig):
    name = "vermilion.site"
    label = "vermilion_site"

    def ready(self) -> None:
        from vermilion.arrivals import queries as arrivals
        from vermilion.documents import actions as secrecy
        from vermilion.documents import queries as documents
        from vermilion.files import types as files
        from vermilion.kernel import events
        from vermilion.registry import queries as registry
        from vermilion.registry import types as register_types
        from vermilion.site import acts, kinds, now, progress, telling
        from vermilion.site.wiring import WIRING
        from vermilion.web import shortlinks, wording
        from vermilion.workdays import queries as workdays
        from vermilion.workdays import types as workday_types

        events.connect(WIRING)
        acts.connect(each for each in settings.INSTALLED_APPS if each.startswith("vermilion."))
        wording.calendars.append(workdays.days_left)
        workday_types.names.append(kinds.by_name)
        now.connect()
        telling.connect()
        register_types.followers.append(progress.followed)
        shortlinks.places["e"] = registry.place_of_entry
        shortlinks.helpers.append(telling.clerks_beside)
        files.readers.append(documents.may_read_blob)
        files.readers.append(arrivals.may_read_blob)
        files.beginnings.append(documents.beginning_of)
        files.bars.append(documents.is_held)
        files.gates.append(
            lambda actor, grade, at: secrecy.refuse_what_the_zone_may_not_carry(
                actor=actor, grade=grade, at=at
            )
        )
