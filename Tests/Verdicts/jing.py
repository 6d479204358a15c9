#!/usr/bin/env python3
"""jing.py [SCHEMA.rng …]: do Engross and jing agree on every document and every schema of ../shared?

Too slow for each push, so JingVerdictsTests takes some of them; this takes all: each document of
../shared/tei-docs and ../shared/mutants against each RELAX NG schema of ../shared/schemas, or those
given. It prints a line a schema, then each difference with what both say, and ends with 1 if there
is one. ENGROSS names another program than the release build's.
"""
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SHARED = ROOT.parent / "shared"
ENGROSS = os.environ.get("ENGROSS", ROOT / ".build/release/engross")
# Debian's `jing` follows XInclude, into the network too; this is the same program without it.
JING = ["java", "-cp", "/usr/share/java/jing.jar:/usr/share/java/xercesImpl.jar:"
        "/usr/share/java/xml-resolver.jar", "com.thaiopensource.relaxng.util.Driver"]


def first_errors(command):
    """The first error of each document, by its path."""
    result = subprocess.run(command, capture_output=True, text=True)
    if result.returncode not in (0, 1):
        sys.exit(f"{command[0]} ended with {result.returncode}: {result.stderr[-500:]}")
    found = {}
    for line in (result.stdout + result.stderr).splitlines():
        path, colon, rest = line.partition(":")
        if colon and path.startswith("/") and any(
                word in rest for word in (": error:", ": fatal:")):
            found.setdefault(path, rest)
        if ": fatal:" in rest:
            sys.exit(f"jing reads no further than {line}")
    return found


def documents():
    """All that are well-formed: jing reads nothing more after one that isn't."""
    found = sorted(str(path) for path in SHARED.glob("tei-docs/**/*.xml"))
    found += sorted(str(path) for path in SHARED.glob("mutants/**/*.xml"))
    return [path for path in found
            if subprocess.run(["xmllint", "--nonet", "--noout", path],
                              stderr=subprocess.DEVNULL).returncode == 0]


def main():
    paths = documents()
    schemas = sys.argv[1:] or sorted(str(path) for path in (SHARED / "schemas").glob("*.rng"))
    differences = 0
    for schema in schemas:
        theirs = first_errors([*JING, schema, *paths])
        ours = first_errors([ENGROSS, "validate", "-q", "--format", "text", "--check", "ids",
                             "--schema", schema, *paths])
        differing = [path for path in paths if (path in ours) != (path in theirs)]
        print(f"{pathlib.Path(schema).name}: {len(paths)} documents, {len(theirs)} invalid by jing, "
              f"{len(ours)} by Engross, {len(differing)} differences", flush=True)
        for path in differing:
            print(f"  {path}\n    jing: {theirs.get(path, 'valid')[:300]}"
                  f"\n    Engross: {ours.get(path, 'valid')[:300]}", flush=True)
        differences += len(differing)
    sys.exit(1 if differences else 0)


if __name__ == "__main__":
    main()
