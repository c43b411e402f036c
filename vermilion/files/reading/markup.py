"""Text out of XML and HTML, by a parser that resolves nothing, fetches nothing and stays small."""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator

from lxml import etree, html

from vermilion.files.reading.trouble import Trouble

SILENT = {"script", "style", "template", "noscript", "head", "svg", "object"}
BLOCKS = {
    "p", "div", "br", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "dl",
    "dt", "dd", "blockquote", "pre", "section", "article", "header", "footer", "hr", "caption",
}  # fmt: skip
CELLS = {"td", "th"}
LARGEST_PART = 256 * 1024 * 1024


def part(archive: zipfile.ZipFile, name: str) -> bytes:
    """A part of a packed document, no larger than an honest one."""
    with archive.open(name) as content:
        read = content.read(LARGEST_PART + 1)
    if len(read) > LARGEST_PART:
        raise Trouble("bursts", limit=LARGEST_PART)
    return read


def elements(xml: bytes, *tags: str) -> Iterator[etree._Element]:
    """The elements of these names as they end. `too-deep` for one that nests beyond reason."""
    events = etree.iterparse(
        io.BytesIO(xml),
        events=("end",),
        tag=tags,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=False,
    )
    try:
        for _, element in events:
            yield element
    except etree.XMLSyntaxError as fault:
        if "depth" in str(fault).lower():
            raise Trouble("too-deep", limit=256) from fault
        raise Trouble("damaged", format="XML") from fault


def text_of_html(content: str) -> str:
    """What a person would read of an HTML page, a line for each block."""
    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True
    )
    try:
        tree = html.document_fromstring(content.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:
        return ""
    return tidy("".join(_pieces(tree)).splitlines())


def tidy(lines: Iterable[str]) -> str:
    """Lines without blanks at their ends, never more than one empty line after another."""
    kept: list[str] = []
    for line in (re.sub(r" {2,}", " ", each).strip() for each in lines):
        if line or (kept and kept[-1]):
            kept.append(line)
    return "\n".join(kept).strip()


def _pieces(tree: etree._Element) -> Iterator[str]:
    silent = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag
        if event == "start":
            silent += tag in SILENT
            if not silent:
                yield "\n" if tag in BLOCKS else ""
                yield _spaced(element.text)
        else:
            if not silent:
                yield "\n" if tag in BLOCKS and tag != "br" else "\t" if tag in CELLS else ""
            silent -= tag in SILENT
            if not silent:
                yield _spaced(element.tail)


def _spaced(text: str | None) -> str:
    return re.sub(r"\s+", " ", text) if text else ""
