"""The test vectors of the formulas, and the calendar rules that no vector covers.

python test_vectors.py            (or python -m unittest test_vectors)
"""

import sys
import unittest
from datetime import date

import numpy as np

from recalculation import common, portfolio, w1, w2, w3, w4, w5, w6
from recalculation.declarations import tables
from recalculation.results import recalculate
from recalculation.workbook import Workbook
from running import run

TEN = [10, 20, 30, 40, 50, 70, 90, 180, 310, 520]
LIMITS = {key: f.default for key, f in tables()["settings.limits"].fields.items()}


class Vectors(unittest.TestCase):
    """The published vectors; tolerance 1e-9 unless the vector is rounded."""

    def near(self, value, expected, places=9):
        self.assertAlmostEqual(value, expected, places=places)

    def test_cagr(self):
        self.near(w1.growth_rate(120, 158, 3), 9.603716, 6)

    def test_hhi(self):
        shares = [30, 22, 15, 10, 8]
        self.near(w1.hhi_low(shares), 1773)
        self.near(w1.hhi_high(shares), 1886)
        self.near(w1.residual(shares), 15)
        self.near(w1.top_share(shares, 4), 77)
        self.near(w1.hhi_low([40, 30, 20, 10]), 3000)
        self.near(w1.hhi_high([40, 30, 20, 10]), 3000)
        self.assertEqual(w1.hhi_class(1773, 1886, LIMITS), "moderate_to_high")
        self.assertEqual(w1.structure(77), "oligopoly_extreme")

    def test_five_forces(self):
        ratings = [[4, 4, 3, 5], [2, 3, 2, 2], [3, 4, 4], [2, 3, 2], [4, 4, 5, 3]]
        forces = [common.weighted_mean((1, r) for r in force) for force in ratings]
        for value, expected in zip(forces, (4, 2.25, 11 / 3, 7 / 3, 4)):
            self.near(value, expected)
        self.near(common.mean(forces), 3.25)
        self.near(w1.attractiveness(forces), 43.75)

    def test_pestel_and_efe(self):
        items = [("opportunity", 4, 4), ("threat", 5, 3), ("opportunity", 3, 5), ("threat", 2, 2)]
        scores = [w1.pestel_score(*item) for item in items]
        self.assertEqual(scores, [16, -15, 15, -4])
        self.assertEqual(sum(scores), 12)
        weights = [0.2, 0.15, 0.1, 0.25, 0.2, 0.1]
        self.near(common.weighted_mean(zip(weights, [3, 4, 2, 2, 3, 1])), 2.6)

    def test_cpm(self):
        weights = [0.2, 0.15, 0.25, 0.15, 0.1, 0.15]
        ratings = ([3, 2, 4, 3, 2, 4], [4, 3, 3, 3, 3, 2], [2, 4, 2, 2, 4, 2])
        scores = [common.weighted_mean(zip(weights, r)) for r in ratings]
        for value, expected in zip(scores, (3.15, 3.05, 2.5)):
            self.near(value, expected)
        self.assertEqual(w2.ranks(dict(zip("uab", scores))), {"u": 1, "a": 2, "b": 3})
        self.near(common.weighted_mean(zip([3, 2, 5], [4, 1, 2])), 2.4)

    def test_value_curve(self):
        us, a, b = [8, 3, 9, 6, 2], [6, 6, 6, 6, 6], [5, 7, 4, 6, 8]
        self.near(w2.divergence(zip(us, zip(a, b))), 3)
        self.near(w2.focus(us), 2.727636, 6)

    def test_share_of_wallet(self):
        self.near(w2.share_of_wallet([(1200, 360), (50, None), (None, 10)]), 30)

    def test_opportunity_and_kano(self):
        pairs = [(9, 3), (9, 9), (5, 8), (8, 4), (10, 2), (7, 6)]
        scores = [w3.opportunity(*pair) for pair in pairs]
        self.assertEqual(scores, [15, 9, 5, 12, 18, 8])
        bands = ["high", "low", "low", "consider", "extreme", "low"]
        self.assertEqual([w3.band(s) for s in scores], bands)
        votes = {"attractive": 12, "one_dimensional": 20, "must_be": 5, "indifferent": 3}
        better, worse = w3.better_worse(votes)
        self.near(better, 0.8)
        self.near(worse, -0.625)
        answers = [(1, 5), (2, 5), (1, 3), (3, 3), (5, 1), (1, 1)]
        self.assertEqual([w3.kano_answer(*a) for a in answers], [w3.LETTERS[x] for x in "OMAIRQ"])

    def test_support_and_coverage(self):
        people = [(5, 2, 3), (5, -1, 1), (3, 1, 2), (4, 0, 0), (2, 2, 4)]
        self.near(w3.support_index((i, s) for i, s, _ in people), 31.578947, 6)
        self.near(w3.coverage_index((i, c) for i, _, c in people), 52.631579, 6)

    def test_coverage_matrix(self):
        weights = [15, 12, 16, 8]
        cells = [[9, 3, 0], [0, 3, 1], [1, 0, 3], [0, 0, 0]]
        covered = [w4.coverage(row) for row in cells]
        for value, expected in zip(covered, (100, 100 / 3, 100 / 3, 0)):
            self.near(value, expected)
        self.near(common.plain_weighted_mean(zip(weights, covered)), 47.712418, 6)
        raw = [w4.module_importance(weights, column) for column in zip(*cells)]
        self.assertEqual(raw, [151, 81, 60])
        for value, expected in zip(raw, (51.712329, 27.739726, 20.547945)):
            self.near(common.percent(value, sum(raw)), expected, 6)

    def test_evc(self):
        found = recalculate(
            Workbook(
                {
                    "as_of": "2026-01-01",
                    "w4": {
                        "case": {"ref_price": 300, "our_price": 825},
                        "diff": [{"id": str(v), "value": v} for v in (350, 100, 200)],
                    },
                }
            )
        )
        self.near(found["w4.evc"], 950)
        self.near(found["w4.incentive"], 125)
        self.near(found["w4.value_captured"], 80.769231, 6)

    def test_cash_flow(self):
        flows = [-1000, 400, 450, 500]
        self.near(w4.npv(0.1, flows), 111.194591, 6)
        self.near(w4.irr(flows), 15.975320, 6)
        self.near(w4.npv(w4.irr(flows) / 100, flows), 0)
        self.near(w4.payback(flows), 2.3)
        self.near(w4.payback(w4.discounted(0.1, flows)), 2.704, 3)
        self.near((sum(flows[1:]) - 1000) / 1000 * 100, 35)
        self.assertIsNone(w4.irr([-100, 300, -210]))
        self.assertIsNone(w4.payback([-100, 50]))
        self.assertEqual(w4.payback([100, 50]), 0)

    def test_tco(self):
        ours = [("acquisition", 1000, None), ("operation", 200, None), ("residual", 100, None)]
        other = [("acquisition", 700, None), ("operation", 300, None), ("residual", 50, None)]
        self.near(w4.tco(ours, 5, 0.08), 1730.483688, 6)
        self.near(w4.tco(other, 5, 0.08), 1863.783851, 6)

    def test_servqual(self):
        gaps = np.subtract([5.8, 5.0, 6.1, 5.2, 5.4], [6.5, 6.2, 6.0, 5.5, 5.0])
        for value, expected in zip(gaps, (-0.7, -1.2, 0.1, -0.3, 0.4)):
            self.near(value, expected)
        self.near(common.weighted_mean(zip([32, 22, 19, 16, 11], gaps)), -0.473)

    def test_lifetime_value(self):
        self.near(w6.clv(100, 0.8, 0.1), 266.666667, 6)
        self.near(w6.clv_immediate(100, 0.8, 0.1), 366.666667, 6)
        self.near(w6.clv_finite(100, 0.8, 0.1, 5), 292.063384, 6)
        self.near(w6.clv_change(100, 0.8, 0.1, 0.05), 27.5)
        self.assertIsNone(w6.clv(100, 1.0, 0.0))

    def test_portfolio(self):
        self.near(portfolio.gini(TEN), 0.571212, 6)
        self.near(portfolio.gini_corrected(TEN), 0.634680, 6)
        self.near(portfolio.top20_share(TEN), 62.878788, 6)
        shares = portfolio.cumulative(sorted(TEN, reverse=True))
        before = [0, *shares[:-1]]
        stated = (0, 39.39, 62.88, 76.52, 83.33, 88.64, 92.42, 95.45, 97.73, 99.24)
        for value, expected in zip(before, stated):
            self.near(value, expected, 2)
        self.assertEqual("".join(portfolio.abc(b, 80, 95) for b in before), "aaaabbbccc")

    def test_risk(self):
        scores = [4 * 5, 3 * 3, 2 * 4, 5 * 5]
        classes = ["extreme", "medium", "medium", "extreme"]
        self.assertEqual([common.risk_class(s, LIMITS) for s in scores], classes)

    def test_pipeline(self):
        deals = [(800, 20), (450, 50), (300, 75), (200, 90)]
        rows = [{"id": f"o{n}", "amount": a, "probability": p} for n, (a, p) in enumerate(deals)]
        found = recalculate(Workbook({"as_of": "2026-01-01", "w6": {"opp": rows}}))
        self.near(found["w6.weighted_pipeline"], 790)
        self.near(found["w6.pipeline_total"], 1750)

    def test_nps(self):
        self.near(w5.nps([10, 9, 9, 8, 7, 6, 10, 3, 9, 8]), 30)

    def test_progress(self):
        self.near(w6.progress(12, 30, 18), 33.333333, 6)
        self.near(w6.progress(8, 4, 6), 50)


