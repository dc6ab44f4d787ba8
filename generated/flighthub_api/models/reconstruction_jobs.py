"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import ObjectOf
from flighthub_runtime.models import Member, Members, Model, Preserved

if TYPE_CHECKING:
    from .reconstruction_job import ReconstructionJob
else:
    ReconstructionJob = lazy_type("..models", "ReconstructionJob", __package__)


@define(weakref_slot=False)
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

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("model_2d", ObjectOf("ReconstructionJob", __package__), nullable=True),
        Member("model_3d", ObjectOf("ReconstructionJob", __package__), nullable=True),
        Member("model_3dgs", ObjectOf("ReconstructionJob", __package__), nullable=True),
        Member("model_lidar", ObjectOf("ReconstructionJob", __package__), nullable=True),
    )
