"""The little of JSON Schema that the schema of the replay answer uses, and nothing else of it.

It is stricter in one thing: a key that the schema does not name is a fault, so that the schema
cannot fall behind the answer.
"""

from collections.abc import Iterator
from typing import Any

KINDS: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "boolean": (bool,),
    "null": (type(None),),
}
READ = {
    "$schema", "$defs", "$ref", "title", "description", "type", "enum", "minimum", "items",
    "required", "properties", "additionalProperties", "oneOf",
}  # fmt: skip


def faults(value: Any, shape: dict[str, Any], root: dict[str, Any], at: str = "$") -> Iterator[str]:
    """What is wrong with a value, each with its place."""
    assert set(shape) <= READ, f"{at}: this test does not read {set(shape) - READ}"
    if "$ref" in shape:
        yield from faults(value, root["$defs"][shape["$ref"].rpartition("/")[2]], root, at)
        return
    if "type" not in shape:
        return  # Any value may stand here.
    if not is_of(value, shape["type"]):
        yield f"{at}: {value!r} is not {shape['type']}"
        return
    if "enum" in shape and value not in shape["enum"]:
        yield f"{at}: {value!r} is not listed"
    if "minimum" in shape and value < shape["minimum"]:
        yield f"{at}: {value!r} is too small"
    if isinstance(value, list):
        for number, item in enumerate(value):
            yield from faults(item, shape["items"], root, f"{at}[{number}]")
    if isinstance(value, dict):
        yield from of_keys(value, shape, root, at)


def of_keys(
    value: dict[str, Any], shape: dict[str, Any], root: dict[str, Any], at: str
) -> Iterator[str]:
    known, others = shape.get("properties", {}), shape.get("additionalProperties")
    yield from (f"{at}.{key} is missing" for key in shape.get("required", ()) if key not in value)
    ways = shape.get("oneOf")
    if ways and sum(set(way["required"]) <= set(value) for way in ways) != 1:
        yield f"{at}: not one of {ways}"
    for key, inner in value.items():
        if key in known:
            yield from faults(inner, known[key], root, f"{at}.{key}")
        elif others is None:
            yield f"{at}.{key} is not in the schema"
        else:
            yield from faults(inner, others, root, f"{at}.{key}")


def is_of(value: Any, kinds: str | list[str]) -> bool:
    """A bool is no integer here, as in JSON."""
    listed = [kinds] if isinstance(kinds, str) else kinds
    if isinstance(value, bool):
        return "boolean" in listed
    return isinstance(value, tuple(kind for name in listed for kind in KINDS[name]))
