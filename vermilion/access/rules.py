"""What a network zone may carry. Pure decisions."""

from vermilion.access.types import Grade, Zone

_CARRIES = {
    Zone.INTERNET: Grade.OPEN,
    Zone.CONNECTED: Grade.OPEN,
    Zone.ENCLAVE: Grade.ABSOLUTE_SECRET,
}


def may_carry(zone: str, grade: int) -> bool:
    """Whether an installation in this zone may hold content of this grade.

    Law 117/2025/QH15: secret content lives on independent local networks alone; networks with
    an outside link carry it only by cipher solutions, which this system does not provide.
    """
    return grade <= _CARRIES[Zone(zone)]
