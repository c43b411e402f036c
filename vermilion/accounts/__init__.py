"""Signing in: passwords, passkeys, one-time codes, sessions, devices, tokens; the post one acts in.

Rights come from posts (`directory`), never from accounts: an account says who somebody is. What is
done around passwords and second factors is django-allauth's; what is recorded, limited and shown
is here.
"""
