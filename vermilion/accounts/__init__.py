"""Signing in: passwords, passkeys, one-time codes, sessions, devices, tokens; in which post one acts.
"""
