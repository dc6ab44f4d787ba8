"""Fetching files: whole or not at all, from where it broke off, and without telling the storage host anything."""

from __future__ import annotations

import asyncio
import errno
import hashlib
import os
import threading
import time
import traceback
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from client.both_clients import TOKEN, using

from flighthub import InvalidArgument, Timeout, TransferError, WaitCancelled
from flighthub._async.transfer.downloads import FAILURES
from flighthub._transfer import part_file as _part_files
from flighthub._transfer.results import DownloadSummary, Wanted
from flighthub.progress import ProgressUpdate
from flighthub_api.enums import MediaFileType
from flighthub_runtime.secrets import Secret
from flighthub_simulator import Simulator
from flighthub_simulator._world import File

from .hostile_names import HOSTILE
from .link_server import LinkServer

CONTENT = bytes(range(256)) * 12_000
"""Three megabytes, whose pieces differ."""

FAST: dict[str, Any] = {"base_url": "http://127.0.0.1:9"}


@pytest.fixture(autouse=True)
def _no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    from flighthub._core.retry import Retry

    monkeypatch.setattr(Retry, "pause", lambda self, attempt: 0.01)


@pytest.fixture
def host() -> Iterator[LinkServer]:
    with LinkServer(CONTENT) as running:
        yield running


def fetch(
    client: str,
    host: LinkServer,
    to: Path,
    *names: str,
    size: int | None = len(CONTENT),
    known_by_name: bool = True,
    settings: Any = FAST,
    **more: Any,
) -> Any:
    """Fetches files from the host through either client."""
    wanted = [Wanted(name, name, size, Secret(host.link(name)), known_by_name) for name in names or ("a.bin",)]

    def work(fh: Any) -> Any:
        if client == "sync":
            from flighthub._sync.transfer.downloads import download_all
        else:
            from flighthub._async.transfer.downloads import download_all  # type: ignore[assignment]
        return download_all(fh, wanted, to, **more)

    return using(client, work, **settings)


def begun(client: str, host: LinkServer, to: Path, **more: Any) -> None:
    """Leaves the beginning of a file behind."""
    stop = threading.Event()

    def after_some(step: ProgressUpdate) -> None:
        if step.bytes_done > 500_000:
            stop.set()

    with pytest.raises(WaitCancelled):
        fetch(client, host, to, progress=after_some, cancel=stop, **more)
    host.seen.clear()


def part_in(folder: Path, content: bytes = b"", size: int | None = len(CONTENT)) -> _part_files.PartFile:
    """The part of `a.bin` with so much of it."""
    part = _part_files.PartFile(folder, PurePosixPath("a.bin"), "a.bin", size)
    part.begin(overwrite=False)
    part.write(content)
    return part


def visible(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir() if not each.name.startswith("."))


def test_files_are_whole_with_nothing_beside_them(client: str, host: LinkServer, tmp_path: Path) -> None:
    found = fetch(client, host, tmp_path / "new" / "folder", "a.bin", "b.bin")
    assert found.ok
    assert [file.was_downloaded for file in found] == [True, True]
    assert [path.read_bytes() for path in found.paths] == [CONTENT, CONTENT]
    assert sorted(each.name for each in (tmp_path / "new" / "folder").iterdir()) == ["a.bin", "b.bin"]


def test_what_is_there_is_not_fetched_again(client: str, host: LinkServer, tmp_path: Path) -> None:
    fetch(client, host, tmp_path)
    host.seen.clear()
    found = fetch(client, host, tmp_path)
    assert [file.was_downloaded for file in found] == [False]
    assert found.ok
    assert host.seen == []


def test_a_file_that_breaks_off_is_taken_up_where_it_stopped(client: str, host: LinkServer, tmp_path: Path) -> None:
    host.cuts = [1_500_000, 700_000]
    found = fetch(client, host, tmp_path)
    assert found.paths[0].read_bytes() == CONTENT
    ranges = [headers["range"].removeprefix("bytes=") for _, headers in host.seen if "range" in headers]
    starts = [int(each.partition("-")[0]) for each in ranges]
    assert starts == sorted(starts)
    assert starts[0] > 0


