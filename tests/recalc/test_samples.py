"""The figures that the sample workbooks are meant to show, from the inputs of the samples.

python test_samples.py            (or python -m unittest test_samples)
"""

import sys
import unittest

from recalculation.results import recalculate
from recalculation.workbook import Workbook
from running import run


def rows(keys, *values):
    """Rows r1, r2, ... with these fields."""
    return [{"id": f"r{n}", **dict(zip(keys, v))} for n, v in enumerate(values, start=1)]


def people(*values):
    return rows(("influence", "support", "contact"), *values)


def cover(*cells):
    """Coverage matrix: needs r1, r2, ... by modules r1, r2, ..."""
    return {
        f"r{n}": {f"r{m}": {"cell": cell} for m, cell in enumerate(line, start=1)}
        for n, line in enumerate(cells, start=1)
    }


def case(rate, first, *later):
    """A business case with one confirmed benefit per year, by ramp-up from one amount."""
    return {
        "case": {"years": len(later), "discount_rate": rate},
        "benefits": rows(("amount", "confidence"), (1000, "confirmed_by_customer")),
        "ramp": {"r1": {f"y{t}": {"ramp": v / 10} for t, v in enumerate(later, start=1)}},
        "costs": rows(("one_off",), (first,)),
    }


def forces(**ratings):
    return [
        {"id": f"{force}{n}", "force": force, "rating": r}
        for force, values in ratings.items()
        for n, r in enumerate(values)
    ]


