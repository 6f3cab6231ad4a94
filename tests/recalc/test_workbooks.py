"""Small hand-made workbooks whose results were worked out by hand.

python test_workbooks.py            (or python -m unittest test_workbooks)
"""

import sys
import unittest

from recalculation.results import recalculate
from recalculation.workbook import Workbook
from running import run


class SmallWorkbooks(unittest.TestCase):
    """Hand-made files whose results were worked out by hand."""

    def results(self, **sheets):
        return recalculate(Workbook({"as_of": "2026-06-30", **sheets}))

    def test_defaults_hold_until_touched(self):
        r = self.results(
            w1={
                "forces": [
                    {"id": "rivalry_rivals", "force": "rivalry", "rating": 5},
                    {"id": "rivalry_growth", "force": "rivalry", "rating": 2, "weight": 2},
                    {"id": "rivalry_exit", "force": "rivalry", "rating": 1, "weight": None},
                    {"id": "rivalry_capacity", "rating": 5},
                    {"id": "own", "force": "buyers", "rating": "4"},
                ]
            },
            w6={"risk": [{"id": "a", "probability": 3, "impact": 3}]},
            settings={"limits": {"risk_high": 9, "risk_extreme": "many"}},
        )
        self.assertEqual(r["w1.force.rivalry"], 2.5)
        self.assertIsNone(r["w1.force.buyers"])
        self.assertNotIn("w1.forces.buyers_price.stale", r)
        self.assertIn("w4.opts.premium.score", r)
        self.assertIn("w5.sq.empathy.gap", r)
        self.assertEqual(r["w6.risk.a.class"], "high")

    def test_deleted_rows_and_references_to_them(self):
        r = self.results(
            w2={
                "comp": [{"id": "a", "name": "A", "deleted": True}, {"id": "b", "name": "B"}],
                "wallet": [{"id": "x", "total_spend": 100, "ours": 30}],
                "wallet_comp": {"x": {"a": {"sales": 40}, "b": {"sales": 20}}},
                "deals": [
                    {"id": "d", "result": "won", "against": ["a", "b"]},
                    {"id": "e", "result": "lost", "to_whom": "a"},
                ],
            }
        )
        self.assertNotIn("w2.cpm.a", r)
        self.assertEqual(r["w2.wallet.x.other"], 50)
        self.assertEqual(r["w2.comp.b.share_of_wallet"], 20)
        self.assertEqual(r["w2.relative_share"], 1.5)
        self.assertEqual(r["w2.comp.b.win_rate"], 100)
        self.assertEqual(r["w2.fair_share"], 50)
        self.assertEqual(r["w2.win_rate"], 50)

    def test_evidence_completeness_and_stale(self):
        r = self.results(
            card={"profile": {"name": "A"}, "plan": {"kam": "K", "next_review": "soon"}},
            w1={
                "series": [
                    {"id": "a", "year": 2024},
                    {"id": "b", "note": "n", "confidence": "assumed"},
                ],
                "ksf": [
                    {"id": "c", "factor": "f", "confidence": "confirmed_by_customer"},
                    {"id": "d", "confidence": "confirmed_by_customer", "source_date": "2025-06-30"},
                    {"id": "e", "source_date": "2025-06-29"},
                ],
                "pestel": [{"id": "p", "dimension": "legal"}, {"id": "q", "dimension": "legal"}],
            },
        )
        self.assertEqual(r["card.completeness"], 50)
        # year, factor, two dimensions, one of three different dimensions, of 26 units
        self.assertAlmostEqual(r["w1.completeness"], 5 / 26 * 100, places=12)
        self.assertEqual(r["w1.evidence_ratio"], 20)
        self.assertEqual(r["w1.evidence.assumed"], 1)
        self.assertIsNone(r["w2.evidence.assumed"])
        self.assertEqual(r["w1.ksf.d.stale"], "no")
        self.assertEqual(r["w1.ksf.e.stale"], "yes")
        self.assertIsNone(r["w1.ksf.c.stale"])

    def test_only_the_defaults_of_untouched_rows_are_no_content(self):
        r = self.results(
            w1={
                "forces": [
                    {"id": "buyers_price", "factor": "价格敏感", "force": "buyers", "weight": 1}
                ]
            },
            w2={"factors": [{"id": "quality", "factor": "Product quality", "weight": 3}]},
            w5={"cap": [{"id": "sales", "capability": "Access to the people who decide"}]},
            w6={"act": [{"id": "a", "status": "not_started"}, {"id": "b", "status": "done"}]},
        )
        self.assertIsNone(r["w1.evidence_ratio"])
        # the templates were inserted by a person: one factor and its weight of 27 units, one capability of 20
        self.assertEqual(r["w2.evidence_ratio"], 0)
        self.assertEqual(r["w5.completeness"], 5)
        self.assertAlmostEqual(r["w2.completeness"], 2 / 27 * 100, places=12)
        self.assertEqual(r["w6.actions_overdue"], 0)

    def test_business_case(self):
        r = self.results(
            w4={
                "case": {"years": 2, "discount_rate": 0},
                "benefits": [
                    {"id": "a", "amount": 100, "confidence": "confirmed_by_customer"},
                    {"id": "b", "amount": 100},
                ],
                "ramp": {"a": {"y1": {"ramp": 50}}},
                "costs": [
                    {"id": "c", "one_off": 80},
                    {"id": "d", "one_off": 9, "year": 3, "yearly": 10},
                ],
            }
        )
        self.assertEqual([r[f"w4.flow.y{t}"] for t in range(3)], [-80, 90, 140])
        self.assertNotIn("w4.flow.y3", r)
        self.assertEqual(r["w4.npv"], 150)
        self.assertAlmostEqual(r["w4.payback"], 80 / 90)
        self.assertEqual(r["w4.roi"], 150)
        self.assertEqual(r["w4.break_even_benefit"], 40)
        self.assertAlmostEqual(r["w4.sensitivity.b_m20.c_p20"], 80)
        self.assertAlmostEqual(r["w4.benefits.a.tornado"], 30)
        self.assertAlmostEqual(r["w4.costs.d.tornado"], 4)

    def test_price_waterfall(self):
        r = self.results(
            w4={
                "economics": {"list_price": 200, "freight": 5, "cogs": 100, "win_probability": 50},
                "discounts": [{"id": "a", "percent": 10}, {"id": "b", "percent": 90, "amount": 15}],
                "rebates": [{"id": "c", "percent": 5}, {"id": "d", "name": "open"}],
            },
            w5={
                "cts": [{"id": "a", "quantity": 2, "unit_cost": 1}, {"id": "b", "quantity": 2}],
                "res": [{"id": "c", "needed": 1, "rate": 1, "months": 3}, {"id": "d", "needed": 9}],
            },
        )
        self.assertEqual(r["w4.pocket_price"], 150)
        self.assertEqual(r["w4.pocket_margin"], 45)
        self.assertEqual(r["w4.pocket_margin_percent"], 30)
        self.assertEqual(r["w4.expected_contribution"], 22.5)

    def test_targets_and_quarters(self):
        r = self.results(
            settings={"general": {"fiscal_year_start": 4}},
            card={"plan": {"period_to": "2027-03-31"}},
            w6={
                "targets": [
                    {"id": "a", "year": 2027, "period": "q1", "revenue": 10},
                    {"id": "b", "period": "q2", "revenue": 20},
                    {"id": "c", "year": 2026, "revenue": 99},
                ],
                "hist": [{"id": "h", "year": 2025, "revenue": 5}, {"id": "i", "year": 2026}],
                "opp": [
                    {"id": "o", "amount": 40, "stage": "lead", "close_date": "2027-01-01"},
                    {"id": "p", "amount": 6, "stage": "won", "close_date": "2027-01-01"},
                    {"id": "q", "amount": 8, "probability": 50},
                ],
            },
        )
        self.assertEqual(r["w6.target"], 30)
        self.assertEqual(r["w6.weighted_pipeline.2027q4"], 4)
        self.assertEqual(r["w6.weighted_pipeline"], 8)
        self.assertEqual(r["w6.forecast"], 19)
        self.assertEqual(r["w6.gap"], 19)
        self.assertAlmostEqual(r["w6.pipeline_coverage"], 48 / 19)
        self.assertEqual(r["w6.health.commercial"], 19 / 30 * 100)

    def test_roles_and_marks(self):
        r = self.results(
            w5={
                "raci_tasks": [{"id": "t", "task": "T"}, {"id": "u", "task": "U"}],
                "raci_parties": [{"id": "p"}, {"id": "q"}, {"id": "s"}],
                "raci": {"t": {"p": {"cell": "accountable"}, "q": {"cell": "accountable"}}},
            },
            w3={"people": [{"id": "a", "role": ["user", "economic"], "influence": 4}]},
        )
        self.assertEqual(r["w5.raci_tasks.t.check"], "many_a+no_r")
        self.assertIsNone(r["w5.raci_tasks.u.check"])
        self.assertEqual(r["w5.raci_parties.s.check"], "empty")
        self.assertEqual(r["w5.raci_errors"], 3)
        self.assertEqual(r["w3.roles_missing"], ["technical", "coach"])
        self.assertIsNone(r["w3.people.a.freshness"])


if __name__ == "__main__":
    sys.exit(run(sys.modules[__name__]))
