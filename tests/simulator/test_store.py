"""The object store: credentials that only write, links that only read, and both for a while of the simulated clock."""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import re
import socket
import subprocess
import sys
import time as clock
import tracemalloc
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

import boto3
import httpx
import pytest
from botocore.client import Config
from botocore.exceptions import ClientError

from flighthub_simulator._store import Store, StoreCredentials

PREFIX = "org/project/wayline"


class Time:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 2, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def advance(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def store(time: Time, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    # Nothing of the user's may matter.
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "the user's own")
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    made = Store("127.0.0.1", now=time, seed=7)
    yield made
    made.stop()


def s3(store: Store, credentials: StoreCredentials, **changed: str) -> Any:
    """The usual S3 client, as somebody's program has it."""
    given = {
        "aws_access_key_id": credentials.access_key_id,
        "aws_secret_access_key": credentials.access_key_secret,
        "aws_session_token": credentials.security_token,
        **changed,
    }
    config = Config(s3={"addressing_style": "path"}, retries={"max_attempts": 1})
    return boto3.client("s3", endpoint_url=store.endpoint, region_name=store.region, config=config, **given)


def refused(call: Any) -> str:
    """The code with which the store refuses a call."""
    with pytest.raises(ClientError) as caught:
        call()
    return str(caught.value.response["Error"]["Code"])


def test_what_is_written_with_credentials_is_there_with_the_etag_of_its_content(store: Store) -> None:
    client = s3(store, store.credentials(PREFIX, 3600))
    content = b"route" * 1000
    answer = client.put_object(Bucket=store.bucket, Key=f"{PREFIX}/a b/ü+&.kmz", Body=content, ContentType="x/kmz")
    md5 = hashlib.md5(content).hexdigest()
    assert answer["ETag"] == f'"{md5}"'
    found = store.find(f"{PREFIX}/a b/ü+&.kmz")
    assert found is not None
    assert (found.size, found.etag, found.content_type) == (5000, md5, "x/kmz")
    assert store.read(found.key) == content
    assert [each.key for each in store.list(PREFIX)] == [found.key]
    assert store.find("absent") is None


def test_a_large_file_goes_in_parts_and_has_the_etag_of_parts(store: Store) -> None:
    client = s3(store, store.credentials(PREFIX, 3600))
    key = f"{PREFIX}/large.bin"
    upload = client.create_multipart_upload(Bucket=store.bucket, Key=key)["UploadId"]
    parts = []
    for number, size in ((1, 5 << 20), (2, 1000)):
        part = client.upload_part(
            Bucket=store.bucket, Key=key, UploadId=upload, PartNumber=number, Body=bytes([number]) * size
        )
        parts.append({"PartNumber": number, "ETag": part["ETag"]})
    done = client.complete_multipart_upload(
        Bucket=store.bucket, Key=key, UploadId=upload, MultipartUpload={"Parts": parts}
    )
    found = store.find(key)
    assert found is not None
    assert found.etag.endswith("-2")
    assert done["ETag"].strip('"') == found.etag
    assert found.size == (5 << 20) + 1000
    other = client.create_multipart_upload(Bucket=store.bucket, Key=key + "2")["UploadId"]
    client.abort_multipart_upload(Bucket=store.bucket, Key=key + "2", UploadId=other)
    assert [each.key for each in store.list()] == [key]


def test_credentials_can_write_below_their_prefix_and_do_nothing_else(store: Store) -> None:
    client = s3(store, store.credentials(PREFIX, 3600))
    bucket, key = store.bucket, f"{PREFIX}/mine.kmz"
    store.put("org/project/other/theirs.kmz", b"theirs")
    client.put_object(Bucket=bucket, Key=key, Body=b"mine")
    calls = {
        "get": lambda: client.get_object(Bucket=bucket, Key=key),
        "list": lambda: client.list_objects_v2(Bucket=bucket, Prefix=PREFIX),
        "delete": lambda: client.delete_object(Bucket=bucket, Key=key),
        "buckets": lambda: client.list_buckets(),
        "create": lambda: client.create_bucket(Bucket="another"),
        "elsewhere": lambda: client.put_object(Bucket=bucket, Key="org/project/other/x", Body=b"x"),
        "beside": lambda: client.put_object(Bucket=bucket, Key=f"{PREFIX}s/x", Body=b"x"),
        "above": lambda: client.put_object(Bucket=bucket, Key=PREFIX, Body=b"x"),
        "another bucket": lambda: client.put_object(Bucket="another", Key=key, Body=b"x"),
        "copy": lambda: client.copy_object(
            Bucket=bucket, Key=f"{PREFIX}/copy", CopySource=f"{bucket}/org/project/other/theirs.kmz"
        ),
        "acl": lambda: client.put_object_acl(Bucket=bucket, Key=key, ACL="public-read"),
        "tags": lambda: client.put_object_tagging(Bucket=bucket, Key=key, Tagging={"TagSet": []}),
    }
    assert {name: refused(call) for name, call in calls.items()} == dict.fromkeys(calls, "AccessDenied")
    with pytest.raises(ClientError, match="403"):
        client.head_object(Bucket=bucket, Key=key)
    assert [each.key for each in store.list()] == ["org/project/other/theirs.kmz", key]


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"aws_secret_access_key": "guessed"}, "SignatureDoesNotMatch"),
        ({"aws_session_token": "guessed"}, "InvalidToken"),
        ({"aws_session_token": None}, "InvalidToken"),
        ({"aws_access_key_id": "ASIAGUESSED"}, "InvalidAccessKeyId"),
    ],
    ids=["secret", "token", "no token", "id"],
)
def test_wrong_credentials_are_refused(changed: Any, code: str, store: Store) -> None:
    client = s3(store, store.credentials(PREFIX, 3600), **changed)
    assert refused(lambda: client.put_object(Bucket=store.bucket, Key=f"{PREFIX}/x", Body=b"x")) == code
    assert store.list() == []


