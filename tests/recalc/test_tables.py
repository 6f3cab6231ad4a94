"""The recalculation covers the tables, the comparison can fail, and figures agree with a second way to them.

python test_tables.py            (or python -m unittest test_tables)
"""

import random
import sys
import unittest

import numpy as np
import numpy_financial as npf

from random_workbooks import random_workbook
from recalculation import card, w4, w6
from recalculation.declarations import result_patterns, tables
from recalculation.results import compare, recalculate
from recalculation.workbook import Workbook
from running import run


class Coverage(unittest.TestCase):
    """Every name of the result table is produced, and no other; nothing depends on what is filled."""

    def test_names(self):
        patterns = result_patterns()
        self.assertEqual(len(patterns), 261)
        produced = set()
        for seed in range(12):
            for name in recalculate(Workbook(random_workbook(seed, 0.2 + 0.06 * seed))):
                stands_for = {p for p, form in patterns.items() if form.fullmatch(name)}
                self.assertTrue(stands_for, name)
                produced |= stands_for
        self.assertEqual(sorted(set(patterns) - produced), [])

    def test_values_have_a_type_of_the_file_format(self):
        for seed in range(6):
            for name, value in recalculate(Workbook(random_workbook(seed, 0.9))).items():
                known = value is None or isinstance(value, (int, float, str, list))
                self.assertTrue(known and not isinstance(value, bool), (name, value))
                if isinstance(value, float):
                    self.assertTrue(np.isfinite(value), name)

    def test_each_result_has_a_value_somewhere(self):
        patterns = result_patterns()
        valued = set()
        for seed in range(30):
            raw = random_workbook(seed, 0.3 + seed % 3 * 0.3)
            raw["w4"]["economics"]["list_price"] = 1000
            found = recalculate(Workbook(raw))
            for name, value in found.items():
                if value is not None:
                    valued |= {p for p, form in patterns.items() if form.fullmatch(name)}
        self.assertEqual(sorted(set(patterns) - valued), [])

    def test_empty_workbook(self):
        found = recalculate(Workbook({"as_of": "2026-01-01"}))
        self.assertEqual(found["card.completeness"], 25)
        values = {name for name, value in found.items() if value is not None}
        always = {f"{sheet}.completeness" for sheet in ("card", *card.SHEETS)}
        always |= {"w5.nps_n", "w6.won"} | {f"w6.process.{p}" for p in w6.PROCESSES}
        self.assertEqual(values, always)

    def test_minimum_rows_name_every_list_with_core_fields(self):
        core = {t.path for t in tables().values() if t.shape == "list" and t.core}
        self.assertEqual(core, set(card.MINIMUM_ROWS))


class Comparison(unittest.TestCase):
    """A comparison that cannot fail proves nothing."""

    def setUp(self):
        self.ours = recalculate(Workbook(random_workbook(3, 0.9)))

    def test_equal(self):
        self.assertEqual(compare(self.ours, dict(self.ours)), [])

    def test_differences(self):
        theirs = dict(self.ours)
        theirs["w2.wallet_total"] = self.ours["w2.wallet_total"] * (1 + 1e-8)
        theirs["w6.won"] = None
        theirs["w1.structure"] = "other"
        theirs["w9.unknown"] = 1
        del theirs["w6.base"]
        found = {name for name, _, _ in compare(self.ours, theirs)}
        changed = {"w2.wallet_total", "w6.won", "w1.structure", "w9.unknown", "w6.base"}
        self.assertEqual(found, changed)

    def test_tolerance(self):
        self.assertEqual(compare({"a": 1e6}, {"a": 1e6 * (1 + 1e-10)}), [])
        self.assertEqual(compare({"a": 0.0}, {"a": 1e-12}), [])


class Cross(unittest.TestCase):
    """Second ways to the same figure."""

    def test_irr_is_that_of_the_library(self):
        chance = random.Random(1)
        for _ in range(200):
            flows = [-chance.uniform(1, 900), *(chance.uniform(0, 400) for _ in range(5))]
            found = w4.irr(flows)
            if found is not None:
                self.assertAlmostEqual(found, npf.irr(flows) * 100, places=6)
                self.assertAlmostEqual(w4.npv(found / 100, flows), 0, places=6)

    def test_break_even_brings_npv_to_zero(self):
        books = (Workbook(random_workbook(seed, 1.0)) for seed in range(50))
        book = next(b for b in books if w4.Case(b).npv() is not None)
        case = w4.Case(book)
        factor = recalculate(book)["w4.break_even_benefit"] / 100
        self.assertAlmostEqual(case.npv(factor), 0, places=6)

    def test_tornado_is_npv_with_one_row_changed(self):
        files = (random_workbook(seed, 1.0) for seed in range(50))
        raw = next(raw for raw in files if w4.Case(Workbook(raw)).npv() is not None)
        base = recalculate(Workbook(raw))
        row = next(r for r in raw["w4"]["benefits"] if isinstance(r.get("amount"), float))
        row["amount"] *= 1.2
        moved = recalculate(Workbook(raw))["w4.npv"] - base["w4.npv"]
        self.assertAlmostEqual(base[f"w4.benefits.{row['id']}.tornado"], moved, places=6)


if __name__ == "__main__":
    sys.exit(run(sys.modules[__name__]))
