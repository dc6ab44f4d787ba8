"""Spans of attempts, as an exporter of OpenTelemetry receives them."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import pytest
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import SpanKind, StatusCode

from flighthub import AsyncFlightHub, FlightHub, Retry, ServerError
from flighthub.otel import Tracing

from .answering_server import SUCCESS, AnsweringServer, Breaks, http
from .both_clients import PROJECT, TOKEN

QUICK = Retry(attempts=3, backoff=0.0)


class Recorder:
    """A provider of tracers that remembers finished spans."""

    def __init__(self) -> None:
        self.exporter = InMemorySpanExporter()
        self.provider = TracerProvider()
        self.provider.add_span_processor(SimpleSpanProcessor(self.exporter))
        self.tracing = Tracing(self.provider)

    def spans(self) -> Sequence[ReadableSpan]:
        return self.exporter.get_finished_spans()


def client(recorder: Recorder, server: AnsweringServer) -> FlightHub:
    return FlightHub(
        token=TOKEN,
        project=PROJECT,
        base_url=server.base_url,
        retry=QUICK,
        on_request=recorder.tracing.on_request,
        on_response=recorder.tracing.on_response,
    )


def test_each_attempt_is_a_client_span_with_its_status_and_number(server: AnsweringServer) -> None:
    answers = iter([http(b"", 503), SUCCESS])
    server.answer = lambda _: next(answers)
    recorder = Recorder()
    with client(recorder, server) as fh:
        fh.waylines.list()
    first, second = recorder.spans()
    for span in (first, second):
        assert (span.name, span.kind) == ("GET /openapi/v0.1/wayline", SpanKind.CLIENT)
        assert span.attributes is not None
        assert span.attributes["flighthub.operation"] == "waylines.list"
    assert first.attributes is not None
    assert second.attributes is not None
    assert first.attributes["http.response.status_code"] == 503
    assert first.attributes["error.type"] == "ServerError"
    assert first.status.status_code is StatusCode.ERROR
    assert second.attributes["http.request.resend_count"] == 1
    assert second.attributes["flighthub.code"] == 0
    assert second.status.status_code is StatusCode.UNSET


def test_a_span_holds_the_template_of_the_path_and_no_id_and_no_key(server: AnsweringServer) -> None:
    recorder = Recorder()
    with client(recorder, server) as fh:
        fh.flight_tasks.get("8d0f2b7c-3c55-4f0e-a6d1-0b9c7e21aa10")
    (span,) = recorder.spans()
    shown = span.to_json()
    assert "/openapi/v0.1/flight-task/{task_uuid}" in shown
    assert "8d0f2b7c" not in shown
    assert TOKEN not in shown


def test_a_call_that_fails_for_good_ends_all_its_spans(server: AnsweringServer) -> None:
    server.answer = http(b"", 500)
    recorder = Recorder()
    with client(recorder, server) as fh, pytest.raises(ServerError):
        fh.waylines.list()
    assert len(recorder.spans()) == 3


def test_a_cancelled_call_ends_its_span(server: AnsweringServer) -> None:
    server.answer = Breaks.SILENCE
    recorder = Recorder()

    async def cancelled() -> None:
        async with AsyncFlightHub(
            token=TOKEN,
            project=PROJECT,
            base_url=server.base_url,
            on_request=recorder.tracing.on_request,
            on_response=recorder.tracing.on_response,
        ) as fh:
            await asyncio.wait_for(fh.waylines.list(), timeout=0.1)

    with pytest.raises(TimeoutError):
        asyncio.run(cancelled())
    (span,) = recorder.spans()
    assert span.attributes is not None
    assert span.attributes["error.type"] == "CancelledError"
