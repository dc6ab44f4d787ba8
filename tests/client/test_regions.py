"""In which region a key was made: every public server is asked, and the one that accepts it has its region."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest

import flighthub._async.client
import flighthub._async.regions
import flighthub._sync.client
import flighthub._sync.regions
from flighthub import AsyncFlightHub, ConfigurationError, FlightHub
from flighthub_api import SERVERS

from .answering_server import WEB_PAGE, AnsweringServer, http
from .both_clients import CLIENTS, TOKEN

both = pytest.mark.parametrize("client", CLIENTS)

ACCEPTED = http({"code": 0, "data": {"list": None}})
REFUSED = http({"code": 200401, "message": "X-User-Token not valid"}, status=401)

Regions = dict[str, AnsweringServer]


@pytest.fixture
def regions(monkeypatch: pytest.MonkeyPatch) -> Iterator[Regions]:
    """A server for each region, in the place of the public one; all of them refuse the key."""
    with ExitStack() as stack:
        servers = {name: stack.enter_context(AnsweringServer()) for name in SERVERS}
        for server in servers.values():
            server.answer = REFUSED
        addresses = {name: server.base_url for name, server in servers.items()}
        for module in (
            flighthub._async.client,
            flighthub._async.regions,
            flighthub._sync.client,
            flighthub._sync.regions,
        ):
            monkeypatch.setattr(module, "SERVERS", addresses)
        yield servers


def find_region(client: str, token: str) -> str:
    if client == "sync":
        return FlightHub.find_region(token)
    return asyncio.run(AsyncFlightHub.find_region(token))


@both
@pytest.mark.parametrize("region", list(SERVERS))
def test_the_server_that_accepts_a_key_has_its_region_and_each_is_asked_once(
    client: str, region: str, regions: Regions
) -> None:
    regions[region].answer = ACCEPTED
    assert find_region(client, TOKEN) == region
    for server in regions.values():
        assert [arrival.header("X-User-Token") for arrival in server.arrivals] == [TOKEN]
        assert {arrival.method for arrival in server.arrivals} == {"GET"}


ANSWERS: dict[str, tuple[Callable[[Regions], Any], str]] = {
    "every server refuses it": (lambda regions: None, "refuses the key"),
    "a proxy answers with a page": (
        lambda regions: [setattr(each, "answer", http(WEB_PAGE)) for each in regions.values()],
        "could not be asked (UnexpectedResponse)",
    ),
}


@both
@pytest.mark.parametrize("case", ANSWERS)
def test_a_key_that_no_server_accepts_is_told_with_what_each_answered(client: str, case: str, regions: Regions) -> None:
    prepare, said = ANSWERS[case]
    prepare(regions)
    with pytest.raises(ConfigurationError, match="no public server accepts this organization key") as caught:
        find_region(client, TOKEN)
    assert all(f"{region} {said}" in str(caught.value) for region in regions)
    assert TOKEN not in str(caught.value)


@both
def test_what_cannot_be_a_key_is_sent_to_nobody(client: str, regions: Regions) -> None:
    with pytest.raises(ConfigurationError, match="begins with 'Bearer'"):
        find_region(client, "Bearer abc")
    assert not any(server.arrivals for server in regions.values())
