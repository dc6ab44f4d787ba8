"""Projects of the organization, their members and devices, and where to upload.

Generated from spec/ by `make generate`; not edited by hand.
"""

from __future__ import annotations

import builtins
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

from flighthub_runtime import raw as _raw
from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import EnumOf, Integer, Limits, ListOf, ObjectOf, String
from flighthub_runtime.groups import AsyncGroup, AsyncPager, Group, Pager, RequestOptions
from flighthub_runtime.models import Member, Members
from flighthub_runtime.operations import Call, Paging
from flighthub_runtime.raw import AsyncRawGroup, RawGroup
from flighthub_runtime.secrets import mask_argument

from ..operations import OPERATIONS

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

LIST: Call[builtins.list[Project]] = Call(
    OPERATIONS["listProjects"],
    path=Members(),
    query=Members(
        Member("page", Integer(Limits(minimum=1))),
        Member("page_size", Integer(Limits(minimum=1))),
        Member("q", String()),
        Member("prj_authorized_status", EnumOf("ProjectAuthorizedFilter", __package__)),
        Member("usage", EnumOf("ProjectListUsage", __package__)),
        Member("sort_column", EnumOf("ProjectSortColumn", __package__)),
        Member("sort_type", EnumOf("SortType", __package__)),
    ),
    answer=ObjectOf("ProjectList", __package__),
    paging=Paging("page", "page_size", 10, {"usage": "simple"}),
)
ADD_MEMBERS: Call[None] = Call(
    OPERATIONS["addProjectMembers"],
    path=Members(),
    query=Members(),
    body=Members(
        Member("add_users", ListOf(ObjectOf("ProjectMember", __package__), Limits(min_items=1)), required=True),
    ),
)
STORAGE_CREDENTIALS: Call[StorageCredentials] = Call(
    OPERATIONS["getProjectStorageCredentials"],
    path=Members(),
    query=Members(),
    answer=ObjectOf("StorageCredentials", __package__),
)


class Projects(Group):
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
    ) -> Pager[Project]:
        """List the projects of the organization.

        Usually the first call of an integration: it gives the id that every call on a project needs. The answer holds
        no totals; the last page is the one with fewer rows than asked for.

        Args:
            page: Number of the page, from 1. (at least 1)
            page_size: Rows per page. No upper bound is documented; clients ask for up to 100. (at least 1)
            q: Part of a project's name to look for.
            prj_authorized_status: Leaves out projects that the key's owner has not joined.
            usage: simple turns paging off and answers every project at once.
            sort_column: What to sort by.
            sort_type: Direction of sorting.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            Pager[Project]: A page of projects.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Get the list of projects under the organization" (documentation index, 2026-05-08; observed).
        Effect: read. Repeating: safe.

        Example:
            >>> answer = fh.projects.list()
        """
        request_options = mask_argument(request_options)
        return self._walk(
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
    ) -> None:
        """Add people to the project, or change their role.

        A person who is a member already gets the role and nickname given. No operation lists or removes members.

        Args:
            add_users: People to add or to update. (at least 1 items)
            request_options: What to set for this call alone: project, timeout, extra members.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Add personnel to the project" (documentation index, 2026-05-08; documented). Effect: write.
        Repeating: safe.

        Example:
            >>> fh.projects.add_members(
            ...     add_users=[{"user_id": "1770000000000000001", "role": "project-member", "nickname": "Ana"}],
            ... )
        """
        request_options = mask_argument(request_options)
        return self._caller.call(
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
    ) -> StorageCredentials:
        """Obtain credentials for uploads to the project's storage.

        The first step of a wayline upload: store the file under the prefix with these temporary credentials, then
        report its key. They allow writing below the prefix only; reading, listing and head requests are refused.

        Args:
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            StorageCredentials: Where to upload, and with which keys.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Obtain storage upload credentials for the project" (documentation index, 2026-05-08;
        documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = fh.projects.storage_credentials()
        """
        request_options = mask_argument(request_options)
        return self._caller.call(STORAGE_CREDENTIALS, {}, request_options)


class RawProjects(RawGroup):
    """As `Projects`; each method returns the whole response: HTTP status, headers, body and answer."""

    list = _raw.page(Projects.list)
    add_members = _raw.call(Projects.add_members)
    storage_credentials = _raw.call(Projects.storage_credentials)


class AsyncProjects(AsyncGroup):
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
    ) -> AsyncPager[Project]:
        """List the projects of the organization.

        Usually the first call of an integration: it gives the id that every call on a project needs. The answer holds
        no totals; the last page is the one with fewer rows than asked for.

        Args:
            page: Number of the page, from 1. (at least 1)
            page_size: Rows per page. No upper bound is documented; clients ask for up to 100. (at least 1)
            q: Part of a project's name to look for.
            prj_authorized_status: Leaves out projects that the key's owner has not joined.
            usage: simple turns paging off and answers every project at once.
            sort_column: What to sort by.
            sort_type: Direction of sorting.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            Pager[Project]: A page of projects.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Get the list of projects under the organization" (documentation index, 2026-05-08; observed).
        Effect: read. Repeating: safe.

        Example:
            >>> answer = await fh.projects.list()
        """
        request_options = mask_argument(request_options)
        return self._walk(
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
    ) -> None:
        """Add people to the project, or change their role.

        A person who is a member already gets the role and nickname given. No operation lists or removes members.

        Args:
            add_users: People to add or to update. (at least 1 items)
            request_options: What to set for this call alone: project, timeout, extra members.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Add personnel to the project" (documentation index, 2026-05-08; documented). Effect: write.
        Repeating: safe.

        Example:
            >>> await fh.projects.add_members(
            ...     add_users=[{"user_id": "1770000000000000001", "role": "project-member", "nickname": "Ana"}],
            ... )
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(
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
    ) -> StorageCredentials:
        """Obtain credentials for uploads to the project's storage.

        The first step of a wayline upload: store the file under the prefix with these temporary credentials, then
        report its key. They allow writing below the prefix only; reading, listing and head requests are refused.

        Args:
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            StorageCredentials: Where to upload, and with which keys.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Obtain storage upload credentials for the project" (documentation index, 2026-05-08;
        documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = await fh.projects.storage_credentials()
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(STORAGE_CREDENTIALS, {}, request_options)


class AsyncRawProjects(AsyncRawGroup):
    """As `AsyncProjects`; each method returns the whole response: HTTP status, headers, body and answer."""

    list = _raw.async_page(AsyncProjects.list)
    add_members = _raw.async_call(AsyncProjects.add_members)
    storage_credentials = _raw.async_call(AsyncProjects.storage_credentials)
