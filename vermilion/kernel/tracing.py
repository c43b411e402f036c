"""The number of the request or job at hand, for log lines, error pages and traces."""

from contextvars import ContextVar

trace_number: ContextVar[str] = ContextVar("trace_number", default="")
