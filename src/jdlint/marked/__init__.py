"""YAML that knows its lines: read once, checked by forms, every mistake told with its place."""

from jdlint.marked.form import Choice, Count, Data, Either, Field, Flag, Form, List, MapOf, Table, Text, plain_data
from jdlint.marked.nearest import did_you_mean
from jdlint.marked.page import Listing, Mapping, Node, Page, Scalar

__all__ = [
    "Choice",
    "Count",
    "Data",
    "Either",
    "Field",
    "Flag",
    "Form",
    "List",
    "Listing",
    "MapOf",
    "Mapping",
    "Node",
    "Page",
    "Scalar",
    "Table",
    "Text",
    "did_you_mean",
    "plain_data",
]
