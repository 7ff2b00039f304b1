"""XML of strangers: parsed without entities, document types, network or files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    Element = etree._Element


class DamagedXmlError(ValueError):
    """The bytes are not well-formed XML, or nest deeper or grow larger than any honest document."""


class EntitiesError(ValueError):
    """The XML declares a document type, by which entities could be smuggled in."""


def parse_xml(data: bytes) -> Element:
    """The root element; raises DamagedXmlError or EntitiesError."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise DamagedXmlError(str(error)) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise EntitiesError
    return root
