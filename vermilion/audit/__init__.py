"""The log of acts: traces, the Merkle tree over them, signed checkpoints, verification.

A trace is written in the transaction of the act it tells of; one job integrates traces into the
tree seconds later. Nothing here knows what an act means.
"""
