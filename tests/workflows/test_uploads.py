"""Uploads of pictures: checked first, stored once, counted, and taken up again."""

from __future__ import annotations

import asyncio
import errno
import hashlib
import json
import logging
import os
import resource as limits
import stat
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from client.both_clients import using

from flighthub import (
    AsyncFlightHub,
    InvalidArgument,
    Secret,
    SkippedFilesWarning,
    TransferError,
    WaitCancelled,
)
from flighthub._core.user_paths import state_folder
from flighthub._reconstruction.journal import Journal
from flighthub._reconstruction.photos import Photo, select_photos
from flighthub._transfer import object_store
from flighthub._transfer.object_store import Grant, address, region_of
from flighthub.progress import ProgressBar, ProgressUpdate
from flighthub_api.models import UploadToken
from flighthub_simulator import Simulator, run


def settings(simulator: Simulator) -> dict[str, Any]:
    return {"token": simulator.token, "project": simulator.project, "base_url": simulator.base_url, "retry": True}


def upload(client: str, simulator: Simulator, photos: Any, **more: Any) -> Any:
    return using(client, lambda fh: fh.open_models.upload(photos, **more), **settings(simulator))


def asked(simulator: Simulator, what: str) -> int:
    return sum(each["what"] == f"open_models.{what}" for each in simulator.world.requests)


def stored(simulator: Simulator) -> dict[str, bytes]:
    """What the store holds, by name."""
    return {each.key.rpartition("/")[2]: simulator.store.read(each.key) for each in simulator.store.list()}


def contents(photos: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in photos.iterdir()}


@pytest.fixture(autouse=True)
def _no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    from flighthub._core.retry import Retry

    monkeypatch.setattr(Retry, "pause", lambda self, attempt: 0.01)


def a_token(expires_in: float = 3600) -> UploadToken:
    """The credentials of a set."""
    told = dict.fromkeys(("access_key_id", "secret_access_key", "session_token", "callback_param"), "planted")
    where = {"cloud_bucket_name": "b", "store_path": "x/uuid/{fileName}", "expire_time": int(time.time() + expires_in)}
    return UploadToken.from_dict({**told, **where})


def a_photo(number: int) -> Photo:
    return Photo(f"DJI_{number:04}.JPG", Path("x"), 100, number)


def half_done(state: Path, expires_in: float = 3600) -> Journal:
    """The memory of a set with fifty pictures, all counted."""
    journal = Journal(state)
    journal.open_set(a_token(expires_in), "uuid")
    for number in range(50):
        journal.store(a_photo(number), "etag")
    journal.register(a_photo(number).name for number in range(50))
    return journal


