"""Fetching files: whole or not at all, from where it broke off, and without telling the storage host anything."""

from __future__ import annotations

import errno
import hashlib
import os
import threading
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from client.both_clients import TOKEN, using

from flighthub import InvalidArgument, TransferError, WaitCancelled, _part_files
from flighthub._downloads import Downloads, Wanted
from flighthub.progress import Step
from flighthub_api.enums import MediaFileType
from flighthub_api.runtime.secrets import Secret
from flighthub_simulator import Simulator
from flighthub_simulator._world import File

from .hostile_names import HOSTILE
from .link_server import LinkServer

CONTENT = bytes(range(256)) * 12_000
"""Three megabytes, whose pieces differ."""

FAST: dict[str, Any] = {"base_url": "http://127.0.0.1:9"}


@pytest.fixture(autouse=True)
def _no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    from flighthub._retry import Retry

    monkeypatch.setattr(Retry, "pause", lambda self, attempt: 0.01)


@pytest.fixture
def host() -> Iterator[LinkServer]:
    with LinkServer(CONTENT) as running:
        yield running


def fetch(client: str, host: LinkServer, to: Path, *names: str, size: int | None = len(CONTENT), **more: Any) -> Any:
    """Fetches files from the host through either client."""
    wanted = [Wanted(name, name, size, Secret(host.link(name))) for name in names or ("a.bin",)]

    def work(fh: Any) -> Any:
        if client == "sync":
            from flighthub._sync._downloads import download_all
        else:
            from flighthub._async._downloads import download_all  # type: ignore[assignment]
        return download_all(fh, wanted, to, **more)

    return using(client, work, **FAST)


def visible(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir() if not each.name.startswith("."))


def test_files_are_whole_with_nothing_beside_them(client: str, way: str, host: LinkServer, tmp_path: Path) -> None:
    found = fetch(client, host, tmp_path / "new" / "folder", "a.bin", "b.bin")
    assert found.ok
    assert [file.fetched for file in found] == [True, True]
    assert [path.read_bytes() for path in found.paths] == [CONTENT, CONTENT]
    assert sorted(each.name for each in (tmp_path / "new" / "folder").iterdir()) == ["a.bin", "b.bin"]


def test_what_is_there_is_not_fetched_again(client: str, way: str, host: LinkServer, tmp_path: Path) -> None:
    fetch(client, host, tmp_path)
    host.seen.clear()
    found = fetch(client, host, tmp_path)
    assert [file.fetched for file in found] == [False]
    assert found.ok
    assert host.seen == []


def test_a_file_that_breaks_off_is_taken_up_where_it_stopped(
    client: str, way: str, host: LinkServer, tmp_path: Path
) -> None:
    host.cuts = [1_500_000, 700_000]
    found = fetch(client, host, tmp_path)
    assert found.paths[0].read_bytes() == CONTENT
    ranges = [headers["range"].removeprefix("bytes=") for _, headers in host.seen if "range" in headers]
    starts = [int(each.partition("-")[0]) for each in ranges]
    assert starts == sorted(starts)
    assert starts[0] > 0


def test_a_later_call_takes_up_what_one_left(client: str, way: str, host: LinkServer, tmp_path: Path) -> None:
    stop = threading.Event()

    def after_some(step: Step) -> None:
        if step.bytes_done > 500_000:
            stop.set()

    with pytest.raises(WaitCancelled):
        fetch(client, host, tmp_path, progress=after_some, cancel=stop)
    assert visible(tmp_path) == []
    host.seen.clear()
    host.cuts.clear()
    assert fetch(client, host, tmp_path).paths[0].read_bytes() == CONTENT
    assert "range" in host.seen[0][1]


def test_a_host_that_knows_no_ranges_is_asked_for_all_of_it_again(
    client: str, way: str, host: LinkServer, tmp_path: Path
) -> None:
    host.knows_ranges = False
    host.cuts = [1_000_000]
    assert fetch(client, host, tmp_path).paths[0].read_bytes() == CONTENT


@pytest.mark.parametrize("size", [len(CONTENT) + 1, len(CONTENT) - 1])
def test_a_file_of_another_size_never_takes_its_name(
    client: str, way: str, host: LinkServer, tmp_path: Path, size: int
) -> None:
    found = fetch(client, host, tmp_path, size=size)
    assert not found.ok
    assert visible(tmp_path) == []
    with pytest.raises(TransferError, match=r"1 of 1 files could not be fetched .*a\.bin") as raised:
        found.raise_for_errors()
    assert isinstance(raised.value.__cause__, TransferError)


