"""OpenTelemetry spans, one per attempt. Needs the extra: `pip install 'flighthub[otel]'`.

from flighthub.otel import Tracing

tracing = Tracing()
fh = FlightHub(on_request=tracing.on_request, on_response=tracing.on_response)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flighthub_runtime.annotations import lazy_type

from ._core.hooks import Attempt
from ._version import __version__
from .errors import ConfigurationError

if TYPE_CHECKING:
    from opentelemetry.trace import Span, TracerProvider
else:
    Span = lazy_type("opentelemetry.trace", "Span")
    TracerProvider = lazy_type("opentelemetry.trace", "TracerProvider")


class Tracing:
    """A pair of hooks that make a client span of each attempt, below the span that is current when it is sent.

    Spans are named after method and path template and carry the attributes of the HTTP semantic conventions, with
    `flighthub.operation`, `flighthub.request_id` and `flighthub.code` beside them. No query, key or body is in them.

    Args:
        tracer_provider: Where the spans go; the global provider when it is not given.

    Raises:
        ConfigurationError: The package opentelemetry-api is missing.
    """

    def __init__(self, tracer_provider: TracerProvider | None = None) -> None:
        try:
            from opentelemetry import trace
        except ImportError:
            raise ConfigurationError(
                "spans need the package opentelemetry-api: pip install 'flighthub[otel]'"
            ) from None
        self._trace = trace
        self._tracer = trace.get_tracer("flighthub", __version__, tracer_provider)
        self._under_way: dict[str, Span] = {}

    def on_request(self, attempt: Attempt) -> None:
        """Begins the span of an attempt."""
        span = self._tracer.start_span(
            f"{attempt.http_method} {attempt.path}",
            kind=self._trace.SpanKind.CLIENT,
            attributes={
                "http.request.method": attempt.http_method,
                "url.template": attempt.path,
                "flighthub.operation": attempt.operation,
                "flighthub.request_id": attempt.request_id,
            },
        )
        if attempt.number > 1:
            span.set_attribute("http.request.resend_count", attempt.number - 1)
        self._under_way[attempt.request_id] = span

    def on_response(self, attempt: Attempt) -> None:
        """Ends the span of an attempt."""
        span = self._under_way.pop(attempt.request_id, None)
        if span is None:
            return
        if attempt.http_status is not None:
            span.set_attribute("http.response.status_code", attempt.http_status)
        if attempt.code is not None:
            span.set_attribute("flighthub.code", attempt.code)
        if attempt.error:
            span.set_attribute("error.type", attempt.error)
            span.set_status(self._trace.Status(self._trace.StatusCode.ERROR))
        span.end()
