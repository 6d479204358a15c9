#!/usr/bin/env python3
"""recognition.py [dev|held|all] [--by-collection] [--errors CATEGORY:N] [--binary PATH] [GOLD_DIR …]

How much of what human editors marked does Engross mark as well? Precision, recall and F1 by category,
as ../shared/score/score.py counts them, for a half of the corpora (both halves side by side where none
is named) or for other folders of NAME.txt with NAME.json. Errors are shown for `dev` and for other
folders only: what is seen of `held` is developed on.
"""
import argparse
import pathlib
import tempfile

import halves
import measure


def figures(gold, engross, scorer):
    with tempfile.TemporaryDirectory() as folder:
        output, links = halves.encoded(gold, pathlib.Path(folder), engross)
        everything, by = scorer.Tally(), {}
        for path in gold:
            gold_file = scorer.json.loads((links / path.name).read_text(encoding="utf-8"))
            source = (links / path.name).with_suffix(".txt").read_text(encoding="utf-8")
            predicted = scorer.Pred(str(output / f"{gold_file['name']}.xml"))
            tally = by.setdefault(gold_file.get("collection", "?"), scorer.Tally())
            for each in (everything, tally):
                scorer.score_doc(each, gold_file, source, predicted, "full")
    return everything, by


def side_by_side(columns, scorer):
    print(f"{'category':13}" + "".join(f"{name + ' F1':>12}{'of':>6}" for name in columns))
    for category in scorer.CATS:
        row = f"{category:13}"
        for tally in columns.values():
            counts = tally.c.get(category)
            row += f"{scorer.prf(counts)[2]:12.3f}{counts[1]:6}" if counts else f"{'–':>12}{'':6}"
        print(row)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("half", nargs="?", choices=["dev", "held", "all", "both"], default="both")
    parser.add_argument("folders", nargs="*", type=pathlib.Path, help="other folders of gold")
    parser.add_argument("--by-collection", action="store_true")
    parser.add_argument("--errors", metavar="CATEGORY:N")
    parser.add_argument("--binary", default=None)
    options = parser.parse_args()
    scorer, engross = halves.scorer(), options.binary or measure.engross()
    if options.folders:
        wanted = {"these": [path for folder in options.folders for path in sorted(folder.glob("*.json"))]}
    elif options.half == "both":
        wanted = {name: halves.documents(name) for name in ("dev", "held", "all")}
    else:
        wanted = {options.half: halves.documents(options.half)}
    if options.errors and not set(wanted) <= {"dev", "these"}:
        parser.error("errors are shown for dev and other folders only")
    results = {name: figures(gold, engross, scorer) for name, gold in wanted.items()}
    if len(results) > 1:
        side_by_side({name: everything for name, (everything, _) in results.items()}, scorer)
        return
    for name, (everything, by) in results.items():
        if options.by_collection:
            for collection in sorted(by):
                scorer.table(by[collection], f"== collection {collection}")
        scorer.table(everything, f"== {name}")
        if options.errors:
            category, _, most = options.errors.partition(":")
            for error in everything.err[category][: int(most or 20)]:
                print("  ", *error)


if __name__ == "__main__":
    main()
