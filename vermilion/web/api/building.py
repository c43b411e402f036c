"""The API put together from the routers of the packages."""

from collections.abc import Mapping
from functools import cached_property

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, re_path
from django.views.decorators.http import require_safe
from ninja import NinjaAPI, Router
from ninja.operation import Operation, PathView

from vermilion.web.api import describing, doors, problems, reference
from vermilion.web.api.reading import StrictParser
from vermilion.web.api.types import Authenticate

ABOUT = """The same acts as on the screens, for machines.

Every call carries a token: `Authorization: Bearer …`. Every write carries an `Idempotency-Key`, so
that it can be sent again when its answer was not heard. Whatever goes wrong is answered as
`application/problem+json`, with a trace number. Lists come in pages: follow `next`.
"""


class _Ninja(NinjaAPI):
    """Operations are named `audit_entries`, after package and function; what fails is a problem."""

    def get_openapi_operation_id(self, operation: Operation) -> str:
        package = operation.view_func.__module__.split(".")[1]
        return f"{package}_{operation.view_func.__name__}"

    def on_exception(self, request: HttpRequest, exc: Exception | type[Exception]) -> HttpResponse:
        """What a view raises is a problem at the library's own edge already."""
        return problems.of(request, exc if isinstance(exc, Exception) else exc())


class Api:
    """The one API of an installation: its addresses and its description."""

    def __init__(self, *, authenticate: Authenticate, routers: Mapping[str, Router]) -> None:
        """Put routers under their prefixes; calls are signed in by the authenticator."""
        self._authenticate = authenticate
        self._api = _Ninja(
            title="Vermilion",
            version="1",
            description=ABOUT,
            docs_url=None,
            openapi_url=None,
            parser=StrictParser(),
            urls_namespace="api-1",
        )
        for prefix, router in routers.items():
            self._api.add_router(f"/{prefix}", router, tags=[prefix])

    @cached_property
    def description(self) -> dict[str, object]:
        """The OpenAPI description."""
        return describing.described(self._api)

    @cached_property
    def urls(self) -> list[URLPattern]:
        """Every address of the API, for below `/api/v1/`."""
        return [
            path("openapi.json", self._tell, name="description"),
            path("reference", reference.page(lambda: self.description), name="reference"),
            *self._operations(),
            re_path(r"^(?P<rest>.*)$", doors.nowhere, name="nowhere"),
        ]

    def _operations(self) -> list[URLPattern]:
        patterns = []
        for bound in self._api._get_bound_routers():  # as its own urls do
            views = list(bound.path_operations.values())
            made = list(bound.urls_paths(bound.prefix))
            owners = [view for view in views for _operation in view.operations]
            patterns += [
                _behind_the_door(pattern, view, self._authenticate)
                for pattern, view in zip(made, owners, strict=True)
            ]
        return patterns

    @property
    def _tell(self) -> "doors.View":
        @login_not_required
        @require_safe
        def tell(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - the same for everybody
            text = describing.as_json(self.description)
            return HttpResponse(text, content_type="application/json")

        return tell


def _behind_the_door(pattern: URLPattern, view: PathView, authenticate: Authenticate) -> URLPattern:
    return URLPattern(
        pattern.pattern, doors.door(view, authenticate), pattern.default_args, pattern.name
    )


def build(*, authenticate: Authenticate, routers: Mapping[str, Router]) -> Api:
    """The API of these routers, each under its prefix; called once, in `vermilion.site.api`."""
    return Api(authenticate=authenticate, routers=routers)
