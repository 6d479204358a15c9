"""Hands reports to programs that others use, and tells what they make of them.

usage: check.py ENGROSS REPOSITORY

Prints a line for each thing that holds, and ends with 1 at the first that doesn't. The packages are
in requirements.txt; `make test` installs them.
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

import jsonschema
import junitparser
import pre_commit.clientlib
import sarif_pydantic
from sarif import loader

ENGROSS = sys.argv[1]
REPOSITORY = pathlib.Path(sys.argv[2])

RNG = """<element name="letter" xmlns="http://relaxng.org/ns/structure/1.0">
<oneOrMore><element name="p"><optional><attribute name="xml:id"/></optional><text/></element></oneOrMore>
</element>"""
FILES = {
    "good.xml": "<letter><p/></letter>",
    "bad & <ä>.xml": "<letter>\n  <q>\"</q>\n</letter>",
    "ill.xml": "<letter>\n<p>\n</letter>",
    "doubtful.xml": '<letter><p xml:id="a"/><p xml:id="a"/></letter>',
}
NAMES = list(FILES) + ["nowhere.xml"]
# GitLab Docs, Code Quality report format: what an object must have.
CODE_QUALITY = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string"},
            "check_name": {"type": "string"},
            "fingerprint": {"type": "string"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {"type": "object", "required": ["path", "positions"]},
        },
    },
}
# The schemas that check-jsonschema brings along, by the name of a file.
SCHEMAS = {
    ".github/workflows/tei.yml": "vendor.github-workflows",
    ".gitlab-ci.yml": "vendor.gitlab-ci",
    "azure-pipelines.yml": "vendor.azure-pipelines",
    ".circleci/config.yml": "vendor.circle-ci",
    ".woodpecker.yml": "vendor.woodpecker-ci",
}


def report(folder, name):
    output = folder / f"report.{name}"
    command = [ENGROSS, "validate", "--schema", "letter.rng", "--format", name]
    subprocess.run(command + ["--output", output.name] + NAMES, cwd=folder, capture_output=True)
    return output


def holds(claim, truth):
    print(("holds: " if truth else "doesn't hold: ") + claim)
    if not truth:
        sys.exit(1)


def reports(folder):
    for name, content in FILES.items():
        (folder / name).write_text(content)
    (folder / "letter.rng").write_text(RNG)

    path = report(folder, "sarif")
    log = sarif_pydantic.Sarif.model_validate(json.loads(path.read_text()))
    holds("sarif-pydantic reads the model", len(log.runs[0].results) == 4)
    summary = loader.load_sarif_file(str(path)).get_report()
    counts = [summary.get_issue_count_for_severity(word) for word in ("error", "warning")]
    holds("sarif-tools counts the findings", counts == [3, 1])

    suites = list(junitparser.JUnitXml.fromfile(str(report(folder, "junit"))))
    cases = [case for suite in suites for case in suite]
    holds("junitparser finds a test a file", [case.name for case in cases] == NAMES)
    kinds = [type(result) for case in cases for result in case.result]
    expected = [junitparser.Failure, junitparser.Failure, junitparser.Error]
    holds("junitparser tells failures from errors", kinds == expected)

    root = ElementTree.parse(report(folder, "checkstyle")).getroot()
    named = [file.get("name") for file in root.iter("file")]
    holds("Checkstyle's files are those with findings", named == NAMES[1:])
    severities = {error.get("severity") for error in root.iter("error")}
    holds("Checkstyle's severities are its own", severities <= {"error", "warning", "info"})


    found = json.loads(report(folder, "gitlab").read_text())
    jsonschema.validate(found, CODE_QUALITY)
    fingerprints = {item["fingerprint"] for item in found}
    holds("GitLab's objects have what they must, and their own fingerprints", len(fingerprints) == 4)

    lines = [json.loads(line) for line in report(folder, "json").read_text().splitlines()]
    holds("JSON Lines have an object a file", [line["file"] for line in lines] == NAMES)


def check_schema(schema, path):
    command = [sys.executable, "-m", "check_jsonschema", "--regex-variant", "nonunicode",
               "--builtin-schema", schema, str(path)]
    result = subprocess.run(command, capture_output=True, text=True)
    if result.returncode != 0:
        print(result.stdout, result.stderr)
    return result.returncode == 0


def documents(folder):
    action = REPOSITORY / "action.yml"
    holds("GitHub's schema admits action.yml", check_schema("vendor.github-actions", action))
    hooks = str(REPOSITORY / ".pre-commit-hooks.yaml")
    holds("pre-commit reads the hooks", bool(pre_commit.clientlib.load_manifest(hooks)))
    count = 0
    for page in sorted((REPOSITORY / "Documentation" / "CI").glob("*.md")):
        for name, text in re.findall(r"^```yaml file=(\S+)\n(.*?)^```", page.read_text(), re.M | re.S):
            path = folder / f"{count}.yml"
            path.write_text(text)
            count += 1
            if name == ".pre-commit-config.yaml":
                holds(f"pre-commit reads {page.name}", bool(pre_commit.clientlib.load_config(str(path))))
            else:
                holds(f"{SCHEMAS[name]} admits {page.name}", check_schema(SCHEMAS[name], path))


with tempfile.TemporaryDirectory() as directory:
    reports(pathlib.Path(directory))
    documents(pathlib.Path(directory))
