"""Projects of the organization, their members and devices, and where to upload.

Generated from spec/ by `make generate`; not edited by hand.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

from flighthub_runtime import raw as _raw
from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import EnumOf, Integer, Limits, ListOf, ObjectOf, SecretString, String
from flighthub_runtime.groups import AsyncGroup, AsyncPager, Group, Pager, RequestOptions
from flighthub_runtime.models import Member, Members
from flighthub_runtime.operations import Call, Paging
from flighthub_runtime.raw import AsyncRawGroup, RawGroup
from flighthub_runtime.records import Records
from flighthub_runtime.secrets import Secret, as_secret, mask_argument

from ..operations.projects import OPERATIONS

if TYPE_CHECKING:
    from ..enums import ProjectAuthorizedFilter, ProjectListUsage, ProjectSortColumn, SortType
    from ..models import Project, ProjectInvitation, ProjectMember, ProjectMemberStatus, ProjectUser, StorageCredentials
else:
    ProjectAuthorizedFilter = lazy_type("..enums", "ProjectAuthorizedFilter", __package__)
    ProjectListUsage = lazy_type("..enums", "ProjectListUsage", __package__)
    ProjectSortColumn = lazy_type("..enums", "ProjectSortColumn", __package__)
    SortType = lazy_type("..enums", "SortType", __package__)
    Project = lazy_type("..models", "Project", __package__)
    ProjectInvitation = lazy_type("..models", "ProjectInvitation", __package__)
    ProjectMember = lazy_type("..models", "ProjectMember", __package__)
    ProjectMemberStatus = lazy_type("..models", "ProjectMemberStatus", __package__)
    ProjectUser = lazy_type("..models", "ProjectUser", __package__)
    StorageCredentials = lazy_type("..models", "StorageCredentials", __package__)

LIST: Call[Records[Project]] = Call(
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
LIST_MEMBERS: Call[Records[ProjectMemberStatus]] = Call(
    OPERATIONS["listProjectMembers"],
    path=Members(),
    query=Members(),
    answer=ObjectOf("ProjectMemberList", __package__),
)
JOIN_CODE: Call[ProjectInvitation] = Call(
    OPERATIONS["getProjectJoinCode"],
    path=Members(),
    query=Members(
        Member("project_id", String(id=True), required=True),
        Member("project_fast_join_code", SecretString(), required=True),
        Member("association_drone_device_sn", String(id=True)),
    ),
    answer=ObjectOf("ProjectInvitation", __package__),
)
LIST_USERS: Call[Records[ProjectUser]] = Call(
    OPERATIONS["listProjectUsers"],
    path=Members(),
    query=Members(
        Member("page", Integer(Limits(minimum=1))),
        Member("page_size", Integer(Limits(minimum=1), inferred=Limits(maximum=100))),
        Member("q", String()),
        Member("prj_user_role", String()),
        Member("sort_column", String()),
        Member("sort_type", String()),
    ),
    answer=ObjectOf("ProjectUserList", __package__),
    paging=Paging("page", "page_size", 20, {}, "pagination.total"),
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

        A person who is a member already gets the role and nickname given. V2.0 lists members; no operation removes one.

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

    def list_members(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> Records[ProjectMemberStatus]:
        """List the people of the project and whether they are at work.

        All at once, without pages: who has the application open, where, and which device each controls. The answer is
        personal data.

        Args:
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            Records[ProjectMemberStatus]: The people.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Get Project Independent Member
        List" (documentation index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = fh.projects.list_members()
        """
        request_options = mask_argument(request_options)
        return self._caller.call(LIST_MEMBERS, {}, request_options)

    def join_code(
        self,
        *,
        project_id: str,
        project_fast_join_code: str | Secret,
        association_drone_device_sn: str | None = None,
        request_options: RequestOptions | None = None,
    ) -> ProjectInvitation:
        """Look up the project behind a join code.

        Resolves a code that somebody has been given; it neither hands one out nor joins the project.

        Args:
            project_id: Short id of the project that people see, not its uuid.
            project_fast_join_code: The join code. Whoever has it can join.
            association_drone_device_sn: Serial number of an aircraft that shall come along.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            ProjectInvitation: The project.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Get Project Quick-Join
        Information" (documentation index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = fh.projects.join_code(project_id="PX1234", project_fast_join_code="JOIN-EXAMPLE")
        """
        project_fast_join_code = as_secret(project_fast_join_code)
        request_options = mask_argument(request_options)
        return self._caller.call(
            JOIN_CODE,
            {
                "project_id": project_id,
                "project_fast_join_code": project_fast_join_code,
                "association_drone_device_sn": association_drone_device_sn,
            },
            request_options,
        )

    def list_users(
        self,
        *,
        page: int | None = None,
        page_size: int | None = None,
        q: str | None = None,
        prj_user_role: str | None = None,
        sort_column: str | None = None,
        sort_type: str | None = None,
        request_options: RequestOptions | None = None,
    ) -> Pager[ProjectUser]:
        """List the people who can use the project.

        People with their roles, whether or not they are at work. The answer is personal data.

        Args:
            page: Number of the page, from 1. (at least 1)
            page_size: Rows per page. What the server allows is not known; one client asks for 100 at most. (at least 1)
                Inferred, so only a warning: at most 100.
            q: Text to look for.
            prj_user_role: Only people with this role in the project.
            sort_column: What to sort by; create_time is the one value seen.
            sort_type: Direction of sorting, seen in small letters (desc), while V1.0 has capitals.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            Pager[ProjectUser]: A page of people.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Get Project User List"
        (documentation index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = fh.projects.list_users()
        """
        request_options = mask_argument(request_options)
        return self._walk(
            LIST_USERS,
            {
                "page": page,
                "page_size": page_size,
                "q": q,
                "prj_user_role": prj_user_role,
                "sort_column": sort_column,
                "sort_type": sort_type,
            },
            request_options,
        )


class RawProjects(RawGroup):
    """As `Projects`; each method returns the whole response: HTTP status, headers, body and answer."""

    list = _raw.page(Projects.list)
    add_members = _raw.call(Projects.add_members)
    storage_credentials = _raw.call(Projects.storage_credentials)
    list_members = _raw.call(Projects.list_members)
    join_code = _raw.call(Projects.join_code)
    list_users = _raw.page(Projects.list_users)


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

        A person who is a member already gets the role and nickname given. V2.0 lists members; no operation removes one.

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

    async def list_members(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> Records[ProjectMemberStatus]:
        """List the people of the project and whether they are at work.

        All at once, without pages: who has the application open, where, and which device each controls. The answer is
        personal data.

        Args:
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            Records[ProjectMemberStatus]: The people.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Get Project Independent Member
        List" (documentation index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = await fh.projects.list_members()
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(LIST_MEMBERS, {}, request_options)

    async def join_code(
        self,
        *,
        project_id: str,
        project_fast_join_code: str | Secret,
        association_drone_device_sn: str | None = None,
        request_options: RequestOptions | None = None,
    ) -> ProjectInvitation:
        """Look up the project behind a join code.

        Resolves a code that somebody has been given; it neither hands one out nor joins the project.

        Args:
            project_id: Short id of the project that people see, not its uuid.
            project_fast_join_code: The join code. Whoever has it can join.
            association_drone_device_sn: Serial number of an aircraft that shall come along.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            ProjectInvitation: The project.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Get Project Quick-Join
        Information" (documentation index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = await fh.projects.join_code(project_id="PX1234", project_fast_join_code="JOIN-EXAMPLE")
        """
        project_fast_join_code = as_secret(project_fast_join_code)
        request_options = mask_argument(request_options)
        return await self._caller.call(
            JOIN_CODE,
            {
                "project_id": project_id,
                "project_fast_join_code": project_fast_join_code,
                "association_drone_device_sn": association_drone_device_sn,
            },
            request_options,
        )

    def list_users(
        self,
        *,
        page: int | None = None,
        page_size: int | None = None,
        q: str | None = None,
        prj_user_role: str | None = None,
        sort_column: str | None = None,
        sort_type: str | None = None,
        request_options: RequestOptions | None = None,
    ) -> AsyncPager[ProjectUser]:
        """List the people who can use the project.

        People with their roles, whether or not they are at work. The answer is personal data.

        Args:
            page: Number of the page, from 1. (at least 1)
            page_size: Rows per page. What the server allows is not known; one client asks for 100 at most. (at least 1)
                Inferred, so only a warning: at most 100.
            q: Text to look for.
            prj_user_role: Only people with this role in the project.
            sort_column: What to sort by; create_time is the one value seen.
            sort_type: Direction of sorting, seen in small letters (desc), while V1.0 has capitals.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            Pager[ProjectUser]: A page of people.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Get Project User List"
        (documentation index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = await fh.projects.list_users()
        """
        request_options = mask_argument(request_options)
        return self._walk(
            LIST_USERS,
            {
                "page": page,
                "page_size": page_size,
                "q": q,
                "prj_user_role": prj_user_role,
                "sort_column": sort_column,
                "sort_type": sort_type,
            },
            request_options,
        )


class AsyncRawProjects(AsyncRawGroup):
    """As `AsyncProjects`; each method returns the whole response: HTTP status, headers, body and answer."""

    list = _raw.async_page(AsyncProjects.list)
    add_members = _raw.async_call(AsyncProjects.add_members)
    storage_credentials = _raw.async_call(AsyncProjects.storage_credentials)
    list_members = _raw.async_call(AsyncProjects.list_members)
    join_code = _raw.async_call(AsyncProjects.join_code)
    list_users = _raw.async_page(AsyncProjects.list_users)
