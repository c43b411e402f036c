"""Bytes known by their digest."""

from django.db import models


class Blob(models.Model):
    """Bytes, kept once however often they are handed in. Never edited; known by their SHA-256."""

    digest = models.CharField(max_length=64, unique=True)
    size = models.BigIntegerField()
    media_type = models.CharField(max_length=100)

    def __str__(self) -> str:
        return self.digest
