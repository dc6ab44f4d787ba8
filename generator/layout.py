"""Where things lie below the root of a checkout, so that every step also works on a copy of it."""

from __future__ import annotations

from pathlib import Path

GENERATOR = Path(__file__).resolve().parent
CHECKOUT = GENERATOR.parent


class Layout:
    """The folders and files of one checkout; `root` may be a copy that a test has changed."""

    def __init__(self, root: Path | str = CHECKOUT) -> None:
        self.root = Path(root).resolve()
        self.spec = self.root / "spec"
        self.overlays = self.root / "overrides" / "overlays"
        self.aliases = self.root / "overrides" / "names" / "aliases.yaml"
        self.frozen = self.root / "overrides" / "names" / "frozen.txt"
        self.package = self.root / "generated" / "flighthub_api"
        self.lock = self.root / "generator" / "lock.json"
        # The generator's own parts are those of the code that runs, also when it works on a copy.
        self.config = GENERATOR / "config.yaml"
        self.templates = GENERATOR / "templates"
