"""The ground under `/api/v1/`: the same acts as the screens, for machines.

A package contributes an `api` module with a router; `vermilion.site.api` puts them together with
`building.build`. Everything common to all operations happens here, once: who calls and what the
token may do, problems as `application/problem+json`, writes that can be repeated safely, pages of
lists by cursor, and the description of it all. Nothing here knows what an operation means.
"""
