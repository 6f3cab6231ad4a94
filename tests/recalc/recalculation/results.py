"""All results of a workbook by name, and their comparison with those in the file."""

import math

from . import card, portfolio, w1, w2, w3, w4, w5, w6

# Each sheet may read the results of those before it.
SHEETS = (portfolio, w1, w2, w3, w5, w4, w6, card)


def recalculate(book):
    """Every result that applies to this workbook; None is "no value"."""
    found = {}
    for sheet in SHEETS:
        found |= sheet.results(book, found)
    return found


def compare(expected, given):
    """(name, expected, got) of every result that differs; a name on one side only differs."""
    absent = object()
    wrong = []
    for name in sorted(expected.keys() | given.keys()):
        ours, theirs = expected.get(name, absent), given.get(name, absent)
        if ours is absent:
            wrong.append((name, "no such result", _shown(theirs)))
        elif theirs is absent:
            wrong.append((name, _shown(ours), "no such name"))
        elif not same(ours, theirs):
            wrong.append((name, _shown(ours), _shown(theirs)))
    return wrong


def same(ours, theirs):
    """Numbers to 1e-9 relative, or absolute near zero; everything else exactly."""
    if _is_number(ours) and _is_number(theirs):
        return math.isclose(ours, theirs, rel_tol=1e-9, abs_tol=1e-9)
    return type(ours) is type(theirs) and ours == theirs


def _is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _shown(value):
    return "null" if value is None else repr(float(value)) if _is_number(value) else repr(value)