def test_headers_that_were_not_signed_are_refused(store: Store) -> None:
    client = s3(store, store.credentials(PREFIX, 3600))

    def add(request: Any, **_: Any) -> None:
        request.headers["x-amz-acl"] = "public-read"

    client.meta.events.register("before-send.s3.PutObject", add)
    assert refused(lambda: client.put_object(Bucket=store.bucket, Key=f"{PREFIX}/x", Body=b"x")) == "AccessDenied"
    assert store.list() == []


HASH = hashlib.sha256(b"body").hexdigest()


def signed(
    store: Store,
    *,
    region: str = "",
    service: str = "s3",
    terminal: str = "aws4_request",
    day: str = "",
    at: datetime | None = None,
    late: float = 0,
    **changed: str,
) -> dict[str, str]:
    """The headers of somebody who signs by hand that `body` is stored; some may be changed, or left out when empty."""
    given = store.credentials(PREFIX, 3600)
    moment = (at or datetime.now(UTC)) + timedelta(minutes=late)
    stamp = moment.strftime("%Y%m%dT%H%M%SZ")
    usual = {
        "host": store.endpoint.removeprefix("http://"),
        "x-amz-content-sha256": HASH,
        "x-amz-date": stamp,
        "x-amz-security-token": given.security_token,
    }
    headers = {name: text for name, text in sorted({**usual, **changed}.items()) if text}
    scope = f"{day or stamp[:8]}/{region or store.region}/{service}/{terminal}"
    names = ";".join(headers)
    lines = [f"{name}:{text}" for name, text in headers.items()]
    told = ["PUT", f"/{store.bucket}/{PREFIX}/x", "", *lines, "", names, headers.get("x-amz-content-sha256", "")]
    digest = hashlib.sha256("\n".join(told).encode()).hexdigest()
    text = "\n".join(("AWS4-HMAC-SHA256", headers.get("x-amz-date", ""), scope, digest))
    key = f"AWS4{given.access_key_secret}".encode()
    for part in scope.split("/"):
        key = hmac.digest(key, part.encode(), "sha256")
    credential = f"Credential={given.access_key_id}/{scope}"
    signature = hmac.digest(key, text.encode(), "sha256").hex()
    return {
        **headers,
        "authorization": f"AWS4-HMAC-SHA256 {credential}, SignedHeaders={names}, Signature={signature}",
    }


