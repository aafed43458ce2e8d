"""The part of JSON Schema that register.schema.json uses, so that the test needs nothing but Python.

faults(value, schema) yields (path, sentence). A keyword that is not known here is an error of the test: a schema
that grew would otherwise be checked in part and pass in silence.
"""
import re

KNOWN = {"$schema", "title", "description", "type", "enum", "const", "pattern", "minLength", "maxLength", "minimum", "maximum",
         "properties", "required", "additionalProperties", "propertyNames", "items", "minItems", "maxItems", "uniqueItems", "oneOf"}
TYPES = {"object": dict, "array": list, "string": str, "boolean": bool}


def is_type(value, name):
    if name in ("integer", "number"):
        return isinstance(value, (int, float) if name == "number" else int) and not isinstance(value, bool)
    return isinstance(value, TYPES[name])


def of_object(value, schema, path):
    for name in schema.get("required", []):
        if name not in value:
            yield path, f"`{name}` is missing"
    for name, child in value.items():
        if "propertyNames" in schema:
            yield from faults(name, schema["propertyNames"], f"{path}/{name}")
        if name in schema.get("properties", {}):
            yield from faults(child, schema["properties"][name], f"{path}/{name}")
        elif schema.get("additionalProperties") is False:
            yield path, f"`{name}` is no word of the vocabulary"
        elif isinstance(schema.get("additionalProperties"), dict):
            yield from faults(child, schema["additionalProperties"], f"{path}/{name}")


def of_array(value, schema, path):
    if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)):
        yield path, f"has {len(value)} entries"
    if schema.get("uniqueItems") and len({repr(v) for v in value}) < len(value):
        yield path, "says one thing twice"
    for place, child in enumerate(value):
        yield from faults(child, schema.get("items", {}), f"{path}/{place}")


def of_string(value, schema, path):
    if not schema.get("minLength", 0) <= len(value) <= schema.get("maxLength", len(value)):
        yield path, f"is {len(value)} characters long"
    if "pattern" in schema and not re.search(schema["pattern"], value):
        yield path, f"`{value}` is not of the form {schema['pattern']}"


def faults(value, schema, path=""):
    unknown = set(schema) - KNOWN
    if unknown:
        raise NotImplementedError(f"{path}: the schema says {sorted(unknown)}, which this test cannot check")
    names = schema.get("type", [])
    names = [names] if isinstance(names, str) else names
    if names and not any(is_type(value, n) for n in names):
        yield path, f"is not of type {' or '.join(names)}"
        return
    if "enum" in schema and value not in schema["enum"]:
        yield path, f"`{value}` is none of {', '.join(schema['enum'])}"
    if "const" in schema and value != schema["const"]:
        yield path, f"is not {schema['const']}"
    if "oneOf" in schema and sum(not list(faults(value, s, path)) for s in schema["oneOf"]) != 1:
        yield path, "is not exactly one of what may stand here"
    if isinstance(value, dict):
        yield from of_object(value, schema, path)
    elif isinstance(value, list):
        yield from of_array(value, schema, path)
    elif isinstance(value, str):
        yield from of_string(value, schema, path)
    elif is_type(value, "number"):
        if not schema.get("minimum", value) <= value <= schema.get("maximum", value):
            yield path, f"{value} is out of range"
