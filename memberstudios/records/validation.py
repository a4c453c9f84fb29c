"""Validators of record types, made from their annotations. The one module that loads pydantic's core: import it late.

The core is given its schema directly: the whole of pydantic takes as long to load as one edit may take to build.
"""

import types
from collections.abc import Callable
from dataclasses import MISSING, Field, fields
from functools import lru_cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic_core import ErrorDetails, SchemaValidator, ValidationError
from pydantic_core.core_schema import (
    CoreConfig,
    CoreSchema,
    DataclassField,
    dataclass_args_schema,
    dataclass_field,
    dataclass_schema,
    literal_schema,
    no_info_before_validator_function,
    no_info_plain_validator_function,
    nullable_schema,
    tuple_variable_schema,
    with_default_schema,
)

from memberstudios.records.types import Many, Reads, Then, key_of

_CONFIG = CoreConfig(extra_fields_behavior="forbid")


@lru_cache(None)
def validator(record_type: type) -> Callable[[Any], Any]:
    """A function from a plain value to a record. It raises what `errors` takes apart."""
    return SchemaValidator(_dataclass(record_type), _CONFIG).validate_python


def errors(error: ValueError) -> list[ErrorDetails]:
    """What is wrong, each with the way to it. Raises any other error than a validator's."""
    if not isinstance(error, ValidationError):
        raise error
    return error.errors(include_url=False)


def _dataclass(record_type: Any) -> CoreSchema:
    hints = get_type_hints(record_type, include_extras=True)
    names = [field.name for field in fields(record_type)]
    made = [_field(field, hints[field.name]) for field in fields(record_type)]
    arguments = dataclass_args_schema(record_type.__name__, made)
    return dataclass_schema(record_type, arguments, names, slots=True, config=_CONFIG)


def _field(field: Field[Any], annotation: Any) -> DataclassField:
    schema = _schema(annotation)
    if field.default is not MISSING:
        schema = with_default_schema(schema, default=field.default)
    key = key_of(field.name)
    return dataclass_field(field.name, schema, kw_only=True, validation_alias=None if key == field.name else key)


def _schema(annotation: Any) -> CoreSchema:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _marked(arguments[0], arguments[1:])
    if origin in (Union, types.UnionType):
        (one,) = (part for part in arguments if part is not types.NoneType)
        return nullable_schema(_schema(one))
    if origin is tuple:
        return tuple_variable_schema(_schema(arguments[0]))
    if origin is Literal:
        return literal_schema(list(arguments))
    return _dataclass(annotation)


def _marked(inner: Any, marks: tuple[Any, ...]) -> CoreSchema:
    read = next((mark.read for mark in marks if isinstance(mark, Reads)), None)
    if read is None:
        schema = _schema(inner)
        is_many = any(isinstance(mark, Many) for mark in marks)
        return no_info_before_validator_function(_one_or_many, schema) if is_many else schema
    for mark in marks:
        if isinstance(mark, Then):
            read = _in_turn(read, mark.check)
    return no_info_plain_validator_function(read)


def _in_turn(first: Callable[[Any], Any], then: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda value: then(first(value))


def _one_or_many(value: Any) -> Any:
    return value if value.__class__ is list else [value]