def test_what_sends_more_than_was_told_is_left_at_once_and_forgotten(
    client: str, way: str, host: LinkServer, tmp_path: Path
) -> None:
    steps: list[Step] = []
    found = fetch(client, host, tmp_path, size=1_000_000, progress=steps.append)
    assert "more than the 1000000 bytes that were told" in str(found[0].error)
    assert max(step.bytes_done for step in steps) <= 1_000_000
    assert list(tmp_path.iterdir()) == []


def test_what_is_whole_and_only_lacks_its_name_is_not_asked_for(
    client: str, way: str, host: LinkServer, tmp_path: Path
) -> None:
    part = _part_files.PartFile(tmp_path, PurePosixPath("a.bin"), "a.bin", len(CONTENT))
    part.begin(overwrite=False)
    part.write(CONTENT)
    part.close()
    found = fetch(client, host, tmp_path)
    assert found[0].fetched
    assert [each.read_bytes() for each in tmp_path.iterdir()] == [CONTENT]
    assert host.seen == []


def test_a_size_that_nobody_tells_is_taken_from_the_answer(
    client: str, way: str, host: LinkServer, tmp_path: Path
) -> None:
    host.cuts = [1_000_000]
    assert fetch(client, host, tmp_path, size=None).paths[0].read_bytes() == CONTENT


@pytest.mark.parametrize("size", [0, None])
def test_an_empty_file_is_a_file(client: str, way: str, tmp_path: Path, size: int | None) -> None:
    with LinkServer(b"") as host:
        assert fetch(client, host, tmp_path, size=size).paths[0].read_bytes() == b""


def test_a_file_with_another_size_in_its_place_is_left_alone_unless_told(
    client: str, way: str, host: LinkServer, tmp_path: Path
) -> None:
    (tmp_path / "a.bin").write_bytes(b"mine")
    found = fetch(client, host, tmp_path)
    assert "exists already, with 4 bytes" in str(found[0].error)
    assert (tmp_path / "a.bin").read_bytes() == b"mine"
    assert fetch(client, host, tmp_path, overwrite=True).ok
    assert (tmp_path / "a.bin").read_bytes() == CONTENT


def test_one_refusal_ends_one_file_and_no_other(client: str, way: str, host: LinkServer, tmp_path: Path) -> None:
    host.refusals = [404]
    found = fetch(client, host, tmp_path, "a.bin", "b.bin", max_concurrency=1)
    assert [file.error is None for file in found] == [False, True]
    assert visible(tmp_path) == ["b.bin"]


def test_redirects_are_followed(client: str, way: str, host: LinkServer, tmp_path: Path) -> None:
    host.redirects = [host.link("elsewhere")]
    assert fetch(client, host, tmp_path).ok


def test_nothing_secret_goes_to_the_storage_host(client: str, way: str, host: LinkServer, tmp_path: Path) -> None:
    assert fetch(client, host, tmp_path).ok
    ((path, headers),) = host.seen
    assert path == "/a.bin?signature=planted-signature"
    assert not [name for name in headers if name.startswith("x-") or name in ("authorization", "cookie")]
    assert TOKEN not in str(headers)


def test_a_link_is_shown_in_no_error(client: str, way: str, host: LinkServer, tmp_path: Path) -> None:
    host.refusals = [403]
    host.cuts = [0] * 20
    for name in ("refused.bin", "cut.bin"):
        error = fetch(client, host, tmp_path, name)[0].error
        lines = "".join(traceback.TracebackException.from_exception(error, capture_locals=True).format())
        assert "planted-signature" not in lines
        assert "planted-signature" not in repr(error)


@pytest.mark.parametrize("problem", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_ends_the_job_with_one_error(
    client: str, way: str, host: LinkServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, problem: int
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


def test_two_processes_do_not_fetch_the_same_file_at_once(
    client: str, way: str, host: LinkServer, tmp_path: Path
) -> None:
    part = _part_files.PartFile(tmp_path, PurePosixPath("a.bin"), "a.bin", len(CONTENT))
    part.begin(overwrite=False)
    assert "by another process" in str(fetch(client, host, tmp_path)[0].error)
    part.write(CONTENT)
    part.finish()
    assert [each.read_bytes() for each in tmp_path.iterdir()] == [CONTENT]
    assert not fetch(client, host, tmp_path)[0].fetched


def test_what_somebody_finishes_while_it_is_opened_is_not_written_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = (_part_files.PartFile(tmp_path, PurePosixPath("a.bin"), "a.bin", None) for _ in range(2))
    first.begin(overwrite=False)
    first.write(CONTENT)
    lock = _part_files.lock

    def late(descriptor: int) -> bool:
        first.finish()
        return lock(descriptor)

    monkeypatch.setattr(_part_files, "lock", late)
    with pytest.raises(TransferError, match="by another process"):
        second.begin(overwrite=True)
    second.close()
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("a.bin", CONTENT)]


def test_a_folder_that_is_a_link_to_somewhere_else_is_not_followed(
    client: str, host: LinkServer, tmp_path: Path
) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "inside").mkdir()
    (tmp_path / "inside" / "sub").symlink_to(tmp_path / "outside")
    found = fetch(client, host, tmp_path / "inside", "sub/a.bin")
    assert "outside" in str(found[0].error)
    assert list((tmp_path / "outside").iterdir()) == []


