"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from flighthub_runtime.enums import OpenEnum


class StorageProvider(OpenEnum):
    """Storage product."""

    ALI = "ali"
    """Alibaba Cloud OSS."""
    AWS = "aws"
    """Amazon S3."""
    MINIO = "minio"
    """MinIO on one's own premises."""
