"""Writes random documents that engross.rng admits: generate.py SEED COUNT OUTDIR

The grammar itself is walked, so that each element, attribute and alternative comes up: the choice
that has been taken least often so far is the likeliest. What's written is then validated against
TEI's own schema (`make subset`), which shows that the customisation is a subset.
"""

import pathlib
import random
import re
import sys
from collections import Counter
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

RNG = "{http://relaxng.org/ns/structure/1.0}"
# Beyond so many levels, or so many elements in a part of the document, the smallest valid thing is taken.
DEPTH, SIZE = 11, 60

# Values to try for a datatype; those that its pattern refuses fall out.
VALUES = {
    "date": ["1997-05-06", "2000-02-29", "0044-03-15", "-0044-03-15", "0010-10-10"],
    "gYear": ["1997", "0800", "-0044", "2000", "0010"],
    "gYearMonth": ["1997-05", "-0044-03", "1000-12"],
    "gMonth": ["--05", "--12"],
    "gDay": ["---31", "---01"],
    "gMonthDay": ["--02-29", "--12-25"],
    "time": ["14:25:00", "00:00:00Z", "23:59:59.5+02:00"],
    "dateTime": ["2002-08-19T14:25:00Z", "1997-05-06T00:00:00", "2020-01-01T23:59:59.25-05:00"],
    "anyURI": ["#a", "#person-1", "https://example.org/a?b=c#d", "file.txt", "urn:isbn:1", "../x%20y"],
    "language": ["en", "grc", "sr-Latn", "es-MX", "x-old-style", "zh-Hant-TW", "de-1996", "sl-rozaj", "en-x-a1"],
    "token": ["kind", "joint-statement", "1.0", "2.1b.3", "4.12.0", "été", "$", "text/plain;charset=utf-8", "image/svg+xml"],
    "Name": ["engross", "a:b", "_x"],
    "NCName": ["Name", "x-1"],
    "nonNegativeInteger": ["0", "7", "100"],
    "positiveInteger": ["1", "12"],
    "decimal": ["0", "2456", "1.5", "0.25"],
}
TEXTS = ["", "May 06, 1997", "a & b < c", "\ufeff", "\n", "Ernesto Zedillo Ponce de León ", "…", "\u00a0x\u0301"]