def put(store: Store, headers: dict[str, str], body: bytes = b"body") -> tuple[int, str]:
    """Stores, and gives the status and the code of the refusal."""
    answer = httpx.put(f"{store.endpoint}/{store.bucket}/{PREFIX}/x", headers=headers, content=body)
    found = re.search("<Code>(.*?)</Code>", answer.text)
    return answer.status_code, found[1] if found else ""


def test_what_is_signed_by_hand_is_stored_as_it_was_signed_or_without_a_hash(store: Store, time: Time) -> None:
    assert put(store, signed(store)) == (200, "")
    assert put(store, signed(store, **{"x-amz-content-sha256": "UNSIGNED-PAYLOAD"}), b"anything") == (200, "")
    assert store.read(f"{PREFIX}/x") == b"anything"
    # Whoever takes the time from the simulated world signs with that.
    assert put(store, signed(store, at=time.now)) == (200, "")


@pytest.mark.parametrize(
    ("changed", "refusal"),
    [
        ({"region": "us-east-1"}, (400, "AuthorizationHeaderMalformed")),
        ({"service": "sts"}, (400, "AuthorizationHeaderMalformed")),
        ({"terminal": "aws3_request"}, (400, "AuthorizationHeaderMalformed")),
        ({"day": "20260301"}, (400, "AuthorizationHeaderMalformed")),
        ({"late": -16}, (403, "RequestTimeTooSkewed")),
        ({"late": 16}, (403, "RequestTimeTooSkewed")),
        ({"x-amz-date": "yesterday"}, (403, "AccessDenied")),
        ({"x-amz-date": ""}, (403, "AccessDenied")),
        ({"x-amz-content-sha256": ""}, (400, "InvalidRequest")),
        ({"x-amz-content-sha256": "nonsense"}, (400, "InvalidArgument")),
        ({"x-amz-content-sha256": hashlib.sha256(b"another").hexdigest()}, (400, "XAmzContentSHA256Mismatch")),
    ],
    ids=str,
)
def test_a_wrong_region_date_or_hash_is_refused_as_s3_does_it(changed: Any, refusal: Any, store: Store) -> None:
    assert put(store, signed(store, **changed)) == refusal
    assert store.list() == []


def test_a_body_that_was_changed_on_the_way_is_refused(store: Store) -> None:
    assert put(store, signed(store), b"bod?") == (400, "XAmzContentSHA256Mismatch")
    large = hashlib.sha256(b"x" * (3 << 20)).hexdigest()
    assert put(store, signed(store, **{"x-amz-content-sha256": large}), b"x" * (3 << 20)) == (200, "")


def test_a_wrong_region_is_told_with_the_right_one(store: Store) -> None:
    answer = httpx.put(f"{store.endpoint}/{store.bucket}/{PREFIX}/x", headers=signed(store, region="us-east-1"))
    assert f"<Region>{store.region}</Region>" in answer.text
    assert "the region 'us-east-1' is wrong" in answer.text


def test_a_signature_of_any_text_is_refused(store: Store) -> None:
    told = signed(store)
    given = re.sub("Signature=.*", "Signature=é", told.pop("authorization")).encode("latin-1")
    answer = httpx.put(f"{store.endpoint}/{store.bucket}/{PREFIX}/x", headers={**told, "Authorization": given})
    assert (answer.status_code, "SignatureDoesNotMatch" in answer.text) == (403, True)


