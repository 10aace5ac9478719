"""The texts of a page, each with what it is about."""
import functools
import html
import re

VOID = {"br", "img", "meta", "link", "hr", "input", "rect", "circle", "path",
        "line", "use", "source"}
# An element of these kinds holds one text, but for the pieces within it.
BLOCKS = {"p", "li", "td", "th", "h1", "h2", "h3", "h4", "dt", "dd", "summary",
          "caption", "figcaption"}
PIECES = {"meta", "chip", "note", "bar-name", "bar-value", "mini-name",
          "mini-value", "mini-scores", "score-value", "section-score",
          "chart-title", "chart-text", "cites", "criterion-number", "sign",
          "criterion-words", "number", "winner-line", "headline", "best-line",
          "place-word", "row-notes", "on-phone", "on-wide",
          "profile-name"}


class Node:
    def __init__(self, tag, attrs, parent):
        self.tag, self.written, self.parent = tag, attrs, parent
        self.children = []

    @functools.cached_property
    def attrs(self):
        return {name: html.unescape(text)
                for name, text in ATTRIBUTE.findall(self.written)}

    @functools.cached_property
    def classes(self):
        return set((self.attrs.get("class") or "").split())

    def find(self, tag=None, cls=None):
        for child in self.children:
            if isinstance(child, Node):
                if (not tag or child.tag == tag) and \
                        (not cls or cls in child.classes):
                    yield child
                yield from child.find(tag, cls)

    def text(self):
        parts = [c if isinstance(c, str) else c.text() for c in self.children
                 if isinstance(c, str) or c.tag not in ("svg", "script")]
        return " ".join("".join(parts).split())


# Our pages are written in one way, which the browser suite sees to, so that
# they need no parser that takes all ways: it was half of the time.
PIECE = re.compile(r"<(script|style)\b([^>]*)>(.*?)</\1>|<!.*?>|"
                   r"<(/?)([a-zA-Z][\w-]*)((?:[^>\"]|\"[^\"]*\")*)>|([^<]+)", re.DOTALL)
ATTRIBUTE = re.compile(r'([^\s="/]+)(?:="([^"]*)")?')


def parse(page):
    """The tree of a page."""
    root = at = Node("root", "", None)
    for piece in PIECE.finditer(page):
        raw, given, inside, is_end, tag, attrs, text = piece.groups()
        if text:
            at.children.append(html.unescape(text) if "&" in text else text)
        elif raw:
            node = Node(raw, given, at)
            node.children.append(inside)
            at.children.append(node)
        elif is_end:
            at = closed(at, tag)
        elif tag:
            node = Node(tag, attrs, at)
            at.children.append(node)
            if tag not in VOID and not attrs.endswith("/"):
                at = node
    return root


def closed(at, tag):
    """What is open when the nearest `tag` is closed."""
    node = at
    while node and node.tag != tag:
        node = node.parent
    return node.parent if node else at


@functools.lru_cache(maxsize=4)
def read(path):
    with open(path, encoding="utf-8") as file:
        return parse(file.read())


def texts(root, about=""):
    """(text, what it is about, node) of every block and piece below."""
    about = subject(root) or about
    own = []
    for child in root.children:
        if isinstance(child, str):
            own.append(child)
        elif child.tag in ("svg", "script", "style", "nav"):
            continue
        elif child.tag in BLOCKS or child.classes & PIECES:
            yield from texts(child, about)
        elif root.tag in BLOCKS or root.classes & PIECES:
            if child.tag in ("div", "ul", "ol", "table", "section", "dl"):
                yield from texts(child, about)
            else:
                inner = child.text()
                own.append(inner)
        else:
            yield from texts(child, about)
    if root.tag in BLOCKS or root.classes & PIECES:
        text = " ".join("".join(own).split())
        if text:
            yield text, about, root


def subject(node):
    """The heading or first cell that says what an element is about."""
    if node.tag in ("article", "li") and node.classes & {
            "profile", "criterion-row", "option-card", "product-card"}:
        return next((h.text() for h in node.find("h3")), "")
    if "profile-fold" in node.classes:
        return next(h.text() for h in node.find(cls="profile-name"))
    if "profile-row" in node.classes:
        return next(a.text() for a in node.find("a"))
    if node.tag == "tr":
        return next((h.text() for h in node.find("th")
                     if h.attrs.get("scope") == "row"), "")
    if node.tag == "li":
        name = next(node.find("strong"), None) or next(
            node.find(cls="bar-name"), None)
        return name.text() if name else ""
    return ""
