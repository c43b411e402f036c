"""What happens now, told to those who have it open: changed desks, readers of one paper, drafts.

A toolkit: it knows tokens, topics and typed references, and nobody of the domain. What it needs
of those above comes through the hooks in `types`, which `vermilion.site` fills. What it tells is
a hint and never content: that something changed, for whom, how much of it is new. Whoever is
told asks again through the doors that know their rights.
"""
