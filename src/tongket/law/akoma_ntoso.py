"""Akoma Ntoso 3.0 (OASIS): the structure of an act as XML, in and out."""

import re
from xml.etree import ElementTree as Xml

from tongket.law.provision import InstrumentText, Provision, ProvisionKind, label
from tongket.problems import MalformedError, Problem, Where, register
from tongket.vietnamese import nfc

register(
    {
        "law.xml": "This is no Akoma Ntoso 3.0 text ({reason}); give the file as it was published.",
    }
)
NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
KINDS = {
    "part": ProvisionKind.PART,
    "chapter": ProvisionKind.CHAPTER,
    "section": ProvisionKind.SECTION,
    "article": ProvisionKind.ARTICLE,
    "paragraph": ProvisionKind.CLAUSE,
    "clause": ProvisionKind.CLAUSE,
    "point": ProvisionKind.POINT,
}
NAMES = {kind: name for name, kind in KINDS.items() if name != "clause"}
NUMBER = re.compile(r"(?:(?:phần|chương|mục|điều|khoản|điểm)\s+)?(.*?)[.):]*", re.IGNORECASE)


def read_akoma_ntoso(data: bytes, *, name: str = "") -> InstrumentText:
    """The text of an act. Raises :class:`MalformedError`; a file with a DOCTYPE is not read, entities are not opened."""
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise _malformed(name, "DOCTYPE")
    try:
        root = Xml.fromstring(data)
    except Xml.ParseError as error:
        raise _malformed(name, str(error)) from error
    body = next((one for one in root.iter() if _tag(one) in ("body", "mainBody")), None)
    if _tag(root) != "akomaNtoso" or body is None:
        raise _malformed(name, _tag(root))
    number = next((one.get("value", "") for one in root.iter() if _tag(one) == "FRBRnumber"), "")
    preamble = next((one for one in root.iter() if _tag(one) == "preamble"), None)
    return InstrumentText(
        number=number,
        provisions=tuple(_provision(one) for one in body if _tag(one) in KINDS),
        preamble=_words(preamble) if preamble is not None else "",
    )


def _malformed(name: str, reason: str) -> MalformedError:
    return MalformedError([Problem(code="law.xml", where=Where(file=name), fields={"reason": reason})])


def _tag(element: Xml.Element) -> str:
    return element.tag.rpartition("}")[2]


def _provision(element: Xml.Element) -> Provision:
    number = heading = ""
    texts: list[str] = []
    children: list[Provision] = []
    for one in element:
        tag = _tag(one)
        if tag == "num":
            found = NUMBER.fullmatch(_words(one))
            number = found[1] if found else _words(one)
        elif tag == "heading":
            heading = _words(one)
        elif tag in KINDS:
            children.append(_provision(one))
        else:
            texts.append(_words(one))
    text = "\n".join(one for one in texts if one)
    return Provision(kind=KINDS[_tag(element)], number=number, heading=heading, text=text, children=tuple(children))


def _words(element: Xml.Element) -> str:
    """The text of an element, a line for each paragraph."""
    paragraphs = [one for one in element.iter() if _tag(one) == "p"]
    whole = ["".join(one.itertext()) for one in paragraphs] or ["".join(element.itertext())]
    return nfc("\n".join(" ".join(one.split()) for one in whole).strip())


def akoma_ntoso(text: InstrumentText) -> bytes:
    """The text as Akoma Ntoso 3.0."""
    Xml.register_namespace("", NAMESPACE)
    root = _element("akomaNtoso")
    act = _inside(root, "act")
    work = _inside(_inside(_inside(act, "meta"), "identification"), "FRBRWork")
    _inside(work, "FRBRnumber").set("value", text.number)
    if text.preamble:
        _paragraphs(_inside(act, "preamble"), text.preamble)
    body = _inside(act, "body")
    for provision in text.provisions:
        _write(body, provision)
    return bytes(Xml.tostring(root, encoding="utf-8", xml_declaration=True))


def _write(parent: Xml.Element, provision: Provision) -> None:
    element = _inside(parent, NAMES[provision.kind])
    _inside(element, "num").text = label(provision)
    if provision.heading:
        _inside(element, "heading").text = provision.heading
    if provision.text:
        inner = _inside(element, "intro" if provision.children else "content")
        _paragraphs(inner, provision.text)
    for child in provision.children:
        _write(element, child)


def _paragraphs(element: Xml.Element, text: str) -> None:
    for line in text.split("\n"):
        _inside(element, "p").text = line


def _element(name: str) -> Xml.Element:
    return Xml.Element(f"{{{NAMESPACE}}}{name}")


def _inside(parent: Xml.Element, name: str) -> Xml.Element:
    return Xml.SubElement(parent, f"{{{NAMESPACE}}}{name}")
