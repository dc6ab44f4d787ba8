"""A model that is being made of the pictures of a flight: looking after it until it is there."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING, Self

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.groups import RequestOptions
from flighthub_runtime.public_names import NoPublicConstructor, exported
from flighthub_runtime.records import Records
from flighthub_runtime.secrets import mask_argument

from ..._core.request_options import override_options
from ...errors import NotFound
from ..client import AsyncFlightHub
from ..core.concurrency import OnChange
from ..core.polling import wait_until

if TYPE_CHECKING:
    from flighthub_api.models import ProjectModel, ProjectModelDetail
else:
    ProjectModel = lazy_type("flighthub_api.models", "ProjectModel")
    ProjectModelDetail = lazy_type("flighthub_api.models", "ProjectModelDetail")


@exported
class AsyncModelJob(metaclass=NoPublicConstructor):
    """A model on the map of a project that was ordered, by `fh.models.reconstruct_task`.

    The API has no progress of such a model. It counts as ready once its detail has a link to download it (inferred).

    Attributes:
        id: Id of the model.
        name: Its name. Where several kinds were ordered at once, the order was answered with the id of one model; the
            others, if the server makes them as models of their own, have the same name: see `siblings`.
        detail: The model as last read; None before that, and while the server does not show it yet.
    """

    def __init__(self, client: AsyncFlightHub, id: int, name: str, options: RequestOptions | None = None) -> None:
        self._client = client
        self._options = options
        self.id = id
        self.name = name
        self.detail: ProjectModelDetail | None = None

    @property
    def is_ready(self) -> bool:
        """Whether there was something to download when the model was last read."""
        return self.detail is not None and bool(self.detail.url)

    async def get(self, *, request_options: RequestOptions | None = None) -> ProjectModelDetail:
        """Read the model and its links, which are signed and valid for a while only.

        Args:
            request_options: What to set for this call alone, over what the job was made with.

        Returns:
            ProjectModelDetail: The model.

        Raises:
            NotFound: The server does not show it, or not yet.
            FlightHubError: The call failed.

        Documentation: "Get Model Details".

        Example:
            >>> job = await fh.models.reconstruct_task(task)
            >>> model = await job.get()
        """
        request_options = override_options(self._options, mask_argument(request_options))
        self.detail = None
        self.detail = await self._client.models.get(self.id, request_options=request_options)
        return self.detail

    async def refresh(self, *, request_options: RequestOptions | None = None) -> Self:
        """Read the model anew, which need not be there yet.

        Args:
            request_options: What to set for this call alone, over what the job was made with.

        Returns:
            The job itself, with what was read in `detail`.

        Raises:
            FlightHubError: The call failed.

        Documentation: "Get Model Details".

        Example:
            >>> job = await fh.models.reconstruct_task(task)
            >>> (await job.refresh()).is_ready
            False
        """
        request_options = mask_argument(request_options)
        await self._read(request_options)
        return self

    async def siblings(self, *, request_options: RequestOptions | None = None) -> Records[ProjectModel]:
        """The models of the project that bear the name of this one, itself included, once they are there.

        Args:
            request_options: What to set for this call alone, over what the job was made with.

        Raises:
            FlightHubError: The call failed.

        Documentation: "Get the list of models under the project".

        Example:
            >>> job = await fh.models.reconstruct_task(task, types=("2d", "3d"))
            >>> [model.file_type.value for model in await job.siblings()]
            ['model_2d', 'model_3d']
        """
        request_options = override_options(self._options, mask_argument(request_options))
        rows = await self._client.models.list(request_options=request_options)
        from flighthub_api.models import ProjectModel

        return Records((each for each in rows if each.name == self.name), of=ProjectModel)

    async def wait(
        self,
        *,
        timeout: float | None = 86_400,
        interval: float = 30,
        on_change: OnChange[ProjectModelDetail | None] | None = None,
        cancel: Event | None = None,
        request_options: RequestOptions | None = None,
    ) -> ProjectModelDetail:
        """Wait until the model is ready to be downloaded. A model that is not there yet is waited for.

        The API does not show that a reconstruction has failed, so such a model is waited for until the time is over.

        Args:
            timeout: Seconds to wait, a day by default; None for as long as it takes.
            interval: Seconds between two looks.
            on_change: Called with the model when it appears and when it is ready; None is a model that is not there.
            cancel: Set it, from any thread, to end the wait.
            request_options: What to set for these calls alone, over what the job was made with.

        Returns:
            ProjectModelDetail: The model, with a link that is not empty.

        Raises:
            WaitTimeout: It was not ready in time.
            WaitCancelled: `cancel` was set.
            FlightHubError: Reading the model failed for good.

        Documentation: "Get Model Details".

        Example:
            >>> job = await fh.models.reconstruct_task(task)
            >>> model = await job.wait(timeout=3600, interval=5)
            >>> model.url
            Secret('***')
        """
        request_options = mask_argument(request_options)

        async def read() -> ProjectModelDetail | None:
            return await self._read(request_options)

        found = await wait_until(
            read,
            lambda detail: detail is not None and bool(detail.url),
            what=f"model {self.id} ({self.name!r})",
            timeout=timeout,
            interval=interval,
            on_change=on_change,
            seen_as=_seen_as,
            cancel=cancel,
        )
        assert found is not None  # noqa: S101 - it is what was waited for
        return found

    async def _read(self, options: RequestOptions | None) -> ProjectModelDetail | None:
        try:
            return await self.get(request_options=options)
        except NotFound:
            return None

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.id} {self.name!r}: {_seen_as(self.detail)}>"


def _seen_as(detail: ProjectModelDetail | None) -> str:
    return "not there yet" if detail is None else "ready" if detail.url else "being made"
