"""The test vectors of the formulas, and checks that the recalculation covers the tables.

python test_vectors.py            (or python -m unittest test_vectors)
"""

import random
import sys
import unittest
from datetime import date

import numpy as np
import numpy_financial as npf

from recalculation import card, common, portfolio, w1, w2, w3, w4, w5, w6
from recalculation.declarations import attributes, result_patterns, tables
from recalculation.results import compare, recalculate
from recalculation.workbook import Workbook

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


def random_value(f, ids, chance):
    """A valid value for a field, sometimes one that does not belong there."""
    if chance.random() < 0.05:
        return chance.choice(["?", None, 7.25, True, []])
    if f.kind in ("number", "integer", "money", "percent", "rating"):
        if f.steps:
            return chance.choice(f.steps)
        low = 0 if f.low is None else f.low
        value = chance.uniform(low, low + 50 if f.high is None else f.high)
        return round(value) if f.whole else round(value, 2)
    return {
        "text": lambda: "text",
        "long_text": lambda: "long text",
        "auto": lambda: 1,
        "year": lambda: chance.randint(2020, 2027),
        "date": lambda: f"202{chance.randint(4, 7)}-{chance.randint(1, 12):02}-15",
        "yes_no": lambda: chance.random() < 0.5,
        "choice": lambda: chance.choice(f.options),
        "choices": lambda: chance.sample(f.options, chance.randint(0, len(f.options))),
        "ref": lambda: chance.choice(ids[f.target] + ["gone"]),
        "refs": lambda: chance.sample(ids[f.target], chance.randint(1, 2)),
    }[f.kind]()


def random_workbook(seed, density):
    """A file in which every list has rows and every field is filled with the given probability."""
    chance = random.Random(seed)
    ids = {}
    for t in tables().values():
        if t.shape == "list" and t.path != "row":
            ids[t.path] = [row.id for row in t.default_rows] + [
                f"{t.path[:2]}{n}" for n in range(4)
            ]
    raw = {"as_of": "2026-03-31"}

    def record(fields, **start):
        for key, f in fields.items():
            if key != "id" and chance.random() < density:
                start[key] = random_value(f, ids, chance)
        return start

    for t in tables().values():
        if t.path == "row":
            continue
        sheet, name = t.path.split(".")
        if t.shape == "form":
            content = record(t.fields)
        elif t.shape == "list":
            content = [record({**attributes(), **t.fields}, id=i) for i in ids[t.path]]
        else:
            columns = ids[t.column_list] if t.column_list else t.column_keys
            content = {i: {c: record(t.fields) for c in columns} for i in ids[t.rows]}
        raw.setdefault(sheet, {})[name] = content
    return raw


class SmallWorkbooks(unittest.TestCase):
    """Hand-made files whose results were worked out by hand."""

    def results(self, **sheets):
        return recalculate(Workbook({"as_of": "2026-06-30", **sheets}))

    def test_defaults_hold_until_touched(self):
        r = self.results(
            w1={
                "forces": [
                    {"id": "rivalry_rivals", "rating": 5},
                    {"id": "rivalry_growth", "rating": 2, "weight": 2},
                    {"id": "rivalry_exit", "rating": 1, "weight": None},
                    {"id": "own", "force": "buyers", "rating": "4"},
                ]
            },
            w6={"risk": [{"id": "a", "probability": 3, "impact": 3}]},
            settings={"limits": {"risk_high": 9, "risk_extreme": "many"}},
        )
        self.assertEqual(r["w1.force.rivalry"], 3)
        self.assertIsNone(r["w1.force.buyers"])
        self.assertIn("w1.forces.buyers_price.stale", r)
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
        raw = random_workbook(6, 1.0)
        base = recalculate(Workbook(raw))
        row = next(r for r in raw["w4"]["benefits"] if isinstance(r.get("amount"), float))
        row["amount"] *= 1.2
        moved = recalculate(Workbook(raw))["w4.npv"] - base["w4.npv"]
        self.assertAlmostEqual(base[f"w4.benefits.{row['id']}.tornado"], moved, places=6)


def run(module):
    """Runs the tests of a module; the last line counts them."""
    suite = unittest.defaultTestLoader.loadTestsFromModule(module)
    outcome = unittest.TextTestRunner(stream=sys.stdout, verbosity=1).run(suite)
    failed = len(outcome.failures) + len(outcome.errors)
    print(f"{outcome.testsRun - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(run(sys.modules[__name__]))
