"""What an examination found, said in the reader's language: what is the case, and what helps."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.template.defaultfilters import filesizeformat
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from vermilion.files.types import State


@dataclass(frozen=True, slots=True)
class Said:
    """A reason in words. Both texts may have named places for the facts."""

    sentence: str | Promise
    helps: str | Promise = ""


HAND_IN_AGAIN = _("Ask the sender for the file again and hand it in anew.")
WITHOUT_PASSWORD = _("Ask for a copy without a password and hand it in beside this one.")
SMALLER = _("Hand in the files one by one instead of the archive.")
TRY_AGAIN = _("Try again; if it happens again, tell the operator.")

REASONS: dict[str, Said] = {
    "damaged": Said(_("The file is damaged: it cannot be opened as %(format)s."), HAND_IN_AGAIN),
    "truncated": Said(
        _("The end of the file is missing: it was probably cut off on its way."), HAND_IN_AGAIN
    ),
    "too-deep": Said(
        _("The file is nested more deeply than an honest document: it was not unpacked further."),
        SMALLER,
    ),
    "too-many-entries": Said(
        _("The archive holds more than %(limit)s files: it was not unpacked further."), SMALLER
    ),
    "bursts": Said(
        _("Unpacked, the file would grow beyond %(limit_size)s: it was not unpacked further."),
        SMALLER,
    ),
    "infected": Said(
        _("Malware was found in the file: %(malware)s."),
        _("Do not open copies of it elsewhere. Tell the sender and your security officer."),
    ),
    "crashed": Said(
        _("The file made the program that reads it break down. Such files are often forged."),
        HAND_IN_AGAIN,
    ),
    "too-long": Said(
        _("Reading the file took too long and was stopped (seconds allowed: %(seconds)s)."),
        HAND_IN_AGAIN,
    ),
    "too-much-memory": Said(
        _("Reading the file took more memory than any honest document needs."), HAND_IN_AGAIN
    ),
    "ends-workers": Said(
        _("The examination of the file broke off without an answer, time and again (%(times)s)."),
        HAND_IN_AGAIN,
    ),
    "needs-password": Said(
        _("The file is protected by a password, so that it cannot be read here."),
        WITHOUT_PASSWORD,
    ),
    "scanner-silent": Said(_("The malware scanner does not answer."), TRY_AGAIN),
    "killed": Said(_("The examination was broken off from outside."), TRY_AGAIN),
    "reader-broken": Said(
        _("The program that reads such files does not start on this machine."),
        _("Tell the operator; the examination goes on by itself afterwards."),
    ),
    "not-converted": Said(_("No PDF could be made of the file."), TRY_AGAIN),
    "store-silent": Said(_("The file store does not answer."), TRY_AGAIN),
    "store-altered": Said(
        _("The kept bytes are no longer those that were handed in."),
        _("The operator restores the file from a backup."),
    ),
    "key-missing": Said(
        _("The key that seals the file is not on this machine."),
        _("The operator puts the key back into its folder."),
    ),
    "no-engine": Said(
        _("The program that recognises words (Tesseract) is not installed on this machine."),
        _("The operator installs it; the recognition goes on by itself afterwards."),
    ),
    "pages-unread": Said(
        _("The words of some pages could not be recognised: %(pages)s."),
        _("Scan these pages once more, or type what they say."),
    ),
    "recognition-ends-workers": Said(
        _("The recognition broke off without an answer, time and again (%(times)s)."), TRY_AGAIN
    ),
    "not-searchable": Said(
        _("The words are recognised, but no searchable PDF could be made of the scan."), TRY_AGAIN
    ),
    "signed-as-it-is": Said(
        _("The file is digitally signed: it is shown as it came, and no other PDF is made of it.")
    ),
    "stopped": Said(_("%(by)s stopped the recognition. What was recognised so far is kept.")),
    "no-scanner": Said(_("No malware scanner is set up on this installation.")),
    "no-converter": Said(_("LibreOffice is not installed on this machine, so there is no PDF.")),
    "no-container": Said(_("The file is no archive: there is nothing to unpack.")),
    "no-text": Said(_("Files of this type hold no text that could be read here.")),
    "no-pages": Said(_("Files of this type are not shown as pages.")),
    "quarantine-first": Said(_("Not examined, since the file is in quarantine.")),
}

WARNINGS: dict[str, str | Promise] = {
    "active-content": _("The file contains active content (%(kinds)s). It is not run here."),
    "other-type": _("The name ends in “%(ending)s”, but the content is: %(format)s."),
    "unknown-type": _("The type of the content could not be recognised."),
    "no-text-layer": _("No text could be read from the pages: they are probably scanned."),
    "text-cut": _("Only the beginning of the text was read (pages: %(pages)s)."),
    "locked-entries": _("Some files in the archive are protected by a password: %(count)s."),
    "carries-files": _("Other files are attached inside this file: %(names)s."),
    "ends-early": _("The end of the file is missing, but its pages could be read."),
}

KEPT: dict[State, str | Promise] = {
    State.QUARANTINED: _("The file is kept, and given to nobody until it is released."),
    State.REFUSED: _("The file is kept as it came and may be downloaded."),
    State.FAILED: _("The file is kept; nothing is lost."),
}


def reason(code: str, facts: Mapping[str, object]) -> Said:
    """Why an examination ended as it did, with its facts filled in."""
    said = REASONS.get(code)
    if said is None:
        return Said("")
    filled = _told(facts)
    return Said(str(said.sentence) % filled, str(said.helps))


def warning(code: str, facts: Mapping[str, object]) -> str:
    """What a reader should know of a file that was examined nonetheless."""
    said = WARNINGS.get(code)
    return str(said) % _told(facts) if said else ""


def kept(state: State) -> str:
    """What becomes of the bytes in this state."""
    return str(KEPT.get(state, ""))


class _Told(dict[str, object]):
    """Facts for a sentence. One that an older examination did not note is left open."""

    def __missing__(self, name: str) -> str:
        return "…"


def _told(facts: Mapping[str, object]) -> _Told:
    told = _Told(facts)
    if isinstance(limit := facts.get("limit"), int):
        told["limit_size"] = filesizeformat(limit)
    for name, value in facts.items():
        if isinstance(value, list):
            between = pgettext("between the items of a list", ", ")
            told[name] = between.join(str(each) for each in value)
    if not facts.get("format"):
        told["format"] = str(_("a file of this type"))
    return told