class Dates(unittest.TestCase):
    """Calendar arithmetic that no vector covers."""

    def test_months_before(self):
        self.assertEqual(common.months_before(date(2026, 3, 31), 1), date(2026, 2, 28))
        self.assertEqual(common.months_before(date(2026, 2, 10), 12), date(2025, 2, 10))

    def test_fiscal_quarter(self):
        self.assertEqual(common.fiscal_quarter(date(2026, 5, 30), 1), "2026q2")
        self.assertEqual(common.fiscal_quarter(date(2026, 3, 31), 4), "2026q4")
        self.assertEqual(common.fiscal_quarter(date(2026, 4, 1), 4), "2027q1")

    def test_light(self):
        today, due = date(2026, 6, 1), date(2026, 12, 1)
        self.assertEqual(w6.light(40, 50, due, today), "green")
        self.assertEqual(w6.light(30, 50, due, today), "amber")
        self.assertEqual(w6.light(10, 50, due, today), "red")
        self.assertEqual(w6.light(99, 50, date(2026, 5, 1), today), "red")
        self.assertEqual(w6.light(100, None, date(2026, 5, 1), today), "green")
        self.assertIsNone(w6.light(50, None, None, today))


if __name__ == "__main__":
    sys.exit(run(sys.modules[__name__]))