@pytest.mark.parametrize("etag", ['"one"', None])
def test_a_later_call_takes_up_what_one_left(client: str, host: LinkServer, tmp_path: Path, etag: str | None) -> None:
    host.etag = etag
    begun(client, host, tmp_path)
    assert visible(tmp_path) == []
    assert fetch(client, host, tmp_path).paths[0].read_bytes() == CONTENT
    assert "range" in host.seen[0][1]
    assert [each.name for each in tmp_path.iterdir()] == ["a.bin"]


def test_what_has_changed_since_it_was_begun_is_fetched_from_the_beginning(
    client: str, host: LinkServer, tmp_path: Path
) -> None:
    begun(client, host, tmp_path)
    host.content, host.etag = CONTENT[::-1], '"two"'
    assert fetch(client, host, tmp_path).paths[0].read_bytes() == CONTENT[::-1]
    assert [each.name for each in tmp_path.iterdir()] == ["a.bin"]


def test_pieces_of_which_nobody_knows_what_they_are_of_are_not_gone_on_from(
    client: str, host: LinkServer, tmp_path: Path
) -> None:
    # As somebody leaves it who is killed at once.
    part = _part_files.PartFile(tmp_path, PurePosixPath("a.bin"), "a.bin", len(CONTENT))
    part.begin(overwrite=False)
    part.write(CONTENT[::-1][:1000])
    part.close()
    assert fetch(client, host, tmp_path).paths[0].read_bytes() == CONTENT


def test_what_pieces_are_of_is_remembered_once_they_take_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def begun() -> _part_files.PartFile:
        part = _part_files.PartFile(tmp_path, PurePosixPath("a.bin"), "a.bin", 3)
        part.begin(overwrite=False)
        return part

    part = begun()
    part.mark = "one"
    part.write(b"a")
    assert not list(tmp_path.glob("*.mark"))
    monkeypatch.setattr(_part_files, "_SOON", 0.0)
    part.write(b"b")
    (mark,) = tmp_path.glob("*.mark")
    assert mark.read_text() == "one"
    part.close()
    again = begun()
    assert (again.mark, again.offset) == ("one", 2)
    again.write(b"c")
    again.finish()
    assert [each.name for each in tmp_path.iterdir()] == ["a.bin"]


def test_what_changes_while_it_is_fetched_is_fetched_from_the_beginning(
    client: str, host: LinkServer, tmp_path: Path
) -> None:
    host.cuts = [1_500_000]

    def change(step: ProgressUpdate) -> None:
        if step.bytes_done:
            host.content, host.etag = CONTENT[::-1], '"two"'

    assert fetch(client, host, tmp_path, progress=change).paths[0].read_bytes() == CONTENT[::-1]


@pytest.mark.parametrize("trouble", ["cuts", "refusals"])
def test_an_outage_takes_away_nothing_of_what_has_come(
    client: str, host: LinkServer, tmp_path: Path, trouble: str
) -> None:
    host.cuts = [2_000_000]

    def fail(step: ProgressUpdate) -> None:
        if step.bytes_done > 1_000_000:
            setattr(host, trouble, [0 if trouble == "cuts" else 503] * 100)

    assert not fetch(client, host, tmp_path, progress=fail).ok
    host.seen.clear()
    host.cuts, host.refusals = [], []
    assert fetch(client, host, tmp_path).paths[0].read_bytes() == CONTENT
    assert int(host.seen[0][1]["range"].removeprefix("bytes=").partition("-")[0]) > 1_000_000


def test_what_is_whole_and_was_never_told_its_size_is_fetched_again(
    client: str, host: LinkServer, tmp_path: Path
) -> None:
    part_in(tmp_path, CONTENT, size=None).close()
    fetch(client, host, tmp_path, size=None).raise_for_errors()
    assert [each.read_bytes() for each in tmp_path.iterdir()] == [CONTENT]


def test_a_host_that_knows_no_ranges_is_asked_for_all_of_it_again(
    client: str, host: LinkServer, tmp_path: Path
) -> None:
    host.knows_ranges = False
    host.cuts = [1_000_000]
    assert fetch(client, host, tmp_path).paths[0].read_bytes() == CONTENT


