"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from ..runtime.annotations import lazy_type
from ..runtime.kinds import ObjectOf
from ..runtime.models import Kept, Member, Members, Model

if TYPE_CHECKING:
    from .reconstruction_job import ReconstructionJob
else:
    ReconstructionJob = lazy_type("..models", "ReconstructionJob", __package__)


@define
class ReconstructionJobs(Model):
    """The jobs that were asked for, one member for each kind."""

    model_2d: ReconstructionJob | None = None
    """The 2D job, if one was asked for."""

    model_3d: ReconstructionJob | None = None
    """The 3D job, if one was asked for."""

    model_3dgs: ReconstructionJob | None = None
    """The 3D Gaussian splatting job, if one was asked for."""

    model_lidar: ReconstructionJob | None = None
    """The LiDAR job, if one was asked for."""

    _kept: Kept | None = field(default=None, kw_only=True, repr=False, alias="_kept")

    __wire__: ClassVar[Members] = Members(
        Member("model_2d", ObjectOf("ReconstructionJob"), nullable=True),
        Member("model_3d", ObjectOf("ReconstructionJob"), nullable=True),
        Member("model_3dgs", ObjectOf("ReconstructionJob"), nullable=True),
        Member("model_lidar", ObjectOf("ReconstructionJob"), nullable=True),
    )
