"""Log lines as JSON, one a line, each with the trace number of its request or job."""

import json
import logging
from datetime import UTC, datetime

from vermilion.kernel.tracing import trace_number


class TraceNumber(logging.Filter):
    """Puts the trace number of the request at hand on every record."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.trace = trace_number.get()
        return True


class Line(logging.Formatter):
    """One JSON object a line. Arguments are never expanded from request bodies or settings."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "from": record.name,
            "trace": getattr(record, "trace", ""),
            "says": record.getMessage(),
        }
        if record.exc_info:
            line["error"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)
