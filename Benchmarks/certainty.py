#!/usr/bin/env python3
"""certainty.py [dev|held|all] [--binary PATH] [--wrong KIND:CERT]

Is `cert` earned? For each kind of element and each degree: how many did Engross mark where human
editors marked all of that kind, and how many of these did they mark too, over the same words (and, for
dates, with the same value)? `there` counts each mark of theirs once; `known` counts also what they marked
in the same document once and left at another place. Wanted of `known`: high 98 in 100, medium 85, low 60.
What no gold tells isn't here.
"""
import argparse
import collections
import pathlib
import tempfile

import halves
import measure

WANTED = {"high": 0.98, "medium": 0.85, "low": 0.60}
WORST_FIRST = {"low": 0, "medium": 1, "high": 2}


def marked(root, scorer):
    """(kind, words, certainty, value) of each element that says how sure Engross is."""
    texts = next(element for element in scorer.walk(root) if scorer.ln(element) == "text")
    parent = {child: element for element in root.iter() for child in element}

    def within(element, name):
        while element in parent:
            element = parent[element]
            if scorer.ln(element) == name:
                return True
        return False

    for element in scorer.walk(texts):
        name, certainty = scorer.ln(element), element.get("cert")
        if certainty is None or name not in ("persName", "roleName", "placeName", "orgName", "date"):
            continue
        words = " ".join(scorer.text(element, None).split())
        signed = within(element, "signed")
        kind = {"persName": "signatory" if signed else "persName", "roleName": "role"}.get(name, name)
        yield kind, words, certainty, element.get("when") or element.get("from"), signed


def gold_words(gold, kind):
    signatories = gold.get("signatories") or []
    return {
        "signatory": [each["name"] for each in signatories],
        "role": [role for each in signatories for role in each.get("role", [])],
        "date": [each["text"] for each in gold.get("dates") or []],
    }.get(kind) or gold.get(kind) or []


def right(kind, found, gold, scorer):
    """Whether each found thing is among the gold, and whether its words are; of equal words the least
    certain are wrong first."""
    known = {scorer.n(each) for each in gold_words(gold, kind)}
    *_, extra = scorer.match(gold_words(gold, kind), [each[1] for each in found])
    wrong = collections.Counter(extra)
    values = collections.defaultdict(collections.Counter)
    for date in gold.get("dates") or []:
        values[scorer.n(date["text"])][scorer.iso(date.get("when") or date.get("from"))] += 1
    for each in sorted(found, key=lambda each: WORST_FIRST[each[2]]):
        words = scorer.n(each[1])
        if wrong[words]:
            wrong[words] -= 1
            yield each, False, words in known and kind != "date"
        elif kind == "date" and each[3] is not None and words in values:
            value = scorer.iso(each[3])
            is_right = values[words][value] > 0
            values[words][value] -= is_right
            yield each, bool(is_right), bool(is_right)
        else:
            yield each, True, True


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("half", nargs="?", choices=["dev", "held", "all"], default="all")
    parser.add_argument("--binary", default=None)
    parser.add_argument("--wrong", metavar="KIND:CERT", help="show the wrong ones of dev")
    options = parser.parse_args()
    if options.wrong and options.half != "dev":
        parser.error("wrong ones are shown for dev only")
    scorer, engross = halves.scorer(), options.binary or measure.engross()
    counts = collections.defaultdict(lambda: [0, 0, 0])
    wrong = []
    gold_files = halves.documents(options.half)
    with tempfile.TemporaryDirectory() as folder:
        output, links = halves.encoded(gold_files, pathlib.Path(folder), engross)
        for path in gold_files:
            gold = scorer.json.loads((links / path.name).read_text(encoding="utf-8"))
            by_kind = collections.defaultdict(list)
            for each in marked(scorer.parse(str(output / f"{gold['name']}.xml")), scorer):
                by_kind[each[0]].append(each)
                # Where editors marked persons, those who signed are among them.
                if each[0] == "signatory":
                    by_kind["persName"].append(("persName", *each[1:]))
            for kind, found in by_kind.items():
                if gold["annotated"].get("dates" if kind == "date" else kind) != "full":
                    continue
                for each, is_there, is_known in right(kind, found, gold, scorer):
                    for column, value in enumerate((is_there, is_known, 1)):
                        counts[kind, each[2]][column] += value
                    if not is_known:
                        wrong.append((gold["name"], kind, each[2], each[1], each[3] or ""))
    print("| kind | cert | marked | there | known | wanted |\n|---|---|---|---|---|---|")
    for kind, certainty in sorted(counts, key=lambda key: (key[0], -WORST_FIRST[key[1]])):
        there, known, total = counts[kind, certainty]
        print(f"| {kind} | {certainty} | {total} | {there / total:.3f} | {known / total:.3f} "
              f"| {WANTED[certainty]:.2f} |")
    if options.wrong:
        for name, kind, certainty, *rest in wrong:
            if f"{kind}:{certainty}" == options.wrong:
                print("  ", name, *rest)


if __name__ == "__main__":
    main()
