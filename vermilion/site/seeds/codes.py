"""Codes in two schemes. Well-formed, and fictitious save where the dossier gives a real one."""

DECISION_20 = "QD20-2020"
"""Decision 20/2020/QĐ-TTg: groups are added from left to right, one per level."""
QCVN_102 = "QCVN102-2016"
"""QCVN 102:2016/BTTTT: 13 characters, the level-1 code is the last group, lower ones go left."""


def codes(code: str) -> tuple[tuple[str, str], ...]:
    """A code of Decision 20 and its counterpart of QCVN 102.

    `H41.102` becomes `102.00.00.H41`; two figures of a department take the second group from the
    right: `H41.05` becomes `000.00.05.H41`.
    """
    top, _dot, below = code.partition(".")
    groups = ["000", "00", "00", top]
    if below:
        groups[0 if len(below) == 3 else 2] = below
    return ((DECISION_20, code), (QCVN_102, ".".join(groups)))
