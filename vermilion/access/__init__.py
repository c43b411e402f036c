"""Grants with causes, classification and clearance: who may see what, and why.

It names holders and things by words alone, and knows neither bodies nor documents.
"""
