"""Bytes by digest: kept once, encrypted, scanned, rendered and read.

This package knows bytes and what they turn out to be; what a file is for is known above.
"""