class Grammar:
    def __init__(self, path):
        root = etree.parse(path, etree.XMLParser(remove_comments=True)).getroot()
        self.start = root.find(f"{RNG}start")
        self.defines = {define.get("name"): define for define in root.iter(f"{RNG}define")}
        self.heights = {}
        self.taken = Counter()
        self.choices = {}
        while self.deepen():
            pass

    def children(self, pattern):
        return [child for child in pattern if isinstance(child.tag, str) and child.tag.startswith(RNG)]

    def height(self, pattern):
        """How many elements deep the smallest thing is that the pattern admits."""
        kind = pattern.tag.removeprefix(RNG)
        if kind == "ref":
            return self.heights.get(pattern.get("name"), 999)
        if kind in ("text", "empty", "attribute", "optional", "zeroOrMore", "data", "value", "list"):
            return 0
        below = [self.height(child) for child in self.children(pattern)]
        if kind == "choice":
            return min(below)
        return max(below, default=0) + (kind == "element")

    def deepen(self):
        heights = {name: self.height(define) for name, define in self.defines.items()}
        changed, self.heights = heights != self.heights, heights
        return changed

    def document(self):
        self.size = self.ids = 0
        return self.walk(self.start, 0)[1]

    def walk(self, pattern, depth):
        """The attributes and the content of one thing that the pattern admits, as text."""
        kind = pattern.tag.removeprefix(RNG)
        small = depth > DEPTH or depth > 3 and self.size > SIZE
        if kind == "ref":
            return self.walk(self.defines[pattern.get("name")], depth)
        if kind == "element":
            return "", self.element(pattern, depth + 1)
        if kind == "attribute":
            return f" {pattern.get('name')}={quoteattr(self.value(self.children(pattern)[0]))}", ""
        if kind == "text":
            return "", escape(random.choice(TEXTS))
        if kind == "optional":
            # Few attributes an element: libxml2's RELAX NG takes time exponential in their number.
            often = 0.12 if self.is_attribute(pattern) else 0 if small else 0.5
            return self.group(pattern, depth) if random.random() < often else ("", "")
        if kind in ("zeroOrMore", "oneOrMore"):
            times = (kind == "oneOrMore") + (0 if small else random.choice((0, 1, 1, 2, 3)))
            walked = [self.group(pattern, depth) for _ in range(times)]
            return "", "".join(content for _, content in walked)
        if kind == "mixed":
            return "", escape(random.choice(TEXTS)) + self.group(pattern, depth)[1] + escape(random.choice(TEXTS))
        if kind == "choice":
            return self.walk(self.choose(pattern, small), depth)
        return self.group(pattern, depth)

    def group(self, pattern, depth):
        walked = [self.walk(child, depth) for child in self.children(pattern)]
        return "".join(attributes for attributes, _ in walked), "".join(content for _, content in walked)

    def element(self, pattern, depth):
        self.size = self.size + 1 if depth > 3 else 0
        attributes, content = self.group(pattern, depth)
        name = pattern.get("name")
        if name == "TEI":
            attributes += ' xmlns="http://www.tei-c.org/ns/1.0"'
        return f"<{name}{attributes}>{content}</{name}>"

    def is_attribute(self, pattern):
        first = self.children(pattern)[0]
        return first.tag == f"{RNG}attribute"

    def leaves(self, choice):
        """What a choice chooses from, the choices inside it opened."""
        for child in self.children(choice):
            while child.tag == f"{RNG}ref" and [c.tag for c in self.children(self.defines[child.get("name")])] == [f"{RNG}choice"]:
                child = self.children(self.defines[child.get("name")])[0]
            if child.tag == f"{RNG}choice":
                yield from self.leaves(child)
            else:
                yield child

    def choose(self, choice, small):
        if (choice, small) not in self.choices:
            leaves = list(self.leaves(choice))
            least = min(map(self.height, leaves)) if small else 999
            self.choices[choice, small] = [leaf for leaf in leaves if self.height(leaf) <= least]
        leaves = self.choices[choice, small]
        names = [leaf.get("name") or id(leaf) for leaf in leaves]
        weights = [1 / (1 + self.taken[name]) for name in names]
        index = random.choices(range(len(leaves)), weights)[0]
        self.taken[names[index]] += 1
        return leaves[index]

    def value(self, pattern):
        kind = pattern.tag.removeprefix(RNG)
        if kind == "ref":
            define = self.children(self.defines[pattern.get("name")])
            return self.value(define[0])
        if kind == "choice":
            return self.value(random.choice(self.children(pattern)))
        if kind == "value":
            return pattern.text
        if kind == "list":
            return self.value(self.children(pattern)[0])
        if kind == "oneOrMore":
            return " ".join(self.value(self.children(pattern)[0]) for _ in range(random.choice((1, 1, 2))))
        if kind == "text":
            return random.choice(TEXTS)
        return self.datum(pattern)

    def datum(self, data):
        if data.get("type") == "ID":
            self.ids += 1
            return f"id-{self.ids}"
        facets = {param.get("name"): param.text for param in data.findall(f"{RNG}param")}
        facet = re.sub(r"\[(\\p\{\w\})+\]", r"\\S", facets.get("pattern", ".*"))
        values = [value for value in VALUES[data.get("type")] if re.fullmatch(facet, value)]
        if data.get("type") == "decimal" and "minInclusive" not in facets:
            values.append("-3.5")
        return random.choice(values)


def main(seed, count, folder):
    random.seed(int(seed))
    grammar = Grammar(pathlib.Path(__file__).parent.parent / "engross.rng")
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    seen = Counter()
    for number in range(int(count)):
        document = grammar.document()
        seen.update(re.findall(r"<(\w+)|([\w:-]+)=\"", document))
        (folder / f"{number:05}.xml").write_text(document, encoding="utf-8")
    root = grammar.start.getroottree()
    for kind, place in (("element", 0), ("attribute", 1)):
        declared = {declaration.get("name") for declaration in root.iter(f"{RNG}{kind}")}
        missed = declared - {names[place] for names in seen}
        print(f"{len(declared) - len(missed)} of {len(declared)} {kind}s", *sorted(missed))


if __name__ == "__main__":
    main(*sys.argv[1:])
