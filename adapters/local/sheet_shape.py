"""Whether a sheet part has the plain shape in which no two parsers find different cells."""

import re
from xml.parsers import expat

_QUOTED = rb"""(?:"[^"<>]*"|'[^'<>]*')"""
_TAGS = re.compile(rb"""[^<]*+(?:<[^<>"']*+(?:%s[^<>"']*+)*+>[^<]*+)*+""" % _QUOTED)
_OTHER_ENCODING = re.compile(
    rb"""(?:\xef\xbb\xbf)?<\?xml[^>]*\sencoding\s*=\s*["'](?!(?:utf-8|us-ascii)["'])""",
    re.IGNORECASE,
)
_FORMULA_TEXT = re.compile(rb"""<[^<>]*\st\s*=\s*["']str["']""")
_HOUR = rb"[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?Z?"
_DAY = rb"(?:[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T%s)?|%s)" % (_HOUR, _HOUR)
_DECLARATION_BYTES = len(b"\xef\xbb\xbf<?xml")


def misreadable(xml: bytes, prefix: bytes, rows_end: int) -> str:
    """Return what could be read in two ways up to the end of the rows, or ''."""
    checks = (
        (_has_other_encoding, "another encoding than UTF-8"),
        (_may_hide_tags, "comments, CDATA or instructions among the rows"),
        (is_ill_formed, "XML that is not well-formed"),
        (_has_open_attributes, "an attribute with > in it"),
    )
    for applies, doubt in checks:
        if applies(xml, rows_end):
            return doubt
    if _has_foreign_cells(xml, prefix, rows_end):
        return "rows or cells of two namespaces"
    if _has_doubtful_values(xml, prefix, rows_end):
        return "a value that is no plain text"
    if b"'" in xml and _quoted_twice(prefix).search(xml, 0, rows_end):
        return "an attribute with a quote in it"
    return ""


def _has_other_encoding(xml: bytes, _: int) -> bool:
    return bool(_OTHER_ENCODING.match(xml))


def _may_hide_tags(xml: bytes, rows_end: int) -> bool:
    # No spreadsheet program writes comments, CDATA or instructions there.
    return any(
        xml.find(opening, start, rows_end) >= 0
        for opening, start in ((b"<!", 0), (b"<?", _DECLARATION_BYTES))
    )


def is_ill_formed(xml: bytes, _: int = 0) -> bool:
    """Whether a part is no XML; the library that reads values is not so strict."""
    try:
        expat.ParserCreate().Parse(xml, True)  # noqa: FBT003 - its signature
    except (expat.ExpatError, LookupError):  # of an encoding that nobody knows
        return True
    return False


def _has_open_attributes(xml: bytes, rows_end: int) -> bool:
    # A > in a text is allowed; only where there is one, each tag has to be looked at.
    same = xml.count(b"<", 0, rows_end) == xml.count(b">", 0, rows_end)
    return not same and not _TAGS.fullmatch(xml, 0, rows_end)


def _has_foreign_cells(xml: bytes, prefix: bytes, rows_end: int) -> bool:
    """Whether there are rows or cells with another prefix than the part's."""
    prefixed = (b":row", b":c", b":sheetData")
    if not prefix and all(xml.find(name, 0, rows_end) < 0 for name in prefixed):
        return False  # told in a tenth of the time
    ours, names = re.escape(prefix), rb"(?:row|c|sheetData)[\s/>]"
    foreign = rb"""</?(?!%s%s)(?:[^\s<>"'=/]+:)?%s""" % (ours, names, names)
    return bool(re.compile(foreign).search(xml, 0, rows_end))


def _has_doubtful_values(xml: bytes, prefix: bytes, rows_end: int) -> bool:
    """Whether a value has something in it, or behind it, that some reader leaves out.

    Only the text of a formula is written with entities; a shared text is named by its number.
    """
    next_text = b"</%st><%st" % (prefix, prefix)
    twice = (next_text + b">", next_text + b" ", b"<si")
    if any(xml.find(one, 0, rows_end) >= 0 for one in twice):
        return True
    p = re.escape(prefix)
    end = rb"</%sv\s*>\s*<(?:/%sc\s*>|%sextLst[\s/>])" % (p, p, p)
    unplain = re.compile(rb"<%sv(?:\s[^<>]*)?(?<!/)>(?![^<&]*%s)" % (p, end))
    for value in unplain.finditer(xml, 0, rows_end):
        tag = xml[xml.rfind(b"<%sc" % prefix, 0, value.start()) : value.start()]
        is_ended = re.compile(rb"[^<]*%s" % end).match(xml, value.end())
        if not is_ended or not _FORMULA_TEXT.match(tag):
            return True
    if _has_other_text(xml, p, rows_end) or _has_other_day(xml, p, rows_end):
        return True
    shared = rb"""\st\s*=\s*["']s["'][^<>]*>\s*<%sv(?:\s[^<>]*)?>(?![0-9]+<)""" % p
    return bool(re.compile(shared).search(xml, 0, rows_end))


def _has_other_text(xml: bytes, p: bytes, rows_end: int) -> bool:
    """Whether a text of a cell has elements in it, or its cell does not say that it is a text."""
    if xml.find(b"is>", 0, rows_end) < 0:
        return False
    text = rb"<%st(?:\s[^<>]*)?(?<!/)>(?![^<]*</%st\s*>)" % (p, p)
    is_text = rb"""[^<>]*\st\s*=\s*["']inlineStr["']"""
    other = rb"<%sc(?=[\s>])(?!%s)[^<>]*(?<!/)>\s*<%sis[\s>]" % (p, is_text, p)
    return any(re.compile(one).search(xml, 0, rows_end) for one in (text, other))


def _has_other_day(xml: bytes, p: bytes, rows_end: int) -> bool:
    """Whether a cell says that it is a day or an hour and holds something else."""
    if all(xml.find(kind, 0, rows_end) < 0 for kind in (b'"d"', b"'d'")):
        return False
    formula = rb"(?:<%sf(?:\s[^<>]*)?(?:/>|>[^<]*</%sf\s*>))?" % (p, p)
    cell = rb"""<%sc(?=\s)[^<>]*?\st\s*=\s*["']d["'][^<>]*(?<!/)>\s*%s""" % (p, formula)
    value = rb"\s*<%sv(?:\s[^<>]*)?>(?!%s</)" % (p, _DAY)
    return bool(re.compile(cell + value).search(xml, 0, rows_end))


def _quoted_twice(prefix: bytes) -> re.Pattern[bytes]:
    """Return what finds a quote in an attribute: behind one, another attribute could seem to be."""
    row_or_cell = rb"<%s(?:row|c)\s[^<>]*?" % re.escape(prefix)
    return re.compile(row_or_cell + rb"""=\s*(?:"[^"<>]*'|'[^'<>]*")""")
