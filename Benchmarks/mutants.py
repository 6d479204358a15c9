#!/usr/bin/env python3
"""Do people find the mistake by the message? A table of what Engross says of documents with one each.

usage: mutants.py [ENGROSS] [MUTANTS] [SCHEMA]
"""

import json
import subprocess
import sys


def place(source, fault):
    """Where the mistake may be told: the start of the tag, or an attribute or its value in it."""
    lines = source.split("\n")
    line, column = fault["line"], fault["column"]
    right = {(line, column)}
    tag = False
    quote = ""
    before = " "
    for number in range(line, fault["tag_end_line"] + 1):
        text = lines[number - 1]
        start = column - 1 if number == line else 0
        for index in range(start, len(text)):
            character = text[index]
            if number == line and index == start and character != "<":
                return right
            if quote:
                if character == quote:
                    quote = ""
            elif character in "\"'":
                quote = character
                right.add((number, index + 2))
            elif before.isspace() and not character.isspace():
                right.add((number, index + 1))
            elif character == ">":
                return right
            before = character
        before = " "
    return right


def main():
    engross, mutants, schema = (sys.argv[1:] + [None] * 3)[:3]
    engross = engross or ".build/release/engross"
    mutants = mutants or "../shared/mutants"
    schema = schema or "../shared/schemas/tei_all.rng"
    faults = [json.loads(line) for line in open(f"{mutants}/manifest.jsonl")]
    files = [f"{mutants}/{fault['file']}" for fault in faults]
    run = subprocess.run(
        [engross, "validate", "-q", "--schema", schema, "--format", "json", *files],
        stdout=subprocess.PIPE)
    found = right_line = right_column = single = 0
    for fault, line in zip(faults, run.stdout.decode().splitlines()):
        findings = json.loads(line)["findings"]
        source = open(f"{mutants}/{fault['file']}", encoding="utf-8").read()
        right = place(source, fault)
        places = [(finding.get("line"), finding.get("column")) for finding in findings]
        marks = ""
        found += bool(findings)
        single += len(findings) == 1
        in_line = any(fault["line"] <= (at[0] or 0) <= fault["tag_end_line"] for at in places[:1])
        right_line += in_line
        right_column += any(at in right for at in places[:1])
        marks += "" if len(findings) == 1 else f" [{len(findings)} messages]"
        marks += "" if in_line else " [line]"
        marks += "" if any(at in right for at in places[:1]) else " [column]"
        print(f"{fault['file'][:4]} {fault['what']}{marks}")
        for finding in findings:
            print(f"     {finding['line']}:{finding['column']} {finding['message']} [{finding['id']}]")
            for note in finding.get("notes", []):
                print(f"       note {note.get('line')}:{note.get('column')} {note['message']}")
    print(f"found {found}, right line {right_line}, right column {right_column}, one message {single}"
          f" of {len(faults)}")


if __name__ == "__main__":
    main()
