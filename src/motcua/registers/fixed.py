"""Rows of the books that are written once."""

from typing import Any

from django.db import models

from motcua.registers.errors import BookIsFixed


class FixedQuerySet(models.QuerySet[Any]):
    """Rows that can be added and read, and nothing else. The database refuses it too."""

    def update(self, **changes: Any) -> int:
        """Refused: what is written in a book stays as it was written."""
        raise BookIsFixed

    def delete(self) -> tuple[int, dict[str, int]]:
        """Refused: nothing leaves a book."""
        raise BookIsFixed


class Fixed(models.Model):
    """A row of a book, written once."""

    objects = FixedQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Writes a new row; refuses to write over one."""
        if not self._state.adding:
            raise BookIsFixed
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Refused: nothing leaves a book."""
        raise BookIsFixed
