"""Slips: who shall deal with a registered document, what the leader directs, who has a share."""
