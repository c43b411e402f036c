"""Slips: who shall deal with a registered document, the direction of the leader, the shares given out."""
