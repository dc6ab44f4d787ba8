"""The quick reader of YAML gives what PyYAML gives, for the bundle and for whatever else."""

from __future__ import annotations

from importlib.resources import files

import pytest
import yaml

from flighthub_simulator import _yaml


def test_the_bundle_is_read_as_by_pyyaml() -> None:
    text = (files("flighthub_api") / "openapi.yaml").read_bytes()
    assert repr(_yaml.load(text)) == repr(yaml.safe_load(text))


@pytest.mark.parametrize(
    "text",
    [
        "a: 1\nb: '1'\nc: 1.5\nd: null\ne: true\nf: yes\ng: 0x1f\nh: ~\ni:\n",
        "when: 2026-11-29\nat: 2026-11-29T10:00:00Z\n",
        "404: {description: not found}\n1.5: [a, [b, {c: d}], []]\n",
        "folded: >\n  two\n  lines\nliteral: |\n  two\n  lines\n",
        "first: &shared {a: 1}\nsecond: *shared\n",
        "base: &base {a: 1}\nall: {<<: *base, b: 2}\n",
        "tagged: !!str 12\nset: !!set {a, b}\n",
        "{}",
        "[]",
        "word",
        "",
        "twice: 1\ntwice: 2\n",
    ],
)
def test_other_documents_are_read_as_by_pyyaml(text: str) -> None:
    assert repr(_yaml.load(text.encode())) == repr(yaml.safe_load(text))


def test_what_is_no_yaml_is_refused_as_by_pyyaml() -> None:
    with pytest.raises(yaml.YAMLError):
        _yaml.load(b"a: [1, 2\nb: }")