def test_a_head_that_comes_byte_by_byte_is_not_waited_for(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flighthub_simulator._heads.LIMIT", 0.3)
    host, _, port = store.endpoint.removeprefix("http://").partition(":")
    with socket.create_connection((host, int(port)), timeout=10) as connection:
        connection.sendall(f"GET /{store.bucket}/x HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
        assert b" 403 " in connection.recv(65536)
        clock.sleep(0.1)  # the server takes what follows at once for the rest of a body
        begun = clock.monotonic()
        with contextlib.suppress(OSError):
            while clock.monotonic() - begun < 5:
                connection.sendall(b"G")
                clock.sleep(0.05)
        assert clock.monotonic() - begun < 2


def test_parts_of_an_upload_that_is_not_there_or_is_of_another_key_are_refused(store: Store) -> None:
    client = s3(store, store.credentials(PREFIX, 3600))
    bucket, key = store.bucket, f"{PREFIX}/large.bin"
    upload = client.create_multipart_upload(Bucket=bucket, Key=key)["UploadId"]
    for given in ({"Key": f"{PREFIX}/other", "UploadId": upload}, {"Key": key, "UploadId": "unknown"}):
        for call in (
            lambda given=given: client.upload_part(Bucket=bucket, PartNumber=1, Body=b"x", **given),
            lambda given=given: client.complete_multipart_upload(
                Bucket=bucket, MultipartUpload={"Parts": [{"PartNumber": 1, "ETag": "x"}]}, **given
            ),
            lambda given=given: client.abort_multipart_upload(Bucket=bucket, **given),
        ):
            assert refused(call) == "NoSuchUpload"
    client.upload_part(Bucket=bucket, Key=key, UploadId=upload, PartNumber=1, Body=b"x")
    client.abort_multipart_upload(Bucket=bucket, Key=key, UploadId=upload)
    assert refused(lambda: client.abort_multipart_upload(Bucket=bucket, Key=key, UploadId=upload)) == "NoSuchUpload"


def test_nobody_gets_in_without_credentials(store: Store) -> None:
    store.put(f"{PREFIX}/x", b"x")
    url = f"{store.endpoint}/{store.bucket}/{PREFIX}/x"
    for method in ("GET", "HEAD", "PUT", "POST", "DELETE"):
        assert httpx.request(method, url, content=b"y" * 100_000 if method == "PUT" else b"").status_code == 403
    assert httpx.get(store.endpoint).status_code == 403
    assert httpx.get(f"{store.endpoint}/moto-api/data.json").status_code == 403
    assert store.read(f"{PREFIX}/x") == b"x"


def test_credentials_end_by_the_simulated_clock(store: Store, time: Time) -> None:
    first = s3(store, store.credentials(PREFIX, 900))
    first.put_object(Bucket=store.bucket, Key=f"{PREFIX}/x", Body=b"x")
    time.advance(900)
    assert refused(lambda: first.put_object(Bucket=store.bucket, Key=f"{PREFIX}/y", Body=b"y")) == "ExpiredToken"
    s3(store, store.credentials(PREFIX, 900)).put_object(Bucket=store.bucket, Key=f"{PREFIX}/z", Body=b"z")
    assert [each.key[-1] for each in store.list()] == ["x", "z"]


def test_a_link_reads_one_object_whole_or_in_ranges_until_it_ends(store: Store, time: Time) -> None:
    key, content = f"{PREFIX}/Bild ü.jpeg", bytes(range(256)) * 10
    store.put(key, content, "image/jpeg")
    link = store.link(key, 600, filename="Bild ü.jpeg")
    whole = httpx.get(link)
    assert (whole.status_code, whole.content, whole.headers["content-type"]) == (200, content, "image/jpeg")
    assert "filename*=UTF-8''Bild%20%C3%BC.jpeg" in whole.headers["content-disposition"]
    for asked, expected in (("bytes=0-9", content[:10]), ("bytes=2550-", content[2550:]), ("bytes=-5", content[-5:])):
        part = httpx.get(link, headers={"Range": asked})
        assert (part.status_code, part.content) == (206, expected)
        assert part.headers["content-range"].endswith("/2560")
    assert httpx.get(link, headers={"Range": "bytes=9999-"}).status_code == 416
    time.advance(599)
    assert httpx.get(link).status_code == 200
    time.advance(1)
    ended = httpx.get(link)
    assert (ended.status_code, "Request has expired" in ended.text) == (403, True)


def big(number: int, size: int) -> bytes:
    """Bytes that differ from place to place, so that a piece at the wrong one is seen."""
    return hashlib.shake_128(str(number).encode()).digest(1 << 16) * (size >> 16) + bytes([number]) * (size % (1 << 16))


def test_a_large_object_is_a_file_that_is_read_whole_and_in_ranges(store: Store) -> None:
    content, key = big(1, (3 << 20) + 123), f"{PREFIX}/x"
    headers = signed(store, **{"x-amz-content-sha256": "UNSIGNED-PAYLOAD", "content-type": "model/x"})
    answer = httpx.put(f"{store.endpoint}/{store.bucket}/{key}", headers=headers, content=content)
    etag = hashlib.md5(content, usedforsecurity=False).hexdigest()
    assert (answer.status_code, answer.headers["etag"]) == (200, f'"{etag}"')
    found = store.find(key)
    assert found is not None
    assert (found.size, found.etag, found.content_type) == (len(content), etag, "model/x")
    assert store.read(key) == content
    link = store.link(key, 600, filename="model.bin")
    whole = httpx.get(link)
    assert (whole.status_code, whole.headers["etag"], whole.headers["content-type"]) == (200, f'"{etag}"', "model/x")
    assert whole.content == content
    assert "model.bin" in whole.headers["content-disposition"]
    for asked, expected in (
        ("bytes=70000-140000", content[70_000:140_001]),
        ("bytes=3145720-", content[3_145_720:]),
        ("bytes=-5", content[-5:]),
        ("bytes=0-99999999", content),
    ):
        part = httpx.get(link, headers={"Range": asked})
        assert (part.status_code, part.content) == (206, expected)
        assert part.headers["content-range"].endswith(f"/{len(content)}")
    assert httpx.get(link, headers={"Range": "bytes=99999999-"}).status_code == 416
    assert put(store, signed(store)) == (200, "")
    assert httpx.get(link).content == b"body"


def test_a_large_object_that_was_changed_on_the_way_is_not_there(store: Store) -> None:
    content = big(2, 2 << 20)
    hashed = {"x-amz-content-sha256": hashlib.sha256(content).hexdigest()}
    assert put(store, signed(store, **hashed), content[:-1] + b"?") == (400, "XAmzContentSHA256Mismatch")
    assert store.list() == []
    assert put(store, signed(store, **hashed), content) == (200, "")


def test_a_large_object_whose_sender_goes_away_is_not_there(store: Store) -> None:
    headers = signed(store, **{"x-amz-content-sha256": "UNSIGNED-PAYLOAD"})
    head = "".join(f"{name}: {text}\r\n" for name, text in {**headers, "content-length": str(4 << 20)}.items())
    address = urlsplit(store.endpoint)
    with socket.create_connection((address.hostname or "", address.port or 0)) as sender:
        sender.sendall(f"PUT /{store.bucket}/{PREFIX}/x HTTP/1.1\r\n{head}\r\n".encode() + bytes(2 << 20))
        sender.shutdown(socket.SHUT_WR)
        answer = sender.recv(1 << 16).decode()
    assert answer.startswith("HTTP/1.1 400")
    assert store.list() == []


def plain(store: Store) -> Any:
    """A client that adds no checksums of its own."""
    given = store.credentials(PREFIX, 3600)
    config = Config(
        s3={"addressing_style": "path", "payload_signing_enabled": False},
        request_checksum_calculation="when_required",
        retries={"max_attempts": 1},
    )
    keys = {
        "aws_access_key_id": given.access_key_id,
        "aws_secret_access_key": given.access_key_secret,
        "aws_session_token": given.security_token,
    }
    return boto3.client("s3", endpoint_url=store.endpoint, region_name=store.region, config=config, **keys)


def test_large_parts_are_put_together_as_s3_does_it(store: Store) -> None:
    client, key = plain(store), f"{PREFIX}/large.bin"
    bodies = [big(1, 6 << 20), big(2, 5 << 20), b"the end"]
    upload = client.create_multipart_upload(Bucket=store.bucket, Key=key, ContentType="model/x")["UploadId"]
    where = {"Bucket": store.bucket, "Key": key, "UploadId": upload}
    tags = [client.upload_part(**where, PartNumber=number, Body=body)["ETag"] for number, body in enumerate(bodies, 1)]
    sums = [hashlib.md5(body, usedforsecurity=False).hexdigest() for body in bodies]
    assert tags == [f'"{each}"' for each in sums]
    wrong = [{"PartNumber": number, "ETag": tags[0]} for number in (1, 2)]
    assert refused(lambda: client.complete_multipart_upload(**where, MultipartUpload={"Parts": wrong})) == "InvalidPart"
    small = [{"PartNumber": number, "ETag": tags[number - 1]} for number in (3, 1)]
    assert refused(lambda: client.complete_multipart_upload(**where, MultipartUpload={"Parts": small})) in (
        "EntityTooSmall",
        "InvalidPartOrder",
    )
    parts = [{"PartNumber": number, "ETag": tag} for number, tag in enumerate(tags, 1)]
    done = client.complete_multipart_upload(**where, MultipartUpload={"Parts": parts})
    both = hashlib.md5(b"".join(map(bytes.fromhex, sums)), usedforsecurity=False).hexdigest()
    assert done["ETag"] == f'"{both}-3"'
    found = store.find(key)
    assert found is not None
    assert (found.size, found.etag, found.content_type) == (sum(map(len, bodies)), f"{both}-3", "model/x")
    answer = httpx.get(store.link(key, 60), headers={"Range": f"bytes={(6 << 20) - 2}-{6 << 20}"})
    assert answer.content == bodies[0][-2:] + bodies[1][:1]
    assert store.read(key) == b"".join(bodies)


def test_a_large_upload_takes_no_memory_of_its_size(store: Store) -> None:
    sent, headers = 48 << 20, signed(store, **{"x-amz-content-sha256": "UNSIGNED-PAYLOAD"})
    put(store, headers)  # what the first request loads is none of it

    def body() -> Iterator[bytes]:
        for _ in range(sent >> 16):
            yield bytes(1 << 16)

    tracemalloc.start()
    try:
        headers = {**headers, "content-length": str(sent)}
        answer = httpx.put(f"{store.endpoint}/{store.bucket}/{PREFIX}/x", headers=headers, content=body())
        with httpx.stream("GET", store.link(f"{PREFIX}/x", 60)) as read:
            size = sum(len(each) for each in read.iter_raw())
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert (answer.status_code, size) == (200, sent)
    # Clients of HTTP take some megabytes for certificates, whatever is sent.
    assert peak < 16 << 20


def test_a_link_that_was_tampered_with_is_refused(store: Store) -> None:
    store.put("a", b"a")
    store.put("b", b"b")
    link = store.link("a", 600)
    signature = httpx.URL(link).params["X-Amz-Signature"]
    for changed in (
        link.replace("/a?", "/b?"),
        link.replace("Expires=600", "Expires=6000"),
        link.replace(signature, "0" * 64),
        link.replace(signature, signature[:10]),
        link.replace(signature, "%C3%A9" * 64),
        link.replace("X-Amz-SignedHeaders=host", "X-Amz-SignedHeaders=host&versionId=1"),
        link.replace(f"&X-Amz-Signature={signature}", ""),
    ):
        assert changed != link
        assert httpx.get(changed).status_code == 403
    for method in ("PUT", "DELETE", "POST"):
        assert httpx.request(method, link).status_code == 403
    assert httpx.get(link).content == b"a"


def test_a_fresh_store_is_empty_and_knows_no_old_links_and_credentials(store: Store, time: Time) -> None:
    credentials = store.credentials(PREFIX, 3600)
    store.put(f"{PREFIX}/x", b"x")
    link, client = store.link(f"{PREFIX}/x", 600), s3(store, credentials)
    store.fresh(time, 8)
    assert store.list() == []
    store.put(f"{PREFIX}/x", b"another")
    assert httpx.get(link).status_code == 403
    assert refused(lambda: client.put_object(Bucket=store.bucket, Key=f"{PREFIX}/y", Body=b"y")) == "InvalidAccessKeyId"


def test_the_same_seed_gives_the_same_credentials_and_another_gives_others(store: Store, time: Time) -> None:
    first = [store.credentials(PREFIX, 60) for _ in range(2)]
    assert first[0] != first[1]
    store.fresh(time, 7)
    assert [store.credentials(PREFIX, 60) for _ in range(2)] == first
    store.fresh(time, 8)
    assert store.credentials(PREFIX, 60) not in first


def test_two_stores_do_not_see_each_other(store: Store, time: Time) -> None:
    other = Store("127.0.0.1", now=time, seed=7)
    try:
        for each, content in ((store, b"first"), (other, b"second")):
            each.put("key", content)
        credentials = store.credentials(PREFIX, 60)
        assert [store.read("key"), other.read("key")] == [b"first", b"second"]
        assert refused(lambda: s3(other, credentials).put_object(Bucket="flighthub", Key=f"{PREFIX}/x", Body=b"x"))
        other.fresh(time, 7)
        assert (other.list(), store.read("key")) == ([], b"first")
        assert httpx.get(store.link("key", 60)).content == b"first"
    finally:
        other.stop()
    assert httpx.get(store.link("key", 60)).content == b"first"


def test_objects_are_deleted_by_prefix(store: Store) -> None:
    for key in ("a/1", "a/2", "b/1"):
        store.put(key, b"x")
    assert store.delete("a/") == 2
    assert [each.key for each in store.list()] == ["b/1"]
    with pytest.raises(KeyError):
        store.read("a/1")


def test_it_listens_on_its_host_alone_and_stops(time: Time) -> None:
    made = Store("127.0.0.1", now=time)
    made.put("key", b"x")
    link = made.link("key", 60)
    assert link.startswith("http://127.0.0.1:")
    assert httpx.get(link).status_code == 200
    made.stop()
    with pytest.raises(httpx.ConnectError):
        httpx.get(link)


def test_a_store_that_is_not_used_loads_nothing_and_does_not_listen() -> None:
    code = (
        "import sys, flighthub_simulator\n"
        "with flighthub_simulator.run() as simulator:\n"
        "    simulator.reset()\n"
        "    assert simulator.store.find('key') is None and simulator.store.list() == []\n"
        "    assert not {'moto', 'boto3', 'flask', 'werkzeug'} & sys.modules.keys()\n"
        "    simulator.store.put('key', b'x')\n"
        "    assert 'moto' in sys.modules and 'flask' not in sys.modules\n"
        "    simulator.store.endpoint\n"
        "    assert 'flask' in sys.modules\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_somebody_elses_moto_in_the_same_process_is_not_disturbed(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    from moto import mock_aws

    monkeypatch.delenv("AWS_ENDPOINT_URL")
    store.put("key", b"ours")
    with mock_aws():
        theirs = boto3.client("s3", region_name="us-east-1", aws_access_key_id="x", aws_secret_access_key="y")
        theirs.create_bucket(Bucket="theirs")
        theirs.put_object(Bucket="theirs", Key="key", Body=b"theirs")
        store.put("key", b"ours")
        assert store.read("key") == b"ours"
        assert theirs.get_object(Bucket="theirs", Key="key")["Body"].read() == b"theirs"
        assert [each["Name"] for each in theirs.list_buckets()["Buckets"]] == ["theirs"]
        store.fresh(datetime.now, 1)
        assert theirs.get_object(Bucket="theirs", Key="key")["Body"].read() == b"theirs"
