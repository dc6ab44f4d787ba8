"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from flighthub_runtime.enums import OpenEnum


class MediaUploadStatus(OpenEnum):
    """How far the upload of the media of a flight is.

    Further values are possible.
    """

    TO_UPLOAD = "to_upload"
    """Nothing uploaded yet."""
    UPLOADING = "uploading"
    """Being uploaded."""
    UPLOAD_FINISHED = "upload_finished"
    """All files are in the cloud."""

    @property
    def is_terminal(self) -> bool:
        """Whether nothing more happens after this state."""
        return self._value_ in ("upload_finished",)

    @property
    def is_success(self) -> bool:
        """Whether this state is the end that was wanted."""
        return self._value_ in ("upload_finished",)
