"""What a script or a person states of files."""

import json
import re
from collections import defaultdict
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vermilion.files import queries
from vermilion.files.sorting import pieces_of
from vermilion.files.types import PageOf, Piece

HIGHEST = 3
"""The highest grade of secrecy: what cannot be understood is taken to be that."""


class Declared(forms.Form):
    """The grade of secrecy that is declared of files handed in whole."""

    grade = forms.IntegerField(min_value=0, max_value=HIGHEST, required=False)


class Begin(forms.Form):
    """The name, size and declared type of a file that will come in parts."""

    name = forms.CharField(max_length=1000)
    size = forms.IntegerField(min_value=0, required=False)
    type = forms.CharField(max_length=100, required=False)
    grade = forms.IntegerField(min_value=0, max_value=3, required=False)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        return {
            "name": given.get("name", ""),
            "size": given.get("size"),
            "declared_type": given.get("type", ""),
            "grade": given.get("grade") or 0,
        }


class Release(forms.Form):
    """Why a file is taken out of quarantine."""

    ground = forms.CharField(label=_("Ground for the release"), max_length=300)


class Arrangement(forms.Form):
    """How somebody sorted pages into papers, from `files/sorter.html`.

    With script one field `plan` holds everything; without, each page has fields of its own:
    `paper-<key>` (0 leaves it out), `turn-<key>` and `place-<key>`, and each paper a `name-<n>`.
    """

    plan = forms.CharField(required=False, max_length=2_000_000)
    straight = forms.BooleanField(required=False)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        straight = bool(given.get("straight"))
        try:
            papers = self._planned(given["plan"]) if given.get("plan") else self._filled_in()
            made = [
                (name[:200], [PageOf(blob, number, turn, straight) for blob, number, turn in pages])
                for name, pages in papers
            ]
        except (TypeError, ValueError, KeyError, AttributeError, RecursionError):
            raise forms.ValidationError(_("How the pages were sorted could not be read.")) from None
        if not made:
            raise forms.ValidationError(_("All pages are left out. Leave at least one in a paper."))
        given["pieces"] = self._spread(made)
        return given

    @property
    def pieces(self) -> list[Piece]:
        """What is to be put together, paper by paper."""
        made: list[Piece] = self.cleaned_data["pieces"]
        return made

    def _planned(self, plan: str) -> list[tuple[str, list[tuple[int, int, int]]]]:
        papers = []
        for paper in json.loads(plan)["papers"]:
            pages = [
                (int(blob), int(number), _turned(turn)) for blob, number, turn in paper["pages"]
            ]
            if pages:
                papers.append((str(paper["name"]).strip() or str(_("Paper")), pages))
        return papers

    def _filled_in(self) -> list[tuple[str, list[tuple[int, int, int]]]]:
        papers: dict[int, list[tuple[int, str]]] = defaultdict(list)
        for field, value in self.data.items():
            if found := re.fullmatch(r"paper-(\d{1,18}-\d{1,9})", field):
                key = found.group(1)
                paper = int(value or 0)
                if paper > 0:
                    place = int(self.data.get(f"place-{key}") or 0)
                    papers[paper].append((place, key))
        return [
            (
                str(self.data.get(f"name-{number}", "")).strip() or f"{number}",
                [self._page(key) for _place, key in sorted(papers[number])],
            )
            for number in sorted(papers)
        ]

    def _page(self, key: str) -> tuple[int, int, int]:
        blob, number = key.split("-")
        return int(blob), int(number), _turned(self.data.get(f"turn-{key}") or 0)

    def _spread(self, papers: list[tuple[str, list[PageOf]]]) -> list[Piece]:
        ids = {page.blob_id for _name, pages in papers for page in pages if page.number == 0}
        return pieces_of(papers, {each: queries.page_count(each) or 1 for each in ids})


def _turned(turn: Any) -> int:
    quarters = int(turn) % 360
    if quarters % 90:
        raise ValueError(turn)
    return quarters