@pytest.mark.parametrize("size", [len(CONTENT) + 1, len(CONTENT) - 1])
def test_a_file_of_another_size_never_takes_its_name(client: str, host: LinkServer, tmp_path: Path, size: int) -> None:
    found = fetch(client, host, tmp_path, size=size)
    assert not found.ok
    assert visible(tmp_path) == []
    with pytest.raises(TransferError, match=r"1 of 1 files could not be fetched .*a\.bin") as raised:
        found.raise_for_errors()
    assert isinstance(raised.value.__cause__, TransferError)


def test_what_sends_more_than_was_told_is_left_at_once_and_forgotten(
    client: str, host: LinkServer, tmp_path: Path
) -> None:
    steps: list[ProgressUpdate] = []
    found = fetch(client, host, tmp_path, size=1_000_000, progress=steps.append)
    assert "more than the 1000000 bytes that were announced" in str(found[0].error)
    assert max(step.bytes_done for step in steps) <= 1_000_000
    assert list(tmp_path.iterdir()) == []


def test_what_is_whole_and_only_lacks_its_name_is_not_asked_for(client: str, host: LinkServer, tmp_path: Path) -> None:
    part_in(tmp_path, CONTENT).close()
    found = fetch(client, host, tmp_path)
    assert found[0].was_downloaded
    assert [each.read_bytes() for each in tmp_path.iterdir()] == [CONTENT]
    assert host.seen == []


def test_a_size_that_nobody_tells_is_taken_from_the_answer(client: str, host: LinkServer, tmp_path: Path) -> None:
    host.cuts = [1_000_000]
    assert fetch(client, host, tmp_path, size=None).paths[0].read_bytes() == CONTENT


@pytest.mark.parametrize("size", [0, None])
def test_an_empty_file_is_a_file(client: str, tmp_path: Path, size: int | None) -> None:
    with LinkServer(b"") as host:
        assert fetch(client, host, tmp_path, size=size).paths[0].read_bytes() == b""


def test_a_file_with_another_size_in_its_place_is_left_alone_unless_told(
    client: str, host: LinkServer, tmp_path: Path
) -> None:
    (tmp_path / "a.bin").write_bytes(b"mine")
    found = fetch(client, host, tmp_path)
    assert "exists already, with 4 bytes" in str(found[0].error)
    assert (tmp_path / "a.bin").read_bytes() == b"mine"
    assert fetch(client, host, tmp_path, overwrite=True).ok
    assert (tmp_path / "a.bin").read_bytes() == CONTENT


def test_what_is_to_be_replaced_is_fetched_also_when_it_has_the_same_size(
    client: str, host: LinkServer, tmp_path: Path
) -> None:
    (tmp_path / "a.bin").write_bytes(CONTENT[::-1])
    assert fetch(client, host, tmp_path, overwrite=True)[0].was_downloaded
    assert (tmp_path / "a.bin").read_bytes() == CONTENT


def test_what_its_name_does_not_tell_is_compared_with_what_is_there(
    client: str, host: LinkServer, tmp_path: Path
) -> None:
    file = tmp_path / "a.bin"
    file.write_bytes(CONTENT)
    before = file.stat()
    found = fetch(client, host, tmp_path, known_by_name=False)
    assert (found.ok, found[0].was_downloaded, found.paths) == (True, False, (file,))
    assert os.path.samestat(file.stat(), before)
    file.write_bytes(CONTENT[:-1] + b"?")
    assert "exists already, with other content" in str(fetch(client, host, tmp_path, known_by_name=False)[0].error)
    assert [each.read_bytes() for each in tmp_path.iterdir()] == [CONTENT[:-1] + b"?"]


def test_what_neither_its_name_nor_a_size_tells_is_not_taken_for_it(
    client: str, host: LinkServer, tmp_path: Path
) -> None:
    (tmp_path / "a.bin").write_bytes(CONTENT)
    found = fetch(client, host, tmp_path, size=None, known_by_name=False)
    assert "it is not known whether it is the same" in str(found[0].error)
    assert host.seen == []
    assert fetch(client, host, tmp_path, size=None, known_by_name=False, overwrite=True)[0].was_downloaded