class Samples(unittest.TestCase):
    def results(self, **sheets):
        return recalculate(Workbook({"as_of": "2026-01-15", **sheets}))

    def shows(self, r, **figures):
        """Compares with figures given as text: to the digits that the text has."""
        for name, text in figures.items():
            name = name.replace("__", ".")
            digits = len(text.split(".")[1]) if "." in text else 0
            self.assertAlmostEqual(r[name], float(text), delta=0.51 * 10**-digits, msg=name)

    def test_bank(self):
        needs = [(10, 6), (9, 4), (8, 5), (6, 3), (9, 3), (9, 6), (7, 4), (5, 7)]
        r = self.results(
            card={"plan": {"period_from": "2026-01-01", "period_to": "2026-12-31"}},
            w1={
                "series": rows(("year", "size"), (2022, 320), (2025, 410)),
                "players": rows(("share",), (34,), (21,), (16,), (12,), (6,)),
            },
            w2={
                "wallet": rows(
                    ("total_spend", "ours"),
                    *((3200, 1450), (2800, 620), (1400, 180), (900, 350), (1300, 0)),
                )
            },
            w3={
                "people": people(
                    *((5, 1, 2), (5, 1, 3), (4, 2, 4), (3, -1, 2), (3, 1, 3), (2, 0, 1), (2, 2, 4))
                ),
                "needs": rows(("importance", "satisfaction"), *needs),
            },
            w4={
                "modules": rows((), *[()] * 5),
                "cover": cover(
                    *((9, 0, 3, 1, 0), (0, 9, 0, 0, 0), (3, 0, 9, 1, 0), (0, 0, 0, 0, 9)),
                    *((1, 1, 0, 9, 0), (3, 9, 0, 1, 0), (1, 0, 0, 3, 3), (0, 0, 0, 0, 1)),
                ),
                **case(8, 680, 210, 320, 360, 380),
            },
            w5={
                "sq": [
                    {"id": i, "points": p, "expectation": e, "perception": q}
                    for i, p, e, q in (
                        ("reliability", 34, 6.6, 6.0),
                        ("responsiveness", 24, 6.3, 5.2),
                        ("assurance", 18, 6.1, 6.0),
                        ("empathy", 14, 5.6, 5.1),
                        ("tangibles", 10, 5.2, 5.3),
                    )
                ],
                "sla": rows(
                    ("direction", "target", "actual"),
                    ("higher_better", 99.99, 99.97),
                    ("lower_better", 5, 4.2),
                    ("lower_better", 4, 3.6),
                    ("higher_better", 99.5, 98.9),
                ),
            },
            w6={
                "relationship": dict(
                    zip(
                        (
                            "strategy",
                            "breadth",
                            "openness",
                            "trust",
                            "joint_planning",
                            "integration",
                        ),
                        (3, 2, 3, 2, 3, 2),
                    )
                ),
                "fin": {"base_revenue": 2450, "retention": 92, "discount": 9},
                "targets": rows(("revenue", "margin"), (3400, 816)),
                "opp": rows(
                    ("amount", "probability"),
                    *((420, 75), (560, 50), (380, 25), (260, 90), (300, 10)),
                ),
                "risk": rows(("probability", "impact"), (4, 4), (3, 5), (3, 4)),
            },
        )
        self.shows(r, w1__cagr="8.6", w1__cr4="83", w1__hhi_low="2033", w1__hhi_high="2094")
        self.shows(r, w2__wallet_total="9600", w2__sales_total="2600", w2__share_of_wallet="27.1")
        self.shows(r, w2__wallet__r2__share="22.1", w2__wallet__r2__gap="2180")
        self.shows(r, w3__support_index="45.8", w3__coverage_index="91.7")
        scores = [r[f"w3.needs.r{n}.opportunity"] for n in range(1, 9)]
        self.assertEqual(scores, [14, 14, 11, 9, 15, 12, 10, 5])
        self.shows(r, w4__coverage="87.7")
        for n, text in enumerate(("23.7", "26.8", "15.2", "21.8", "12.5"), start=1):
            self.shows(r, **{f"w4.modules.r{n}.importance": text})
        self.shows(r, w4__npv="353.9", w4__irr="27.4", w4__payback="2.42")
        self.shows(r, w4__payback_discounted="2.74", w5__servqual="-0.55")
        met = [r[f"w5.sla.r{n}.met"] for n in range(1, 5)]
        self.assertEqual(met, ["no", "yes", "yes", "no"])
        self.assertEqual((r["w6.stage_score"], r["w6.stage"]), (15, "cooperative"))
        self.shows(r, w6__pipeline_total="1920", w6__weighted_pipeline="954", w6__forecast="3404")
        self.shows(r, w6__gap="950", w6__pipeline_coverage="2.02", w6__clv="4416")
        self.shows(r, w6__clv_retention_plus5="49.4")

    def test_bank_industry(self):
        r = self.results(
            w1={
                "forces": forces(
                    rivalry=(4, 4, 3, 4),
                    entrants=(2, 3),
                    substitutes=(3, 4),
                    suppliers=(3, 3, 2),
                    buyers=(5, 4, 4, 4),
                ),
                "pestel": rows(
                    ("direction", "impact", "prob"),
                    *(("opportunity", 5, 5), ("opportunity", 4, 4)),
                    *(("threat", 4, 4), ("threat", 4, 3)),
                ),
            }
        )
        self.shows(r, w1__force_mean="3.33", w1__attractiveness="41.7", w1__pestel_net="13")
        self.assertEqual([r[f"w1.pestel.r{n}.score"] for n in range(1, 5)], [25, 16, -16, -12])

    def test_dairy(self):
        needs = [(10, 4), (9, 5), (9, 7), (7, 3), (8, 6), (6, 2), (6, 6)]
        r = self.results(
            w1={"series": rows(("year", "size"), (2022, 9.1), (2025, 9.9))},
            w2={
                "wallet": rows(
                    ("total_spend", "ours"),
                    *((2100, 980), (1350, 310), (900, 420), (1250, 150), (600, 0)),
                )
            },
            w3={
                "people": people((5, 0, 1), (5, 1, 2), (4, 2, 4), (4, -1, 2), (3, 2, 4), (2, 1, 3)),
                "needs": rows(("importance", "satisfaction"), *needs),
            },
            w4={
                "diff": rows(("value",), (310,), (260,), (95,), (-120,)),
                **case(9, 360, 185, 190, 195, 200, 205),
            },
            w5={
                "cap": rows(("required", "current", "importance"), (4, 2, 5), (4, 3, 4), (3, 2, 3)),
                "sla": rows(("direction", "target", "actual"), ("lower_better", 24, 31)),
            },
            w6={
                "fin": {"base_revenue": 1700, "retention": 90, "discount": 10},
                "targets": rows(("year", "revenue", "margin"), (2026, 2400, 744)),
                "opp": rows(("amount", "probability"), (420, 60), (380, 40), (240, 25), (160, 80)),
            },
        )
        self.shows(r, w1__cagr="2.8", w2__share_of_wallet="30.0", w2__wallet__r1__share="46.7")
        self.shows(r, w3__support_index="37.0", w3__coverage_index="78.3")
        scores = [r[f"w3.needs.r{n}.opportunity"] for n in range(1, 8)]
        self.assertEqual(scores, [16, 13, 11, 11, 10, 10, 6])
        self.shows(r, w4__npv="395.1", w4__irr="44.9", w4__roi="171", w4__payback="1.92")
        self.shows(r, w4__payback_discounted="2.20", w5__cap__r1__priority="10")
        self.assertEqual(r["w5.sla.r1.met"], "no")
        self.shows(r, w6__pipeline_total="1200", w6__weighted_pipeline="592", w6__forecast="2292")
        self.shows(r, w6__gap="700", w6__pipeline_coverage="1.71", w6__clv="3348")

    def test_dairy_value(self):
        r = self.results(
            w4={
                "case": {"ref_price": 940, "our_price": 1180},
                "diff": rows(("value",), (310,), (260,), (95,), (-120,)),
            }
        )
        self.shows(r, w4__evc="1485", w4__incentive="305", w4__value_captured="44")

    def test_bearings(self):
        first = people((5, 1, 3), (4, 2, 4), (4, 0, 2), (3, 1, 3), (2, 1, 2))
        second = people((5, 0, 2), (4, -1, 1), (4, 0, 2), (3, 1, 3), (2, 1, 2))
        r = self.results(w3={"people": first})
        self.shows(r, w3__support_index="50.0", w3__coverage_index="100")
        r = self.results(
            w3={"people": second},
            w2={"wallet": rows(("total_spend", "ours"), (3550, 1280))},
            w6={"risk": rows(("probability", "impact"), (3, 4), (4, 5))},
        )
        self.shows(
            r, w3__support_index="2.8", w3__coverage_index="77.8", w2__share_of_wallet="36.1"
        )
        self.assertEqual([r["w6.risk.r1.class"], r["w6.risk.r2.class"]], ["high", "extreme"])


if __name__ == "__main__":
    sys.exit(run(sys.modules[__name__]))
