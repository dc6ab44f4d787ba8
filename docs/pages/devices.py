"""A page for each kind of device, and one for the parts that several of them report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from importlib.resources import files
from typing import Any, Final

import yaml

from flighthub_api.products import PRODUCTS

from .bundle import Bundle
from .groups import Places, abilities, member_table, object_section
from .markdown import block, code, labelled, link, note, prose, table

KINDS: Final = {"dock": "Docks", "aircraft": "Aircraft", "remote_controller": "Remote controllers"}


class Devices:
    """The devices, and where the parts of their states are told."""

    def __init__(self, bundle: Bundle, places: Places) -> None:
        self._bundle = bundle
        told = {name for names in places.objects.values() for name in names}
        below = {
            name: [part for part in bundle.below(bundle.inside(name)) if part not in told] for name in bundle.devices
        }
        uses = Counter(part for parts in below.values() for part in parts)
        self.own = {name: [part for part in parts if uses[part] == 1] for name, parts in below.items()}
        self.shared = sorted(part for part, count in uses.items() if count > 1)
        for name in uses:
            places.labels[name] = f"object-{name}"

    def title(self, name: str) -> str:
        """What people call the device."""
        return ", ".join(PRODUCTS[key].name if key in PRODUCTS else key for key in self._keys(name))

    def page(self, name: str) -> str:
        """The page of a device."""
        schema = self._bundle.schemas[name]
        notes = schema["x-flighthub"]
        lines = [*labelled(f"object-{name}", 1, prose(self.title(name))), prose(schema["description"]), ""]
        facts = [
            ("Class", code(f"flighthub.types.{name}")),
            ("Model keys", ", ".join(map(code, self._keys(name)))),
            ("Source", prose(f"{notes['source']} ({notes['confidence']})")),
        ]
        lines += [f"{fact}\n: {text}\n" for fact, text in facts]
        if notes.get("incomplete"):
            lines += note("note", "DJI's page does not list all that this device reports.")
        serial = self._serials.get(name)
        if serial:
            source = f'from flighthub.types import {name}\n\nstate = fh.devices.get_state("{serial}", as_={name})'
            where = (
                "In the simulator, when it is switched on:" if notes["device"] == "aircraft" else "In the simulator:"
            )
            lines += [where, "", *block("python", source)]
        lines += ["Every member may be missing, and then reads as None.", ""]
        lines += member_table("Member", self._bundle.members_of(name))
        lines += abilities(name)
        if notes.get("payloads"):
            part = notes["payloads"]["schema"]["$ref"].rpartition("/")[2]
            lines += [f"`payload_states` maps payload indexes to {link(f'object-{part}', part)}.", ""]
        if self.own[name]:
            lines += ["## Parts", ""]
            for part in self.own[name]:
                lines += object_section(self._bundle, part)
        return "\n".join(lines) + "\n"

    def parts_page(self) -> str:
        """What several devices report."""
        lines = ["# Parts of device states", "", "What more than one device reports.", ""]
        for part in self.shared:
            lines += object_section(self._bundle, part, 2)
        return "\n".join(lines) + "\n"

    def index(self) -> str:
        """The list of devices."""
        lines = ["# Devices", ""]
        lines += [
            f"`fh.devices.get_state()` answers in the type of the device's model: one of the "
            f"{len(self._bundle.devices)} here, or {link('object-GenericDeviceState', 'GenericDeviceState')}. "
            "Nothing is lost of what is described nowhere: `to_dict()` gives back what came.",
            "",
        ]
        for kind, title in KINDS.items():
            names = [name for name, each in self._bundle.devices.items() if each["x-flighthub"]["device"] == kind]
            rows = [
                (link(f"object-{name}", self.title(name)), code(name), ", ".join(map(code, self._keys(name))))
                for name in names
            ]
            lines += [f"## {title}", "", *table(("Product", "Class", "Model keys"), rows)]
        lines += ["```{toctree}", ":hidden:", "", *sorted(self._bundle.devices), "parts", "```", ""]
        return "\n".join(lines)

    def _keys(self, name: str) -> list[str]:
        keys: list[str] = self._bundle.schemas[name]["x-flighthub"]["keys"]
        return keys

    @cached_property
    def _serials(self) -> dict[str, str]:
        """A device of each kind in the simulator's usual world."""
        text = files("flighthub_simulator").joinpath("_world", "scenario.yaml").read_text(encoding="utf-8")
        world: Mapping[str, Any] = yaml.safe_load(text)
        there = [
            device
            for project in world["projects"][:1]
            for pair in project.get("pairs", [])
            for device in (pair.get("gateway"), pair.get("drone"))
            if device
        ]
        return {
            name: device["sn"]
            for name in self._bundle.devices
            for device in there
            if device["model"] in self._keys(name)
        }
