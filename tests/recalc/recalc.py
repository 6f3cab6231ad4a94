"""Recalculates the results of exported workbooks and compares them with those the files hold.

    python recalc.py FILE...                        compare; exit code 1 when a result differs
                                                    (a folder stands for the JSON files in it)
    python recalc.py --show NAME[,NAME...] FILE...  print recalculated results (`all` for every one)

Today is the file's `as_of`, unless --today gives another day. The last line counts the compared results.
"""

import argparse
import sys
from datetime import date
from pathlib import Path

from recalculation.results import compare, recalculate
from recalculation.workbook import load


def check(path, today):
    """(passed, failed) of one file; every mismatch is printed."""
    raw, book = load(path, today)
    expected, given = recalculate(book), raw.get("results")
    if not isinstance(given, dict):
        print(f"{path}: results: expected {len(expected)} results, got none")
        return 0, len(expected)
    wrong = compare(expected, given)
    for name, ours, theirs in wrong:
        print(f"{path}: {name}: expected {ours}, got {theirs}")
    return len(expected.keys() | given.keys()) - len(wrong), len(wrong)


def show(path, today, names):
    """Prints recalculated results of one file."""
    found = recalculate(load(path, today)[1])
    for name in found if names == ["all"] else names:
        print(f"{path}: {name} = {found.get(name, 'no such name')}")


def expand(paths):
    """The files, with those of folders in place of the folders."""
    for path in map(Path, paths):
        yield from sorted(path.glob("*.json")) if path.is_dir() else [path]


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("files", nargs="+")
    parser.add_argument("--today", type=date.fromisoformat)
    parser.add_argument("--show")
    options = parser.parse_args()
    files = list(expand(options.files))
    if options.show:
        for path in files:
            show(path, options.today, options.show.split(","))
        return 0
    passed = failed = 0
    for path in files:
        try:
            right, wrong = check(path, options.today)
        except (OSError, ValueError) as problem:
            print(f"{path}: cannot be read: {problem}")
            right, wrong = 0, 1
        passed, failed = passed + right, failed + wrong
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
