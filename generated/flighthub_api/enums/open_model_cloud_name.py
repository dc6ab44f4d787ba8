"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from ..runtime.enums import OpenEnum


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
