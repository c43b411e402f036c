"""The ground under `/api/v1/`: the same acts as the screens, for machines.

A package contributes an `api` module with a router; `vermilion.site.api` puts them together with
`building.build`. Everything common to all operations happens here, once: who calls and what the
token may do, problems as `application/problem+json`, writes that can be repeated safely, pages of
lists by cursor, and the description of it all. Nothing here knows what an operation means.

An operation takes `request: ApiRequest` (with `actor` and `now`), calls one action or some queries,
and gives plain values. It says which scope it needs (`auth=scope("registry:read")`), reads bodies
into a `Given`, takes numbers as `Number`, gives lists as `Page[…]` through `paging.cut`, carries an
`example`, and lets a `Refused` rise. A write is answered whole, never as a stream. A GET that can
be refused for the moment (409) says so by `openapi_extra={"x-refuses": True}`.
"""
