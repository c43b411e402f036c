"""Telling people that something came about: the centre, the matrix of channels, digests, mail.

It knows holders by the numbers of their appointments and papers by a kind and a number. Who
somebody is, what a paper may be called and where a body stands in the tree it asks through the
hooks in `types`, which the site fills. A notice holds no words of a paper, nor of what was written
on it: what a paper is called is asked anew each time somebody looks.
"""
