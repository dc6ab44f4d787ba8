"""Public names: a class says it lives where people import it from, in tracebacks, `repr`, `help()` and pickles.

Those that only the package makes have no public constructor.
"""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType
from typing import TYPE_CHECKING, Any, Final, ForwardRef, NoReturn, ParamSpec, TypeVar, cast, get_origin

C = TypeVar("C")
P = ParamSpec("P")
T = TypeVar("T")

PUBLIC: Final = "flighthub"
"""The package that people import."""


def exported(cls: C) -> C:
    """Has a class name the public package as its module.

    Annotations that are still text name types of the module in which the class is written, and go on doing so.
    """
    made = cast(Any, cls)
    home = made.__module__
    annotations = made.__dict__.get("__annotations__", {})
    for name, found in annotations.items():
        # A named tuple has made references of its texts already, and left out whose they are.
        text = found.__forward_arg__ if isinstance(found, ForwardRef) and found.__forward_module__ is None else found
        if isinstance(text, str):
            annotations[name] = ForwardRef(text, is_class=True, module=home)
    made.__defined_in__ = home
    made.__module__ = PUBLIC
    return cls


def defined_in(cls: type[Any]) -> str:
    """The module in which a class is written, whatever it says of itself."""
    return cast(str, cls.__dict__.get("__defined_in__", cls.__module__))


def reexport(name: str, source: ModuleType) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """The `__getattr__` and `__dir__` of a module that hands out all names of another one, each when it is first used.

    Args:
        name: Name of the module.
        source: The other one.
    """

    def get(attribute: str) -> Any:
        exported_names = cast("list[str]", cast(Any, source).__all__)
        if attribute == "__all__":
            return exported_names
        # `__path__` would make a package of the module.
        if not attribute.startswith("__"):
            try:
                return getattr(source, attribute)
            except AttributeError:
                pass
        raise AttributeError(f"module {name!r} has no attribute {attribute!r}")

    def names() -> list[str]:
        return sorted(cast(Any, source).__all__)

    return get, names


class NoPublicConstructor(type):
    """The type of classes whose objects a client makes: calling such a class is an error, see `create`.

    Their constructors take what only the package has, and change with it. So they are not public names.
    """

    if not TYPE_CHECKING:  # type checkers look at `__init__`, for `create`

        def __call__(cls, *arguments: object, **keywords: object) -> NoReturn:
            """Refuses to make an object."""
            raise TypeError(f"{cls.__name__} objects are made by methods of a client; its documentation names them")


def create(cls: Callable[P, T], *arguments: P.args, **keywords: P.kwargs) -> T:
    """Makes an object of a class that is a `NoPublicConstructor`."""
    made = type.__call__(cast("type[Any]", get_origin(cls) or cls), *arguments, **keywords)
    return cast(T, made)