@contextmanager
def room_for(size: int) -> Iterator[None]:
    """No file can be longer than so many bytes, as on a disk that is full."""
    soft, hard = limits.getrlimit(limits.RLIMIT_FSIZE)
    limits.setrlimit(limits.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        limits.setrlimit(limits.RLIMIT_FSIZE, (soft, hard))


def memory() -> list[Path]:
    return sorted((state_folder() / "uploads").glob("*"))


def test_all_pictures_are_stored_and_counted(client: str, present: Simulator, photos: Path) -> None:
    resource = upload(client, present, photos, name="Quarry")
    assert stored(present) == contents(photos)
    (found,) = present.world.open_models.resources.values()
    assert (found.uuid, found.name) == (resource.uuid, "Quarry")
    assert sorted(found.files) == sorted(resource.file_names) == sorted(contents(photos))
    assert resource.size == sum(map(len, contents(photos).values()))


def test_etags_are_reported_without_quotes_whole_and_in_parts(
    client: str, present: Simulator, photos: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(object_store, "LARGE", 16 * 2**20)
    (photos / "large.JPG").write_bytes(os.urandom(20 * 2**20))
    # The simulator refuses reports whose ETag is not that of the stored object.
    upload(client, present, photos)
    large = next(each for each in present.store.list() if each.key.endswith("large.JPG"))
    small = next(each for each in present.store.list() if each.key.endswith("DJI_0000.JPG"))
    assert large.etag.endswith("-3")
    assert small.etag == hashlib.md5((photos / "DJI_0000.JPG").read_bytes()).hexdigest()


def test_reports_go_in_batches_one_after_another(client: str, present: Simulator, tmp_path: Path) -> None:
    for number in range(230):
        (tmp_path / f"{number:03}.jpg").write_bytes(b"%d" % number)
    upload(client, present, tmp_path)
    assert asked(present, "notify_upload") == 3


@pytest.mark.parametrize("fault", ["before", "after"])
def test_a_report_whose_answer_is_lost_is_compared_and_what_is_missing_is_reported_again(
    client: str, present: Simulator, photos: Path, fault: str
) -> None:
    present.faults.add("notifyOpenModelUpload", reset=fault)
    upload(client, present, photos)
    (found,) = present.world.open_models.resources.values()
    assert sorted(found.files) == sorted(contents(photos))
    assert asked(present, "notify_upload") == (1 if fault == "after" else 2)


def test_names_of_all_kinds_arrive(client: str, present: Simulator, tmp_path: Path) -> None:
    odd = ("a b.jpg", "ä#1.jpg", "100%.jpg", "a%20b.jpg", "x(1)+&=~.jpg", "日本.jpg", 'it\'s "q".jpg', "{x}.jpg")
    for name in odd:
        (tmp_path / name).write_bytes(name.encode())
    upload(client, present, tmp_path)
    assert stored(present) == contents(tmp_path)


@pytest.mark.parametrize(
    ("make", "problem"),
    [
        (lambda folder: [], "no picture"),
        (lambda folder: [folder / "missing.jpg"], "missing.jpg cannot be read: No such file"),
        (lambda folder: [folder], "no picture"),
        (lambda folder: [written(folder / "empty.jpg", b"")], "empty.jpg is empty"),
        (
            lambda folder: [written(folder / "a" / "x.jpg"), written(folder / "b" / "x.jpg")],
            "1 names come twice",
        ),
        (lambda folder: [written(folder / "bell\a.jpg")], "control characters"),
    ],
)
def test_pictures_that_will_not_do_are_refused_before_anything_is_sent(
    client: str, present: Simulator, tmp_path: Path, make: Any, problem: str
) -> None:
    given = make(tmp_path)
    before = len(present.world.requests)
    with pytest.raises(InvalidArgument, match=problem):
        upload(client, present, given)
    assert len(present.world.requests) == before
    assert memory() == []


def written(file: Path, content: bytes = b"picture") -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return file


@pytest.mark.parametrize(
    ("kind", "count", "problem"),
    [
        ("3d", 4, "a 3d model must have at least 5 pictures, not 4"),
        ("2d", 4, "at least 5"),
        ("lidar", 4, "at least 5"),
        ("3dgs", 9, "at least 10"),
        ("3dgs", 4001, "at most 4000"),
    ],
)
def test_numbers_of_pictures_are_checked_for_each_kind(
    client: str, present: Simulator, tmp_path: Path, kind: str, count: int, problem: str
) -> None:
    for number in range(count):
        (tmp_path / f"{number:04}.jpg").write_bytes(b"x")
    with pytest.raises(InvalidArgument, match=problem):
        upload(client, present, tmp_path, types={kind})
    assert not present.world.requests


def test_a_folder_a_pattern_and_paths_mean_the_same(present: Simulator, photos: Path) -> None:
    (photos / "notes.txt").write_text("not a picture")
    (photos / ".hidden.jpg").write_bytes(b"x")
    (photos / "deeper").mkdir()
    (photos / "deeper" / "more.png").write_bytes(b"x")
    folder = [photo.path for photo in select_photos(photos, ()).photos]
    pattern = [photo.path for photo in select_photos(f"{photos}/**/*.[JPjp]*", ()).photos]
    assert folder == pattern == [photo.path for photo in select_photos(iter(folder), ()).photos]
    assert len(folder) == 13
    assert len(select_photos(photos, ("lidar",)).photos) == 14
    assert [each.reason for each in select_photos(photos, ()).skipped] == ["hidden", "not a picture (.txt)"]


def beside(photos: Path) -> dict[Path, str]:
    """What people have beside their pictures, with the reason for which it is left out."""
    other = photos.parent / "other"
    other.mkdir()
    (other / "far.jpg").write_bytes(b"x")
    (photos / "linked").symlink_to(other, target_is_directory=True)
    (photos / "gone.jpg").symlink_to(photos.parent / "gone.jpg")
    (photos / "loop.jpg").symlink_to(photos / "loop.jpg")
    (photos / "near.jpg").symlink_to(other / "far.jpg")  # a picture like any other
    (photos / ".DS_Store").write_bytes(b"x")
    (photos / ".trash").mkdir()
    (photos / ".trash" / "old.jpg").write_bytes(b"x")
    (photos / "flight.MRK").write_bytes(b"x")
    (photos / "README").write_bytes(b"x")
    os.mkfifo(photos / "pipe.jpg")
    return {
        photos / "linked": "link to a folder",
        photos / "gone.jpg": "broken link",
        photos / "loop.jpg": "broken link",
        photos / ".DS_Store": "hidden",
        photos / ".trash": "hidden folder",
        photos / "flight.MRK": "not a picture (.mrk)",
        photos / "README": "not a picture (no suffix)",
        photos / "pipe.jpg": "neither a file nor a folder",
    }


def test_what_lies_beside_the_pictures_is_told_before_anything_is_sent(
    client: str, present: Simulator, photos: Path
) -> None:
    expected = beside(photos)
    with pytest.raises(InvalidArgument, match=r"2 links lead nowhere, such as .*mend them, or leave them out"):
        upload(client, present, photos)
    assert not present.world.requests
    with pytest.warns(SkippedFilesWarning, match=r"13 of 21 files are taken as pictures. Left out: 2 × broken link"):
        found = upload(client, present, photos, missing="skip")
    assert dict(found.skipped) == expected
    assert len(found.file_names) == 13


@pytest.mark.parametrize("folder", ["site [north]", "a*b?", "[!x]"])
def test_signs_of_a_pattern_in_the_name_of_a_folder_mean_themselves(tmp_path: Path, folder: str) -> None:
    written(tmp_path / folder / "deeper" / "x.jpg")
    written(tmp_path / "site n" / "y.jpg")
    for pattern in ("*/*.jpg", "**/*.[jJ]pg", "deeper/?.jpg"):
        found = select_photos(f"{tmp_path}/{folder}/{pattern}", ()).photos
        assert [photo.name for photo in found] == ["x.jpg"]


def test_more_pictures_than_are_allowed_are_refused_before_anything_is_sent(
    client: str, present: Simulator, photos: Path
) -> None:
    with pytest.raises(InvalidArgument, match="12 pictures are more than max_photos=11"):
        upload(client, present, photos, max_photos=11)
    assert not present.world.requests
    assert len(upload(client, present, photos, max_photos=12).file_names) == 12


@pytest.mark.parametrize("path", ["a\x00b", "~nosuchuser/photos", "d" * 300])
@pytest.mark.parametrize("argument", ["photos", "state"])
def test_what_cannot_be_a_path_is_refused_and_named(
    client: str, present: Simulator, photos: Path, argument: str, path: str
) -> None:
    given: Any = {"photos": photos, argument: path}
    with pytest.raises(InvalidArgument) as caught:
        upload(client, present, given.pop("photos"), **given)
    assert caught.value.member == argument
    assert not present.world.requests


def test_a_progress_that_would_have_to_be_awaited_is_refused_before_anything_is_sent(
    client: str, present: Simulator, photos: Path
) -> None:
    async def progress(step: ProgressUpdate) -> None: ...

    class Told:
        async def __call__(self, step: ProgressUpdate) -> None: ...

    for given in (progress, Told()):
        with pytest.raises(InvalidArgument, match="is an async function"):
            upload(client, present, photos, progress=given)
    assert not present.world.requests


@pytest.mark.parametrize("text", ["[/red]", "[bold]x", "[link=file:///etc]y[/link]", "\\[x", "[/]"])
def test_a_bar_shows_names_and_states_as_they_are(text: str) -> None:
    import io

    from rich.console import Console

    drawn = io.StringIO()
    with ProgressBar(Console(file=drawn, width=200, force_terminal=False)) as bar:
        bar(ProgressUpdate(text, 1, 2, state=text))
    assert drawn.getvalue().count(text) >= 2


def test_a_folder_that_cannot_be_read_is_not_left_out(
    client: str, present: Simulator, photos: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(photos)
    # Even for root: its path is longer than the system takes.
    for _ in range(17):
        Path("d" * 250).mkdir()
        os.chdir("d" * 250)
    with pytest.raises(InvalidArgument, match="dddd cannot be read: File name too long"):
        upload(client, present, photos)
    assert not present.world.requests


def test_a_second_run_goes_on_in_the_same_batch(client: str, present: Simulator, photos: Path) -> None:
    stop = threading.Event()

    def after_five(step: ProgressUpdate) -> None:
        if step.job == "upload" and step.items_done >= 5:
            stop.set()

    with pytest.raises(WaitCancelled):
        upload(client, present, photos, progress=after_five, cancel=stop, max_concurrency=1)
    first = len(stored(present))
    assert 5 <= first < 12
    puts = present.store.answered
    resource = upload(client, present, photos)
    assert present.store.answered - puts == 12 - first
    assert stored(present) == contents(photos)
    assert [*present.world.open_models.resources] == [resource.uuid]


def test_a_picture_that_changed_between_two_runs_is_sent_again(client: str, present: Simulator, photos: Path) -> None:
    upload(client, present, photos)
    changed = photos / "DJI_0003.JPG"
    changed.write_bytes(b"another picture")
    # The credentials are locked away once everything is counted, so a new batch has to begin.
    resource = upload(client, present, photos)
    assert present.store.read(f"{present.world.open_models.resources[resource.uuid].prefix}/{changed.name}") == (
        b"another picture"
    )


def test_what_is_remembered_is_for_the_owner_alone_and_holds_no_credentials_afterwards(
    client: str, present: Simulator, photos: Path
) -> None:
    during: list[tuple[int, str]] = []

    def look(step: ProgressUpdate) -> None:
        (file,) = memory()
        during.append((stat.S_IMODE(file.stat().st_mode), file.read_text()))

    upload(client, present, photos, progress=look)
    assert {mode for mode, _ in during} == {0o600}
    assert any("secret_access_key" in text for _, text in during)
    (file,) = memory()
    assert file.parent.stat().st_mode & 0o077 == 0
    text = file.read_text()
    assert "secret_access_key" not in text
    (grant,) = present.store._grants.values()
    assert grant.secret not in text
    assert grant.token not in text
    assert next(iter(present.world.open_models.resources.values())).secret not in text
    assert not [each for each in photos.iterdir() if each.suffix not in (".JPG",)]


def test_a_line_that_a_crash_cut_off_is_left_out(present: Simulator, photos: Path, tmp_path: Path) -> None:
    state = tmp_path / "state.jsonl"
    upload("sync", present, photos, state=state)
    whole = state.read_bytes()
    state.write_bytes(whole + b'{"stored":["DJI_00')
    journal = Journal(state)
    assert len(journal.stored) == 12
    journal.register(["x"])
    journal.close()
    again = Journal(state)
    assert "x" in again.registered
    again.close()


@pytest.mark.parametrize(
    "content",
    [
        "not JSON\n",
        '{"of": "another kind"}\n',
        "[]\n",
        '{"set":"x","version":9}\n',
        '{"jobs": {}}\n',
        '{"my": "settings", "without": "a newline at the end"}',
        "one line\nand another without its end",
        '{"set":' + "[" * 100_000 + "\n",
    ],
)
def test_a_file_that_is_no_memory_is_refused_and_left_alone(
    present: Simulator, photos: Path, tmp_path: Path, content: str
) -> None:
    state = tmp_path / "mine.jsonl"
    state.write_text(content)
    state.chmod(0o644)
    with pytest.raises(InvalidArgument, match="not a journal of an upload"):
        upload("sync", present, photos, state=state)
    assert state.read_text() == content
    assert stat.S_IMODE(state.stat().st_mode) == 0o644


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "pipe"])
def test_a_journal_that_is_a_device_or_a_pipe_is_refused(
    present: Simulator, photos: Path, tmp_path: Path, device: str
) -> None:
    if device == "pipe":
        device = str(tmp_path / "pipe")
        os.mkfifo(device)
    with pytest.raises(InvalidArgument, match="is a device or a pipe"):
        upload("sync", present, photos, state=device)
    assert not present.world.requests


def test_a_journal_larger_than_any_is_not_read(present: Simulator, photos: Path, tmp_path: Path) -> None:
    state = tmp_path / "state.jsonl"
    with state.open("wb") as file:
        file.truncate(2**40)
    with pytest.raises(InvalidArgument, match="no journal has more than"):
        upload("sync", present, photos, state=state)


def test_a_memory_that_was_cut_off_in_its_first_line_begins_anew(tmp_path: Path) -> None:
    state = tmp_path / "state.jsonl"
    half_done(state).close()
    state.write_bytes(state.read_bytes()[:100])
    journal = Journal(state)
    assert journal.resource_uuid is None
    journal.close()
    half_done(state).close()
    assert len(Journal(state).stored) == 50


def test_a_memory_for_which_there_is_no_room_is_one_clear_error_and_forgets_nothing(tmp_path: Path) -> None:
    state = tmp_path / "state.jsonl"
    journal = half_done(state)
    # Some of the line still fits.
    with (
        room_for(state.stat().st_size + 20),
        pytest.raises(TransferError, match=r"cannot be kept in .*: File too large"),
    ):
        journal.store(a_photo(50), "etag")
    assert not journal.has(a_photo(50))
    journal.store(a_photo(51), "etag")
    journal.close()
    again = Journal(state)
    assert {*again.stored} == {a_photo(number).name for number in (*range(50), 51)}


@pytest.mark.parametrize("ended", [False, True])
def test_credentials_that_cannot_be_forgotten_for_want_of_room_take_nothing_with_them(
    tmp_path: Path, ended: bool
) -> None:
    state = tmp_path / "state.jsonl"
    journal = half_done(state, expires_in=0 if ended else 3600)
    if ended:
        journal.close()
    with room_for(300), pytest.raises(TransferError, match="cannot be kept"):
        Journal(state) if ended else journal.forget_credentials()
    journal.close()
    again = Journal(state)
    assert (len(again.stored), len(again.registered), again.resource_uuid) == (50, 50, "uuid")
    again.forget_credentials(callback=True)
    assert "planted" not in state.read_text()
    assert [*tmp_path.iterdir()] == [state]


def test_a_memory_without_its_credentials_is_still_held(tmp_path: Path) -> None:
    state = tmp_path / "state.jsonl"
    journal = half_done(state)
    journal.forget_credentials()
    with pytest.raises(TransferError, match="another process"):
        Journal(state)
    journal.register(["x"])
    journal.close()
    assert "x" in Journal(state).registered


def test_a_memory_that_is_deleted_while_somebody_waits_for_it_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from flighthub._reconstruction import journal as _journal

    state = tmp_path / "state.jsonl"
    first = half_done(state)
    real = _journal.lock

    def late(descriptor: int) -> bool:
        monkeypatch.setattr(_journal, "lock", real)
        first.remove()
        first.close()
        return real(descriptor)

    monkeypatch.setattr(_journal, "lock", late)
    second = Journal(state)
    assert state.exists()
    with pytest.raises(TransferError, match="another process"):
        Journal(state)
    second.close()


def test_a_file_system_without_locks_is_one_clear_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(descriptor: int, operation: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("fcntl.flock", refuse)
    with pytest.raises(TransferError, match=r"cannot be kept in .*: No locks available"):
        Journal(tmp_path / "state.jsonl")


LATE: list[Callable[[Journal], None]] = [
    lambda journal: journal.open_set(a_token(), "other"),
    lambda journal: journal.store(a_photo(1), "etag"),
    lambda journal: journal.register(["x"]),
    lambda journal: journal.forget_credentials(),
    lambda journal: journal.remove(),
]


@pytest.mark.parametrize("late", LATE)
def test_a_thread_that_comes_late_writes_into_no_other_file(tmp_path: Path, late: Callable[[Journal], None]) -> None:
    state = tmp_path / "state.jsonl"
    journal = half_done(state)
    journal.close()
    kept = state.read_bytes()
    # It has the number of the descriptor that came free.
    with (tmp_path / "mine.txt").open("w+") as mine:
        mine.write("my own text")
        mine.flush()
        with pytest.raises(WaitCancelled):
            late(journal)
        assert (tmp_path / "mine.txt").read_text() == "my own text"
    assert state.read_bytes() == kept


def test_two_processes_do_not_upload_the_same_pictures_at_once(
    client: str, present: Simulator, photos: Path, tmp_path: Path
) -> None:
    journal = Journal(tmp_path / "state.jsonl")
    with pytest.raises(TransferError, match="another process is uploading"):
        upload(client, present, photos, state=tmp_path / "state.jsonl")
    journal.close()
    upload(client, present, photos, state=tmp_path / "state.jsonl")


def test_credentials_that_end_between_two_runs_begin_a_new_batch_and_say_so(
    client: str, present: Simulator, photos: Path, caplog: pytest.LogCaptureFixture
) -> None:
    stop = threading.Event()

    def after_five(step: ProgressUpdate) -> None:
        if step.items_done >= 5:
            stop.set()

    with pytest.raises(WaitCancelled):
        upload(client, present, photos, progress=after_five, cancel=stop, max_concurrency=1)
    present.clock.advance(4000)
    with caplog.at_level(logging.WARNING, logger="flighthub"):
        resource = upload(client, present, photos)
    assert "a new batch begins" in caplog.text
    found = present.world.open_models.resources[resource.uuid]
    assert sorted(found.files) == sorted(contents(photos))
    assert len(present.world.open_models.resources) == 2


def test_credentials_that_were_new_and_end_in_the_middle_are_one_clear_error(
    client: str, present: Simulator, photos: Path
) -> None:
    def late(step: ProgressUpdate) -> None:
        if step.items_done == 5:
            present.clock.advance(4000)

    with pytest.raises(TransferError, match=r"when \d+ of 12 pictures were stored .* make it smaller"):
        upload(client, present, photos, progress=late, max_concurrency=1)
    assert len(present.world.open_models.resources) == 1


def test_a_set_that_was_deleted_meanwhile_is_uploaded_anew(client: str, present: Simulator, photos: Path) -> None:
    first = upload(client, present, photos)
    with present.lock:
        present.world.open_models.discard(first.uuid)
    second = upload(client, present, photos)
    assert second.uuid != first.uuid
    assert sorted(present.world.open_models.resources[second.uuid].files) == sorted(contents(photos))


def test_a_set_that_was_deleted_before_anything_was_reported_is_uploaded_anew(
    client: str, present: Simulator, photos: Path
) -> None:
    stop = threading.Event()

    def after_five(step: ProgressUpdate) -> None:
        if step.items_done >= 5:
            stop.set()

    with pytest.raises(WaitCancelled):
        upload(client, present, photos, progress=after_five, cancel=stop, max_concurrency=1)
    (first,) = present.world.open_models.resources
    with present.lock:
        present.world.open_models.discard(first)
    second = upload(client, present, photos)
    assert second.uuid != first
    assert sorted(present.world.open_models.resources[second.uuid].files) == sorted(contents(photos))


def test_pictures_that_can_no_longer_be_reported_are_uploaded_as_another_set(
    client: str, present: Simulator, photos: Path, tmp_path: Path
) -> None:
    from flighthub import InvalidRequest

    state = tmp_path / "state.jsonl"
    everything = sorted(photos.iterdir())
    present.faults.add("notifyOpenModelUpload", code=200101, message="not now", status=400)
    with pytest.raises(InvalidRequest):
        upload(client, present, everything, state=state)
    few = upload(client, present, everything[:11], state=state)
    many = upload(client, present, everything, state=state)
    assert len(present.world.open_models.resources[few.uuid].files) == 11
    assert len(present.world.open_models.resources[many.uuid].files) == 12


def test_a_picture_that_changed_after_its_report_is_reported_again_when_the_answer_is_lost(
    client: str, present: Simulator, photos: Path
) -> None:
    def die(attempt: Any) -> None:
        if attempt.operation == "open_models.get_resource":
            raise RuntimeError("killed")

    with pytest.raises(RuntimeError, match="killed"):
        using(client, lambda fh: fh.open_models.upload(photos), **settings(present), on_request=die)
    changed = photos / "DJI_0003.JPG"
    changed.write_bytes(b"another picture")
    present.faults.add("notifyOpenModelUpload", reset="before")
    upload(client, present, photos)
    (found,) = present.world.open_models.resources.values()
    assert found.files[changed.name] == len(b"another picture")


def large(photos: Path, size: int) -> Path:
    """A picture without content, which goes first and in parts."""
    file = photos / "A_large.JPG"
    with file.open("wb") as stream:
        stream.truncate(size)
    return file


def test_an_upload_that_is_cancelled_in_the_middle_of_a_large_file_says_so(
    client: str, present: Simulator, photos: Path
) -> None:
    large(photos, 40 * 2**20)
    stop = threading.Event()

    def at_once(step: ProgressUpdate) -> None:
        if step.bytes_done:
            stop.set()

    with pytest.raises(WaitCancelled, match="the upload was cancelled"):
        upload(client, present, photos, progress=at_once, cancel=stop, max_concurrency=1)
    assert "A_large.JPG" not in stored(present)


def test_an_upload_whose_task_is_cancelled_sends_nothing_more(present: Simulator, photos: Path, tmp_path: Path) -> None:
    large(photos, 64 * 2**20)
    goes_on = threading.Event()
    told: list[ProgressUpdate] = []

    async def cancelled() -> None:
        begun = asyncio.Event()
        loop = asyncio.get_running_loop()

        def slowly(step: ProgressUpdate) -> None:
            if step.bytes_done:
                told.append(step)
                loop.call_soon_threadsafe(begun.set)
                goes_on.wait(10)

        async with AsyncFlightHub(**settings(present)) as fh:
            work = asyncio.create_task(
                fh.open_models.upload(photos, progress=slowly, state=tmp_path / "state.jsonl", max_concurrency=1)
            )
            await begun.wait()
            work.cancel()
            with pytest.raises(asyncio.CancelledError):
                await work
            goes_on.set()
            await asyncio.sleep(0.5)

    asyncio.run(cancelled())
    assert len(told) == 1


@pytest.mark.parametrize("size", [0, 20 * 2**20])
@pytest.mark.parametrize("error", [BrokenPipeError(errno.EPIPE, "Broken pipe"), ValueError("no more")])
def test_what_progress_raises_ends_the_upload_as_it_is(
    client: str, present: Simulator, photos: Path, size: int, error: Exception
) -> None:
    if size:
        large(photos, size)
    told: list[ProgressUpdate] = []

    def fail(step: ProgressUpdate) -> None:
        if step.bytes_done:
            told.append(step)
            raise error

    with pytest.raises(type(error)) as raised:
        upload(client, present, photos, progress=fail, max_concurrency=1)
    assert raised.value is error
    # One more picture may have been begun before the end was seen.
    assert len(told) <= 2


def test_a_store_that_resets_connections_costs_no_picture(client: str, present: Simulator, tmp_path: Path) -> None:
    for number in range(60):
        (tmp_path / f"{number:03}.jpg").write_bytes(b"%d " % number * 5000)
    (tmp_path / "large.jpg").write_bytes(os.urandom(20 * 2**20))
    present.store.reset_every = 20
    steps: list[ProgressUpdate] = []
    upload(client, present, tmp_path, progress=steps.append)
    assert stored(present) == contents(tmp_path)
    last = [step for step in steps if step.job == "upload"][-1]
    assert (last.items_done, last.bytes_done) == (61, last.bytes_total)


def test_a_picture_that_changes_once_while_it_is_sent_is_sent_again(
    client: str, present: Simulator, photos: Path
) -> None:
    changed = False

    def change(step: ProgressUpdate) -> None:
        nonlocal changed
        if not changed and step.item == "DJI_0005.JPG":
            changed = True
            (photos / "DJI_0005.JPG").write_bytes(b"longer than before " * 5000)

    upload(client, present, photos, progress=change)
    assert changed
    assert stored(present) == contents(photos)


def test_a_picture_that_changes_again_and_again_is_one_clear_error(
    client: str, present: Simulator, photos: Path
) -> None:
    def grow(step: ProgressUpdate) -> None:
        if step.item == "DJI_0005.JPG":
            with (photos / "DJI_0005.JPG").open("ab") as file:
                file.write(b"more")

    with pytest.raises(TransferError, match=r"DJI_0005\.JPG is written to while it is sent") as raised:
        upload(client, present, photos, progress=grow)
    assert raised.value.file == "DJI_0005.JPG"


def test_a_picture_that_vanishes_is_one_clear_error(client: str, present: Simulator, photos: Path) -> None:
    def remove(step: ProgressUpdate) -> None:
        (photos / "DJI_0011.JPG").unlink(missing_ok=True)

    with pytest.raises(TransferError, match=r"DJI_0011\.JPG cannot be read: No such file"):
        upload(client, present, photos, progress=remove, max_concurrency=1)


def test_the_error_of_an_operation_comes_through_as_it_is(client: str, present: Simulator, photos: Path) -> None:
    from flighthub import PermissionDenied

    present.faults.add("obtainOpenModelUploadToken", code=200403, message="no quota")
    with pytest.raises(PermissionDenied) as raised:
        upload(client, present, photos)
    assert raised.value.request_id


@pytest.mark.parametrize("missing", ["callback_param", "store_path", "secret_access_key"])
def test_a_server_that_leaves_out_what_an_upload_needs_is_one_clear_error(
    client: str, present: Simulator, photos: Path, missing: str
) -> None:
    example = Path(__file__).resolve().parents[2] / "spec" / "examples" / "obtainOpenModelUploadToken.answer.json"
    answer = json.loads(example.read_text(encoding="utf-8"))
    del answer["data"][missing]
    present.faults.add("obtainOpenModelUploadToken", body=json.dumps(answer))
    with pytest.raises(TransferError, match=missing):
        upload(client, present, photos)
    assert stored(present) == {}


def test_nothing_secret_is_in_an_error_of_the_store(
    client: str, present: Simulator, photos: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import traceback

    present.store.reset_every = 1

    monkeypatch.setattr(object_store, "RETRIES", {"max_retries": 0})
    with pytest.raises(TransferError) as raised:
        upload(client, present, photos)
    told = traceback.TracebackException.from_exception(raised.value, capture_locals=True)
    told.stack = traceback.StackSummary.from_list(each for each in told.stack if "overrides" in each.filename)
    text = "".join(told.format())
    (grant,) = present.store._grants.values()
    assert "uploads.py" in text
    assert grant.secret not in text
    assert grant.token not in text
    assert present.token not in text
    assert next(iter(present.world.open_models.resources.values())).secret not in text


def test_a_broken_line_is_not_taken_for_ended_credentials_when_this_clock_is_ahead(
    client: str, photos: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("flighthub._transfer.object_store.RETRIES", {"max_retries": 0})
    with run(speed=0, start=datetime.now(UTC) - timedelta(hours=5)) as behind:
        behind.store.reset_every = 1
        with pytest.raises(TransferError, match="could not be stored"):
            upload(client, behind, photos)


OSS = "oss-cn-hangzhou.aliyuncs.com"
INTERNAL = "oss-eu-central-1-internal.aliyuncs.com"
S3 = "https://s3.eu-central-1.amazonaws.com"
GRANTS = [
    # provider, endpoint, region; address, whether the bucket is in the host, region to sign for
    ("ali", OSS, "hangzhou", f"https://b.{OSS}", True, "cn-hangzhou"),
    ("ALI_OSS", f"https://{INTERNAL}", "", f"https://b.{INTERNAL}", True, "eu-central-1"),
    ("ali", f"https://b.{OSS}", "cn-beijing", f"https://b.{OSS}", True, "cn-beijing"),
    ("ali", "http://127.0.0.1:9000", "cn-x", "http://127.0.0.1:9000", False, "cn-x"),
    ("aws", f"{S3}/", "eu-central-1", S3, False, "eu-central-1"),
    ("aws", "https://b.s3.amazonaws.com", "us-east-1", "https://b.s3.amazonaws.com", True, "us-east-1"),
    ("minio", "minio.example.com:9000", "", "https://minio.example.com:9000", False, "us-east-1"),
    ("minio", "http://minio:9000", "", "http://minio:9000", False, "us-east-1"),
]


@pytest.mark.parametrize(("provider", "endpoint", "region", "where", "hosted", "signed"), GRANTS)
def test_each_kind_of_store_is_addressed_as_it_wants(
    provider: str, endpoint: str, region: str, where: str, hosted: bool, signed: str
) -> None:
    grant = Grant(provider, endpoint, region, "b", Secret("k"), Secret("s"), Secret("t"), float("inf"))
    assert address(grant, secure=True) == (where, hosted)
    assert region_of(grant, where) == signed


def test_a_host_without_a_scheme_is_asked_as_the_api_is() -> None:
    grant = Grant("minio", "10.0.0.5:9000", "", "b", Secret("k"), Secret("s"), Secret("t"), float("inf"))
    assert address(grant, secure=False)[0] == "http://10.0.0.5:9000"


def test_a_grant_shows_no_secret() -> None:
    grant = Grant("aws", "e", "r", "b", Secret("planted1"), Secret("planted2"), Secret("planted3"), 1.0)
    assert "planted" not in repr(grant)


def test_without_the_extra_nothing_is_sent_and_the_error_says_what_to_install(
    client: str, present: Simulator, photos: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    from flighthub import ConfigurationError

    monkeypatch.setitem(sys.modules, "obstore", None)
    with pytest.raises(ConfigurationError, match=r"pip install 'flighthub\[storage\]'"):
        upload(client, present, photos)
    assert not present.world.requests


def test_the_memory_of_an_upload_is_readable_json(present: Simulator, photos: Path, tmp_path: Path) -> None:
    upload("sync", present, photos, state=tmp_path / "s")
    facts = [json.loads(line) for line in (tmp_path / "s").read_text().splitlines()]
    assert facts[0]["set"] in present.world.open_models.resources