def links(works: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Takes away links from the file system, unless they are to work."""

    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    if not works:
        monkeypatch.setattr(_part_files.os, "link", refuse)


@pytest.mark.parametrize("with_links", [True, False])
def test_what_comes_into_its_place_meanwhile_is_left_alone_unless_told(
    client: str, host: LinkServer, tmp_path: Path, with_links: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    links(with_links, monkeypatch)

    def put(step: ProgressUpdate) -> None:
        if step.bytes_done and not step.items_done:
            (tmp_path / "a.bin").write_bytes(b"mine")

    assert "exists already" in str(fetch(client, host, tmp_path, progress=put)[0].error)
    assert [each.read_bytes() for each in tmp_path.iterdir()] == [b"mine"]
    assert fetch(client, host, tmp_path, progress=put, overwrite=True).ok
    assert [each.read_bytes() for each in tmp_path.iterdir()] == [CONTENT]


def test_a_file_gets_its_place_also_where_there_are_no_links(
    client: str, host: LinkServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    links(False, monkeypatch)
    assert fetch(client, host, tmp_path).ok
    assert [each.read_bytes() for each in tmp_path.iterdir()] == [CONTENT]


def test_a_part_that_is_in_its_place_already_is_not_written_to(client: str, host: LinkServer, tmp_path: Path) -> None:
    # As whoever is ended leaves it, between the two steps of moving it there.
    part_in(tmp_path, CONTENT[::-1], size=None).close()
    (part,) = tmp_path.iterdir()
    os.link(part, tmp_path / "a.bin")
    before = (tmp_path / "a.bin").open("rb")
    assert fetch(client, host, tmp_path, size=None, overwrite=True).ok
    with before:
        assert before.read() == CONTENT[::-1]
    assert [each.read_bytes() for each in tmp_path.iterdir()] == [CONTENT]


def test_one_refusal_ends_one_file_and_no_other(client: str, host: LinkServer, tmp_path: Path) -> None:
    host.refusals = [404]
    found = fetch(client, host, tmp_path, "a.bin", "b.bin", max_concurrency=1)
    assert [file.error is None for file in found] == [False, True]
    assert visible(tmp_path) == ["b.bin"]


def test_redirects_are_followed(client: str, host: LinkServer, tmp_path: Path) -> None:
    host.redirects = [host.link("elsewhere")]
    assert fetch(client, host, tmp_path).ok


@pytest.mark.parametrize("address", ["http://host:port/x?signature=planted-signature", "http://[::bad/"])
def test_a_redirect_to_what_is_no_address_ends_one_file_and_no_other(
    client: str, host: LinkServer, tmp_path: Path, address: str
) -> None:
    host.redirects = [address] * FAILURES
    found = fetch(client, host, tmp_path, "a.bin", "b.bin", max_concurrency=1)
    assert [type(file.error) for file in found] == [TransferError, type(None)]
    lines = "".join(traceback.TracebackException.from_exception(found[0].error, capture_locals=True).format())
    assert "planted-signature" not in lines


def test_nothing_secret_goes_to_the_storage_host(client: str, host: LinkServer, tmp_path: Path) -> None:
    assert fetch(client, host, tmp_path).ok
    ((path, headers),) = host.seen
    assert path == "/a.bin?signature=planted-signature"
    assert not [name for name in headers if name.startswith("x-") or name in ("authorization", "cookie")]
    assert TOKEN not in str(headers)


def test_a_link_is_shown_in_no_error(client: str, host: LinkServer, tmp_path: Path) -> None:
    host.refusals = [403]
    host.cuts = [0] * 20
    for name in ("refused.bin", "cut.bin"):
        error = fetch(client, host, tmp_path, name)[0].error
        lines = "".join(traceback.TracebackException.from_exception(error, capture_locals=True).format())
        assert "planted-signature" not in lines
        assert "planted-signature" not in repr(error)


@pytest.mark.parametrize("problem", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_ends_the_job_with_one_error(
    client: str, host: LinkServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, problem: int
) -> None:
    room = 4_000_000
    real = os.write

    def write(descriptor: int, content: Any) -> int:
        nonlocal room
        if room <= 0:
            raise OSError(problem, os.strerror(problem))
        room -= len(content)
        return real(descriptor, content)

    monkeypatch.setattr(_part_files.os, "write", write)
    names = [f"{number}.bin" for number in range(6)]
    with pytest.raises(TransferError, match="takes no more") as raised:
        fetch(client, host, tmp_path, *names, max_concurrency=2)
    assert isinstance(raised.value.__cause__, OSError)
    assert all((tmp_path / name).stat().st_size == len(CONTENT) for name in visible(tmp_path))
    monkeypatch.setattr(_part_files.os, "write", real)
    fetch(client, host, tmp_path, *names).raise_for_errors()


def test_two_processes_do_not_fetch_the_same_file_at_once(client: str, host: LinkServer, tmp_path: Path) -> None:
    part = part_in(tmp_path)
    assert "by another process" in str(fetch(client, host, tmp_path)[0].error)
    part.write(CONTENT)
    part.finish()
    assert [each.read_bytes() for each in tmp_path.iterdir()] == [CONTENT]
    assert not fetch(client, host, tmp_path)[0].was_downloaded


def test_what_somebody_finishes_while_it_is_opened_is_not_written_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = part_in(tmp_path, CONTENT, size=None)
    second = _part_files.PartFile(tmp_path, PurePosixPath("a.bin"), "a.bin", None)
    lock = _part_files.lock

    def late(descriptor: int) -> bool:
        first.finish()
        return lock(descriptor)

    monkeypatch.setattr(_part_files, "lock", late)
    with pytest.raises(TransferError, match="by another process"):
        second.begin(overwrite=True)
    second.close()
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("a.bin", CONTENT)]


def test_whoever_takes_up_a_part_that_is_being_given_up_keeps_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = part_in(tmp_path)
    second = _part_files.PartFile(tmp_path, PurePosixPath("a.bin"), "a.bin", len(CONTENT))
    close = os.close

    def late(descriptor: int) -> None:
        monkeypatch.undo()
        close(descriptor)
        second.begin(overwrite=False)

    monkeypatch.setattr(_part_files.os, "close", late)
    first.close()
    second.write(CONTENT)
    second.finish()
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("a.bin", CONTENT)]


def test_a_file_system_without_locks_costs_no_descriptor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given_back: list[int] = []
    close = os.close

    def refuse(descriptor: int) -> bool:
        opened.append(descriptor)
        raise OSError(errno.ENOTSUP, os.strerror(errno.ENOTSUP))

    def closing(descriptor: int) -> None:
        given_back.append(descriptor)
        close(descriptor)

    opened: list[int] = []
    monkeypatch.setattr(_part_files, "lock", refuse)
    monkeypatch.setattr(_part_files.os, "close", closing)
    with pytest.raises(OSError, match="not supported"):
        part_in(tmp_path)
    assert given_back == opened != []


def test_a_folder_that_is_a_link_to_somewhere_else_is_not_followed(
    client: str, host: LinkServer, tmp_path: Path
) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "inside").mkdir()
    (tmp_path / "inside" / "sub").symlink_to(tmp_path / "outside")
    for name in ("sub/a.bin", "sub/deeper/still/a.bin"):
        found = fetch(client, host, tmp_path / "inside", name)
        assert "outside" in str(found[0].error)
        assert list((tmp_path / "outside").iterdir()) == []


def test_a_name_of_a_thousand_folders_ends_up_in_some_of_them(client: str, host: LinkServer, tmp_path: Path) -> None:
    found = fetch(client, host, tmp_path, "a/" * 1200 + "x.bin", "b.bin")
    assert found.ok
    assert [path.name for path in found.paths] == ["x.bin", "b.bin"]


class Enough(Exception):
    """Somebody has had enough."""


@pytest.mark.parametrize(
    "error",
    [Enough(), BrokenPipeError(errno.EPIPE, "broken"), OSError(errno.ENOSPC, "full"), TransferError("no more")],
    ids=lambda error: type(error).__name__,
)
def test_what_progress_raises_ends_the_job(client: str, host: LinkServer, tmp_path: Path, error: Exception) -> None:
    def stop(step: ProgressUpdate) -> None:
        if step.bytes_done:
            raise error

    with pytest.raises(type(error)) as raised:
        fetch(client, host, tmp_path, "a.bin", "b.bin", progress=stop)
    assert raised.value is error
    assert raised.value.__cause__ is None
    assert visible(tmp_path) == []


def test_a_store_that_says_nothing_is_given_up_after_a_while(client: str, host: LinkServer, tmp_path: Path) -> None:
    host.silent = 5
    began = time.monotonic()
    found = fetch(client, host, tmp_path, settings={**FAST, "timeout": 0.1})
    assert isinstance(found[0].error, TransferError)
    assert time.monotonic() - began < 4


def test_a_download_from_a_store_that_says_nothing_can_be_cancelled(
    client: str, host: LinkServer, tmp_path: Path
) -> None:
    host.silent = 5
    stop = threading.Event()
    threading.Timer(0.1, stop.set).start()
    began = time.monotonic()
    with pytest.raises(WaitCancelled):
        fetch(client, host, tmp_path, cancel=stop, settings={**FAST, "timeout": 0.5})
    assert len(host.seen) == 1
    assert time.monotonic() - began < 4


def test_downloads_leave_the_connections_of_the_client_to_others(
    client: str, host: LinkServer, present: Simulator, tmp_path: Path
) -> None:
    host.gate = threading.Event()
    names = ("a.bin", "b.bin", "c.bin")
    wanted = [Wanted(name, name, len(CONTENT), Secret(host.link(name))) for name in names]
    told = {**settings(present), "retry": False, "max_concurrency": 1, "timeout": Timeout(pool=0.2)}

    def looks() -> Iterator[float]:
        """Pauses until all are at it, or a while has passed."""
        for _ in range(300):
            if len(host.seen) == len(wanted):
                return
            yield 0.01

    def side_by_side(fh: Any) -> Any:
        from flighthub._sync.transfer.downloads import download_all

        with ThreadPoolExecutor(1) as pool:
            files = pool.submit(download_all, fh, wanted, tmp_path, max_concurrency=len(wanted))
            try:
                for seconds in looks():
                    time.sleep(seconds)
                fh.devices.list()
            finally:
                host.gate.set()  # type: ignore[union-attr]
            return files.result()

    async def side_by_side_awaited(fh: Any) -> Any:
        from flighthub._async.transfer.downloads import download_all

        files = asyncio.ensure_future(download_all(fh, wanted, tmp_path, max_concurrency=len(wanted)))
        try:
            for seconds in looks():
                await asyncio.sleep(seconds)
            await fh.devices.list()
        finally:
            host.gate.set()  # type: ignore[union-attr]
        return await files

    found = using(client, side_by_side if client == "sync" else side_by_side_awaited, **told)
    assert found.ok


def test_progress_counts_every_byte_once(client: str, host: LinkServer, tmp_path: Path) -> None:
    host.cuts = [1_000_000]
    steps: list[ProgressUpdate] = []
    fetch(client, host, tmp_path, "a.bin", "b.bin", progress=steps.append)
    assert steps[0] == ProgressUpdate("download", 0, 2, 0, 2 * len(CONTENT))
    assert steps[-1].items_done == 2
    assert steps[-1].bytes_done == 2 * len(CONTENT)
    assert steps[-1].fraction == 1.0


def flown(present: Simulator, names: list[str] | None = None) -> str:
    """A task that has landed and left a folder of files behind, with these names."""
    from .flown import landed

    task = landed(present)
    if names is not None:
        folder = present.world.flight_tasks.all[0].folder
        assert folder is not None
        folder.files.clear()
        now = datetime.now(UTC)
        for number, name in enumerate(names):
            key = f"media/{number}"
            present.store.put(key, f"content {number}".encode())
            size = len(f"content {number}")
            folder.files.append(File(f"uuid-{number}", name, MediaFileType.IMAGE, ".jpeg", key, size, now, now))
    return task


def settings(simulator: Simulator) -> dict[str, Any]:
    return {"token": simulator.token, "project": simulator.project, "base_url": simulator.base_url, "retry": True}


def media(client: str, simulator: Simulator, task: str, to: Path, **more: Any) -> DownloadSummary:
    found: DownloadSummary = using(
        client, lambda fh: fh.flight_tasks.download_media(task, to=to, **more), **settings(simulator)
    )
    return found


def test_hostile_names_of_media_stay_in_the_folder_and_apart(client: str, present: Simulator, tmp_path: Path) -> None:
    names = [name for name in HOSTILE if not any(0xD800 <= ord(each) < 0xE000 for each in name)]
    task = flown(present, [*names, "same", "SAME", "same"])
    folder = tmp_path / "inside"
    found = media(client, present, task, folder)
    found.raise_for_errors()
    assert len({path.resolve() for path in found.paths}) == len(names) + 3
    assert all(path.resolve().is_relative_to(folder.resolve()) for path in found.paths)
    assert [path.read_text() for path in found.paths] == [f"content {number}" for number in range(len(found))]
    assert [each.name for each in tmp_path.iterdir()] == ["inside"]
    again = media(client, present, task, folder)
    assert again.paths == found.paths
    assert not any(file.was_downloaded for file in again)


def test_links_that_expire_in_the_middle_are_asked_for_anew(client: str, present: Simulator, tmp_path: Path) -> None:
    task = flown(present, [f"DJI_{number}" for number in range(30)])
    listed = 0

    def later(step: ProgressUpdate) -> None:
        nonlocal listed
        if step.items_done in (3, 12) and step.items_done > listed:
            listed = step.items_done
            present.clock.advance(4000)

    found = media(client, present, task, tmp_path, progress=later, max_concurrency=3)
    found.raise_for_errors()
    asked = [each for each in present.world.requests if each["what"] == "flight_tasks.list_media"]
    assert 3 <= len(asked) <= 8
    assert [path.read_text() for path in found.paths] == [f"content {number}" for number in range(30)]


def test_a_store_that_resets_connections_costs_no_file(client: str, present: Simulator, tmp_path: Path) -> None:
    task = flown(present)
    expected = {
        file.name: hashlib.md5(present.store.read(file.key)).hexdigest()
        for file in present.world.flight_tasks.all[0].folder.files  # type: ignore[union-attr]
        if file.key
    }
    present.store.reset_every = 5
    found = media(client, present, task, tmp_path)
    found.raise_for_errors()
    assert {path.stem: hashlib.md5(path.read_bytes()).hexdigest() for path in found.paths} == expected


def test_kinds_and_names_are_chosen_and_checked(client: str, present: Simulator, tmp_path: Path) -> None:
    task = flown(present, ["a", "b"])
    named = media(client, present, task, tmp_path, types={"image"}, name=lambda row: f"{row.uuid}/{row.name}.jpg")
    assert [path.relative_to(tmp_path).as_posix() for path in named.paths] == ["uuid-0/a.jpg", "uuid-1/b.jpg"]
    assert len(media(client, present, task, tmp_path, types={MediaFileType.VIDEO})) == 0
    with pytest.raises(InvalidArgument, match="'movie' is none of 'image'"):
        media(client, present, task, tmp_path, types={"movie"})
    with pytest.raises(InvalidArgument, match="several types"):
        media(client, present, task, tmp_path, types="image")


def test_a_flight_without_files_gives_nothing(client: str, present: Simulator, tmp_path: Path) -> None:
    from .flown import begun

    assert len(media(client, present, begun(present), tmp_path)) == 0


def test_the_error_of_the_list_is_kept_when_links_cannot_be_renewed(
    client: str, present: Simulator, tmp_path: Path
) -> None:
    task = flown(present, ["a"])
    present.store.fresh(present.clock.now, seed=99)  # no link of before works any more
    calls = 0

    def refuse(step: ProgressUpdate) -> None:
        nonlocal calls
        calls += 1
        if calls == 1:
            present.faults.add("listFlightTaskMedia", code=200403, message="no longer", count=None)

    (file,) = media(client, present, task, tmp_path, progress=refuse)
    assert isinstance(file.error, TransferError)
    cause = file.error.__cause__
    assert getattr(cause, "code", None) == 200403
    assert getattr(cause, "request_id", "")