def test_what_progress_raises_ends_the_job(client: str, way: str, host: LinkServer, tmp_path: Path) -> None:
    class Enough(Exception):
        pass

    def stop(step: Step) -> None:
        if step.bytes_done:
            raise Enough

    with pytest.raises(Enough):
        fetch(client, host, tmp_path, "a.bin", "b.bin", progress=stop)
    assert visible(tmp_path) == []


def test_progress_counts_every_byte_once(client: str, way: str, host: LinkServer, tmp_path: Path) -> None:
    host.cuts = [1_000_000]
    steps: list[Step] = []
    fetch(client, host, tmp_path, "a.bin", "b.bin", progress=steps.append)
    assert steps[0] == Step("download", 0, 2, 0, 2 * len(CONTENT))
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


def media(client: str, simulator: Simulator, task: str, to: Path, **more: Any) -> Downloads:
    found: Downloads = using(
        client, lambda fh: fh.flight_tasks.download_media(task, to=to, **more), **settings(simulator)
    )
    return found


def test_hostile_names_of_media_stay_in_the_folder_and_apart(
    client: str, way: str, present: Simulator, tmp_path: Path
) -> None:
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
    assert not any(file.fetched for file in again)


def test_links_that_expire_in_the_middle_are_asked_for_anew(
    client: str, way: str, present: Simulator, tmp_path: Path
) -> None:
    task = flown(present, [f"DJI_{number}" for number in range(30)])
    listed = 0

    def later(step: Step) -> None:
        nonlocal listed
        if step.items_done in (3, 12) and step.items_done > listed:
            listed = step.items_done
            present.clock.advance(4000)

    found = media(client, present, task, tmp_path, progress=later, max_concurrency=3)
    found.raise_for_errors()
    asked = [each for each in present.world.requests if each["what"] == "flight_tasks.list_media"]
    assert 3 <= len(asked) <= 8
    assert [path.read_text() for path in found.paths] == [f"content {number}" for number in range(30)]


def test_a_store_that_resets_connections_costs_no_file(
    client: str, way: str, present: Simulator, tmp_path: Path
) -> None:
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
    named = media(client, present, task, tmp_path, kinds={"image"}, name=lambda row: f"{row.uuid}/{row.name}.jpg")
    assert [path.relative_to(tmp_path).as_posix() for path in named.paths] == ["uuid-0/a.jpg", "uuid-1/b.jpg"]
    assert len(media(client, present, task, tmp_path, kinds={MediaFileType.VIDEO})) == 0
    with pytest.raises(InvalidArgument, match="'movie' is none of 'image'"):
        media(client, present, task, tmp_path, kinds={"movie"})
    with pytest.raises(InvalidArgument, match="several kinds"):
        media(client, present, task, tmp_path, kinds="image")


def test_a_flight_that_left_nothing_yet_gives_nothing(client: str, present: Simulator, tmp_path: Path) -> None:
    from .flown import begun

    assert len(media(client, present, begun(present), tmp_path)) == 0


def test_the_error_of_the_list_is_kept_when_links_cannot_be_renewed(
    client: str, present: Simulator, tmp_path: Path
) -> None:
    task = flown(present, ["a"])
    present.store.fresh(present.clock.now, seed=99)  # no link of before works any more
    calls = 0

    def refuse(step: Step) -> None:
        nonlocal calls
        calls += 1
        if calls == 1:
            present.faults.add("listFlightTaskMedia", code=200403, message="no longer", count=None)

    (file,) = media(client, present, task, tmp_path, progress=refuse)
    assert isinstance(file.error, TransferError)
    cause = file.error.__cause__
    assert getattr(cause, "code", None) == 200403
    assert getattr(cause, "request_id", "")
