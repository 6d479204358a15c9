"""The corpora of ../shared by halves: a document is of the half that the SHA-256 of its name tells.

Rules are developed on `dev`; of `held` only totals are looked at, when the work is done.
"""
import hashlib
import os
import pathlib
import sys

import measure

COLLECTIONS = ("letters", "presidency")


def half(name):
    return "held" if hashlib.sha256(name.encode()).digest()[-1] % 2 else "dev"


def documents(wanted):
    """The gold files of a half, or of all, each beside its text."""
    root = measure.SHARED / "corpora"
    gold = [path for folder in COLLECTIONS for path in sorted((root / folder).glob("*.json"))]
    if not gold:
        sys.exit(f"no gold in {root}")
    return [path for path in gold if wanted in ("all", half(path.stem))]


def encoded(gold, directory, engross):
    """Encodes the texts of some gold files into a folder; links the gold and the texts beside."""
    texts, links, output = [], directory / "gold", directory / "tei"
    links.mkdir()
    for path in gold:
        text = path.with_suffix(".txt")
        texts.append(str(text))
        os.symlink(path, links / path.name)
        os.symlink(text, links / text.name)
    measure.seconds([engross, "encode", "--quiet", "--output-dir", str(output), *texts])
    return pathlib.Path(output), links


def scorer():
    """The module that scores any encoder's output, from ../shared."""
    sys.path.insert(0, str(measure.SHARED / "score"))
    import score
    return score
