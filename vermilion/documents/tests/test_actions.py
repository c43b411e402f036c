"""What is written of documents, and what is refused."""

import unicodedata
from dataclasses import replace
from datetime import date

import pytest

from tests.cast import LONG_AGO, MONDAY, OPERATOR, TUESDAY
from vermilion.audit.models import Trace
from vermilion.documents import actions, models, queries
from vermilion.kernel.refusals import NotAllowed


def test_types_are_loaded_once_and_traced_once(db):
    changed = actions.load_types(actor=OPERATOR, at=LONG_AGO)

    assert changed == models.DocumentType.objects.count() == 77
    assert actions.load_types(actor=OPERATOR, at=MONDAY) == 0
    assert Trace.objects.filter(act="documents.types.loaded").count() == 1


def test_every_type_has_its_name_in_four_languages(types):
    for row in models.DocumentType.objects.all():
        assert all(row.names[language] for language in ("vi", "en", "hi", "ar")), row.code


def test_there_are_the_29_administrative_types_of_the_decree_and_three_copies(types):
    on = queries.types_on(date(2026, 11, 2))

    assert on.filter(family="state").count() == 29
    assert set(on.filter(family="copy").values_list("abbreviation", flat=True)) == {
        "SY",
        "SL",
        "TrS",
    }


def test_a_changed_row_is_brought_back_in_line(types):
    models.DocumentType.objects.filter(code="state-decision").update(abbreviation="X")

    assert actions.load_types(actor=OPERATOR, at=MONDAY) == 1
    assert models.DocumentType.objects.get(code="state-decision").abbreviation == "QĐ"


def test_a_document_is_kept_composed_and_trimmed(lan, a_letter):
    typed = replace(
        a_letter, issuer="  " + unicodedata.normalize("NFD", a_letter.issuer) + "\u202e "
    )

    document = actions.record_document(actor=lan, particulars=typed, at=MONDAY)

    assert document.issuer == "Ủy ban nhân dân tỉnh Lạng Sơn"
    assert document.body_id == lan.body_id
    assert Trace.objects.filter(
        act="documents.document.recorded", subject=f"document:{document.pk}"
    ).exists()


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"abstract": "x" * 501}, "abstract"),
        ({"abstract": " "}, "abstract"),
        ({"issuer": "x" * 201}, "issuer"),
        ({"issuer": ""}, "issuer"),
        ({"symbol": f"15/{'X' * 31}"}, "notation"),
        ({"signer": "x" * 51}, "signer"),
        ({"signer_post": "x" * 101}, "signer_post"),
        ({"note": "x" * 501}, "note"),
        ({"pages": 0}, "pages"),
        ({"pages": 1000}, "pages"),
        ({"copies": 0}, "copies"),
        ({"dated_on": date(2026, 11, 3)}, "dated_on"),
        ({"dated_on": date(1044, 11, 3)}, "dated_on"),
        ({"reply_due_on": date(2026, 10, 29)}, "reply_due_on"),
    ],
)
def test_a_field_out_of_order_is_refused_by_name(lan, a_letter, change, field):
    with pytest.raises(actions.NotInOrder) as refused:
        actions.record_document(actor=lan, particulars=replace(a_letter, **change), at=MONDAY)

    assert field in refused.value.facts["fields"]
    assert not models.Document.objects.exists()


def test_only_a_clerk_records(hoa, a_letter):
    with pytest.raises(NotAllowed, match="Only a clerk"):
        actions.record_document(actor=hoa, particulars=a_letter, at=MONDAY)


def test_an_unknown_type_is_refused(lan, a_letter):
    with pytest.raises(actions.UnknownType):
        actions.record_document(actor=lan, particulars=replace(a_letter, type_id=12345), at=MONDAY)


def test_an_issuer_that_is_no_body_is_refused(lan, a_letter):
    strange = replace(a_letter, issuer_body_id=2**62)
    with pytest.raises(actions.UnknownIssuer):
        actions.record_document(actor=lan, particulars=strange, at=MONDAY)


def test_a_correction_keeps_every_old_value(lan, a_letter):
    document = actions.record_document(actor=lan, particulars=a_letter, at=MONDAY)

    actions.correct_particulars(
        actor=lan,
        document_id=document.pk,
        particulars=replace(a_letter, symbol="16/UBND-KT", dated_on=date(2026, 10, 29)),
        reason="misread",
        at=TUESDAY,
    )

    kept = [(row.field, row.old, row.new, row.by) for row in queries.corrections_of(document.pk)]
    assert kept == [
        ("symbol", "15/UBND-KT", "16/UBND-KT", lan.name),
        ("dated_on", "2026-10-30", "2026-10-29", lan.name),
    ]
    document.refresh_from_db()
    assert (document.symbol, document.symbol_key) == ("16/UBND-KT", "16/ubnd-kt")


def test_a_correction_that_changes_nothing_or_gives_no_reason_is_refused(lan, a_letter):
    document = actions.record_document(actor=lan, particulars=a_letter, at=MONDAY)
    given = {"actor": lan, "document_id": document.pk, "at": TUESDAY}

    with pytest.raises(actions.NothingToCorrect):
        actions.correct_particulars(particulars=a_letter, reason="why not", **given)
    with pytest.raises(actions.ReasonMissing):
        actions.correct_particulars(
            particulars=replace(a_letter, symbol="1/A-B"), reason=" ", **given
        )


def test_the_clerk_of_another_body_corrects_nothing(lan, a_stranger, a_letter):
    document = actions.record_document(actor=lan, particulars=a_letter, at=MONDAY)

    with pytest.raises(NotAllowed, match="another body"):
        actions.correct_particulars(
            actor=a_stranger,
            document_id=document.pk,
            particulars=replace(a_letter, symbol="1/A-B"),
            reason="mine",
            at=MONDAY,
        )


@pytest.mark.django_db(transaction=True)
def test_a_refused_grade_leaves_its_trace_though_the_act_is_undone(lan, a_letter):
    with pytest.raises(actions.NotCarriedHere):
        actions.record_document(actor=lan, particulars=replace(a_letter, secrecy=2), at=MONDAY)

    trace = Trace.objects.get(act="documents.secret.refused")
    assert trace.facts == {"grade": 2, "zone": "internet"}
    assert trace.actor["name"] == lan.name
    assert a_letter.abstract not in str(trace.__dict__)
    assert not models.Document.objects.exists()
