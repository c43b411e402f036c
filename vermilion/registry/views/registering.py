"""Where papers were registered before everything that comes in went through one inbox."""

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from vermilion.web.requests import ActingRequest
from vermilion.web.responses import see_other, see_other_path


@require_safe
def new(request: ActingRequest) -> HttpResponse:
    """Lead on to where a paper is registered now, with the files that were handed in already."""
    if request.GET.getlist("upload"):
        return see_other_path(f"{reverse('arrivals:new')}?{request.GET.urlencode()}")
    return see_other("arrivals:paper")
