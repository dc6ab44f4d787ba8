"""OpenAPI's own rules, by the standard's validator, made quick."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import jsonschema_rs
from openapi_spec_validator import OpenAPIV31SpecValidator
from openapi_spec_validator.validation.keywords import OpenAPIV31SchemaValidator

from generator.schema_access import walk

if TYPE_CHECKING:
    from jsonschema_path import SchemaPath

_META = jsonschema_rs.Draft202012Validator(
    {"$ref": "https://json-schema.org/draft/2020-12/schema"}, validate_formats=True
)


_MORE_THAN_JSON_SCHEMA = {"$schema", "discriminator", "externalDocs", "xml"}


class _Schemas(OpenAPIV31SchemaValidator):
    """The standard's validator of schemas, which asks a quick one first. What that one finds wrong, it tells itself."""

    def __call__(
        self, schema: SchemaPath, require_properties: bool = True, meta_checked: bool = False
    ) -> Iterator[Any]:
        if not meta_checked:
            value = schema.read_value()
            plain = not any(isinstance(node, dict) and node.keys() & _MORE_THAN_JSON_SCHEMA for _, node in walk(value))
            meta_checked = plain and _META.is_valid(value)
        return super().__call__(schema, require_properties, meta_checked)


class OpenAPIValidator(OpenAPIV31SpecValidator):
    """The standard's validator, made quick."""

    keyword_validators = OpenAPIV31SpecValidator.keyword_validators | {"schema": _Schemas}
