"""What a script or a person states of files."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

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
