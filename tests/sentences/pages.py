"""The texts of a page, each with what it is about."""
import functools
from html.parser import HTMLParser

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
        self.tag, self.attrs, self.parent = tag, dict(attrs), parent
        self.children = []

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


class Reader(HTMLParser):
    def __init__(self, page):
        super().__init__()
        self.root = self.at = Node("root", {}, None)
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        node = Node(tag, attrs, self.at)
        self.at.children.append(node)
        if tag not in VOID:
            self.at = node

    def handle_startendtag(self, tag, attrs):
        self.at.children.append(Node(tag, attrs, self.at))

    def handle_endtag(self, tag):
        node = self.at
        while node and node.tag != tag:
            node = node.parent
        if node:
            self.at = node.parent

    def handle_data(self, data):
        self.at.children.append(data)


@functools.lru_cache(maxsize=4)
def read(path):
    with open(path, encoding="utf-8") as file:
        return Reader(file.read()).root


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
