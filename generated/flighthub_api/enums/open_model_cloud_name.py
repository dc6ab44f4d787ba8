"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from flighthub_runtime.enums import OpenEnum


class OpenModelCloudName(OpenEnum):
    """Storage product, in the spelling of open modeling.

    Known from DJI's earlier service only.
    """

    ALI_OSS = "ALI_OSS"
    """Alibaba Cloud OSS.

    [inferred, in answers only]
    """
    AWS_S3 = "AWS_S3"
    """Amazon S3.

    [inferred, in answers only]
    """
    AZURE_BLOB = "AZURE_BLOB"
    """Azure Blob Storage, named but unsupported by the earlier service.

    [inferred, in answers only]
    """

    @classmethod
    def _inferred(cls) -> Collection[Any]:
        return ("ALI_OSS", "AWS_S3", "AZURE_BLOB")

    @classmethod
    def _answer_only(cls) -> Collection[Any]:
        return ("ALI_OSS", "AWS_S3", "AZURE_BLOB")
