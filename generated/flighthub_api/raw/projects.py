"""As `groups.projects`, but each method gives the whole answer: HTTP status, headers, body and envelope.

Generated from spec/ by `make generate`; not edited by hand.
"""

from __future__ import annotations

import builtins
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

from ..groups.projects import ADD_MEMBERS, LIST, STORAGE_CREDENTIALS
from ..runtime.annotations import lazy_type
from ..runtime.groups import AsyncRawGroup, RawGroup, RequestOptions
from ..runtime.operations import RawAnswer
from ..runtime.secrets import mask_argument

if TYPE_CHECKING:
    from ..enums import ProjectAuthorizedFilter, ProjectListUsage, ProjectSortColumn, SortType
    from ..models import Project, ProjectMember, StorageCredentials
else:
    ProjectAuthorizedFilter = lazy_type("..enums", "ProjectAuthorizedFilter", __package__)
    ProjectListUsage = lazy_type("..enums", "ProjectListUsage", __package__)
    ProjectSortColumn = lazy_type("..enums", "ProjectSortColumn", __package__)
    SortType = lazy_type("..enums", "SortType", __package__)
    Project = lazy_type("..models", "Project", __package__)
    ProjectMember = lazy_type("..models", "ProjectMember", __package__)
    StorageCredentials = lazy_type("..models", "StorageCredentials", __package__)


class RawProjects(RawGroup):
    """Projects of the organization, their members and devices, and where to upload."""

    def list(
        self,
        *,
        page: int | None = None,
        page_size: int | None = None,
        q: str | None = None,
        prj_authorized_status: ProjectAuthorizedFilter | Literal["project-status-authorized"] | None = None,
        usage: ProjectListUsage | Literal["simple"] | None = None,
        sort_column: ProjectSortColumn | Literal["created_at", "name"] | None = None,
        sort_type: SortType | Literal["ASC", "DESC"] | None = None,
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[builtins.list[Project]]:
        """List the projects of the organization, and give all that came back."""
        request_options = mask_argument(request_options)
        return self._caller.call_raw(
            LIST,
            {
                "page": page,
                "page_size": page_size,
                "q": q,
                "prj_authorized_status": prj_authorized_status,
                "usage": usage,
                "sort_column": sort_column,
                "sort_type": sort_type,
            },
            request_options,
        )

    def add_members(
        self,
        *,
        add_users: Sequence[ProjectMember | Mapping[str, Any]],
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[None]:
        """Add people to the project, or change their role, and give all that came back."""
        request_options = mask_argument(request_options)
        return self._caller.call_raw(
            ADD_MEMBERS,
            {
                "add_users": add_users,
            },
            request_options,
        )

    def storage_credentials(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[StorageCredentials]:
        """Obtain credentials for uploads to the project's storage, and give all that came back."""
        request_options = mask_argument(request_options)
        return self._caller.call_raw(
            STORAGE_CREDENTIALS,
            {},
            request_options,
        )


class AsyncRawProjects(AsyncRawGroup):
    """Projects of the organization, their members and devices, and where to upload."""

    async def list(
        self,
        *,
        page: int | None = None,
        page_size: int | None = None,
        q: str | None = None,
        prj_authorized_status: ProjectAuthorizedFilter | Literal["project-status-authorized"] | None = None,
        usage: ProjectListUsage | Literal["simple"] | None = None,
        sort_column: ProjectSortColumn | Literal["created_at", "name"] | None = None,
        sort_type: SortType | Literal["ASC", "DESC"] | None = None,
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[builtins.list[Project]]:
        """List the projects of the organization, and give all that came back."""
        request_options = mask_argument(request_options)
        return await self._caller.call_raw(
            LIST,
            {
                "page": page,
                "page_size": page_size,
                "q": q,
                "prj_authorized_status": prj_authorized_status,
                "usage": usage,
                "sort_column": sort_column,
                "sort_type": sort_type,
            },
            request_options,
        )

    async def add_members(
        self,
        *,
        add_users: Sequence[ProjectMember | Mapping[str, Any]],
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[None]:
        """Add people to the project, or change their role, and give all that came back."""
        request_options = mask_argument(request_options)
        return await self._caller.call_raw(
            ADD_MEMBERS,
            {
                "add_users": add_users,
            },
            request_options,
        )

    async def storage_credentials(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[StorageCredentials]:
        """Obtain credentials for uploads to the project's storage, and give all that came back."""
        request_options = mask_argument(request_options)
        return await self._caller.call_raw(
            STORAGE_CREDENTIALS,
            {},
            request_options,
        )
