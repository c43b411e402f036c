"""The pages of the directory. Nouns; an act is a POST to its noun."""

from django.urls import path

from vermilion.directory.views import bodies, choices, people, places, reading, sheets, steads

app_name = "directory"

urlpatterns = [
    path("", reading.bodies, name="bodies"),
    path("bodies/<int:body_id>/", reading.body, name="body"),
    path("bodies/<int:body_id>/below/", reading.below, name="below"),
    path("bodies/<int:body_id>/bodies/", bodies.founding, name="founding"),
    path("bodies/<int:body_id>/name/", bodies.name, name="body-name"),
    path("bodies/<int:body_id>/particulars/", bodies.particulars, name="body-particulars"),
    path("bodies/<int:body_id>/place/", bodies.place, name="body-place"),
    path("bodies/<int:body_id>/closing/", bodies.closing, name="body-closing"),
    path("bodies/<int:body_id>/successors/", bodies.successors, name="successors"),
    path("bodies/<int:body_id>/identifiers/", bodies.identifiers, name="identifiers"),
    path("identifiers/<int:identifier_id>/retirement/", bodies.retirement, name="retirement"),
    path("bodies/<int:body_id>/units/", places.units, name="units"),
    path("units/<int:unit_id>/name/", places.unit_name, name="unit-name"),
    path("units/<int:unit_id>/place/", places.unit_place, name="unit-place"),
    path("units/<int:unit_id>/closing/", places.unit_closing, name="unit-closing"),
    path("bodies/<int:body_id>/posts/", places.posts, name="posts"),
    path("posts/<int:post_id>/", places.post, name="post"),
    path("posts/<int:post_id>/closing/", places.post_closing, name="post-closing"),
    path("posts/<int:post_id>/appointments/", people.appointments, name="appointments"),
    path("appointments/<int:appointment_id>/end/", people.appointment_end, name="appointment-end"),
    path(
        "appointments/<int:appointment_id>/main/", people.appointment_main, name="appointment-main"
    ),
    path("bodies/<int:body_id>/people/", reading.people, name="people"),
    path("bodies/<int:body_id>/people/new/", people.entering, name="person-new"),
    path("people/<int:person_id>/", reading.person, name="person"),
    path("people/<int:person_id>/particulars/", people.particulars, name="person-particulars"),
    path("bodies/<int:body_id>/delegations/", reading.delegations, name="delegations"),
    path("bodies/<int:body_id>/deputies/", steads.deputies, name="deputies"),
    path("bodies/<int:body_id>/authorities/", steads.authorities, name="authorities"),
    path("bodies/<int:body_id>/assistants/", steads.assistants, name="assistants"),
    path("delegations/<int:delegation_id>/passing-on/", steads.passing_on, name="passing-on"),
    path("delegations/<int:delegation_id>/end/", steads.delegation_end, name="delegation-end"),
    path("assistance/<int:assistance_id>/end/", steads.assistance_end, name="assistance-end"),
    path("bodies/<int:body_id>/circles/", reading.circles, name="circles"),
    path("bodies/<int:body_id>/circles/new/", steads.circle_drawing, name="circle-new"),
    path("circles/<int:circle_id>/", reading.circle, name="circle"),
    path("circles/<int:circle_id>/members/", steads.circle_redrawing, name="circle-members"),
    path("circles/<int:circle_id>/end/", steads.circle_end, name="circle-end"),
    path("bodies/<int:body_id>/sheets/", sheets.handed_in, name="sheets"),
    path("bodies/<int:body_id>/sheets/export/<str:kind>.<str:form>", sheets.export, name="export"),
    path("sheets/templates/<str:kind>.<str:form>", sheets.empty, name="template"),
    path("sheets/<int:sheet_id>/", sheets.sheet, name="sheet"),
    path("sheets/<int:sheet_id>/application/", sheets.application, name="sheet-application"),
    path("sheets/<int:sheet_id>/outcomes.csv", sheets.outcomes, name="sheet-outcomes"),
    path("choices/bodies/", choices.bodies, name="choices-bodies"),
    path("choices/units/", choices.units, name="choices-units"),
    path("choices/posts/", choices.posts, name="choices-posts"),
]
