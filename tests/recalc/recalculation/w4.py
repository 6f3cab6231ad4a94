"""Worksheet 4, solution: coverage of the needs, the customer's business case, our economics."""

import math
from itertools import pairwise

import numpy as np
import numpy_financial as npf

from .common import (
    at,
    difference,
    known,
    percent,
    plain_weighted_mean,
    product,
    ratio,
    total,
    weighted_mean,
    yes_no,
)

WORDS = {9: "full", 3: "partial", 1: "weak", 0: "none"}
YEARLY = ("operation", "energy", "maintenance", "training", "downtime")
STEPS = {"m20": 0.8, "0": 1.0, "p20": 1.2}


def coverage(cells):
    """Coverage of a need by its strongest module, in percent."""
    best = max(known(cells), default=None)
    return percent(best, 9)


def module_importance(weights, column):
    """Sum of weight times cell over the needs that have both."""
    return total(w * c for w, c in zip(weights, column) if w is not None and c is not None)


def npv(rate, flows):
    """Net present value; year 0 first, rate as a fraction."""
    return float(npf.npv(rate, flows))


def irr(flows):
    """Internal rate of return in percent, when the flows change sign exactly once."""
    signs = [f > 0 for f in flows if f != 0]
    if sum(1 for a, b in pairwise(signs) if a != b) != 1:
        return None
    if npv(-0.99, flows) * npv(10, flows) > 0:
        return None
    root = float(npf.irr(flows))
    return _polished(root, flows) * 100 if math.isfinite(root) else None


def _polished(root, flows):
    """Two Newton steps, so that the root of the polynomial is exact to the last digits."""
    years = np.arange(len(flows))
    for _ in range(2):
        slope = -np.sum(years * flows / (1 + root) ** (years + 1))
        root -= npv(root, flows) / slope if slope else 0
    return float(root)


def payback(flows):
    """Years until the cumulative flow, once negative, is back at zero."""
    before, negative = 0.0, False
    for year, flow in enumerate(flows):
        now = before + flow
        if negative and at(now) >= 0:
            return year - 1 + -before / flow
        negative = negative or at(now) < 0
        before = now
    return None if negative else 0.0


def discounted(rate, flows):
    """Each flow's present value."""
    return [flow / (1 + rate) ** year for year, flow in enumerate(flows)]


def tco(rows, years, rate):
    """Total cost of ownership from (kind, amount, growth in percent) rows; rate as a fraction."""
    rows = [(kind, amount, g or 0.0) for kind, amount, g in rows if kind and amount is not None]
    if not rows or years is None or rate is None:
        return None
    end = (1 + rate) ** years
    cost = 0.0
    for kind, amount, growth in rows:
        if kind in YEARLY:
            cost += sum(
                amount * (1 + growth / 100) ** (t - 1) / (1 + rate) ** t
                for t in range(1, int(years) + 1)
            )
        else:
            cost += {"acquisition": amount, "disposal": amount / end, "residual": -amount / end}[
                kind
            ]
    return cost


def reductions(rows, list_price):
    """Sum of discounts or rebates: the amount, or else the percent of the list price."""
    taken = 0.0
    for row in rows:
        if row.has("amount"):
            taken += row["amount"]
        elif row.has("percent"):
            taken += row["percent"] / 100 * list_price
    return taken


def results(book, r):
    return _coverage(book, r) | _value(book) | _case(book) | _economics(book, r)


def _coverage(book, r):
    out = {}
    needs, modules = book.rows("w3.needs"), book.rows("w4.modules")
    by_opportunity = book.form("settings.general")["need_weight"] == "opportunity"
    weight, covered, rival = {}, {}, {}
    for need in needs:
        name = f"w4.needs.{need.id}"
        score = r[f"w3.needs.{need.id}.opportunity"]
        cells = known(book.cell("w4.cover", need.id, m.id, "cell") for m in modules)
        weight[need.id] = score if by_opportunity else need["importance"]
        covered[need.id] = coverage(cells)
        rival[need.id] = coverage(
            [book.cell("w4.cover_comp", need.id, "best_competitor", "comp_cell")]
        )
        out[f"{name}.weight"] = weight[need.id]
        out[f"{name}.coverage"] = covered[need.id]
        out[f"{name}.coverage_word"] = WORDS[max(cells)] if cells else None
        out[f"{name}.coverage_comp"] = rival[need.id]
        out[f"{name}.must_be_hole"] = None
        if cells:
            must = r[f"w3.needs.{need.id}.kano"] == "must_be" or need["critical"]
            out[f"{name}.must_be_hole"] = yes_no(must and at(covered[need.id]) < 100)

    out["w4.coverage"] = plain_weighted_mean((weight[n], covered[n]) for n in weight)
    out["w4.coverage_comp"] = plain_weighted_mean((weight[n], rival[n]) for n in weight)
    shared = [n for n in weight if covered[n] is not None and rival[n] is not None]
    out["w4.coverage_lead"] = difference(
        plain_weighted_mean((weight[n], covered[n]) for n in shared),
        plain_weighted_mean((weight[n], rival[n]) for n in shared),
    )
    scored = {n.id: r[f"w3.needs.{n.id}.opportunity"] for n in needs}
    both = [n for n in scored if scored[n] is not None and covered[n] is not None]
    holes = [n for n in both if at(covered[n]) < 33 and at(scored[n]) >= 10]
    out["w4.uncovered"] = sorted(holes, key=lambda n: -at(scored[n])) if both else None

    raw = {
        m.id: module_importance(
            weight.values(), [book.cell("w4.cover", n, m.id, "cell") for n in weight]
        )
        for m in modules
    }
    years = book.form("w4.case")["years"]
    price = {
        m.id: product(m["price"], years if m["recurring"] == "per_year" else 1) for m in modules
    }
    for m in modules:
        name = f"w4.modules.{m.id}"
        importance = percent(raw[m.id], total(raw.values()))
        share = percent(price[m.id], total(price.values()))
        out[f"{name}.importance_raw"] = raw[m.id]
        out[f"{name}.importance"] = importance
        out[f"{name}.price_share"] = share
        out[f"{name}.over_engineered"] = None
        if importance is not None and share is not None:
            out[f"{name}.over_engineered"] = yes_no(at(importance) < 5 and at(share) > 10)
        out[f"{name}.value_price_index"] = ratio(importance, share)
    return out


def _value(book):
    case = book.form("w4.case")
    added = total(row["value"] for row in book.rows("w4.diff"))
    evc = None if added is None or not case.has("ref_price") else case["ref_price"] + added
    given, taken = book.form("w4.delivered"), []
    for keys in (
        ("product", "service", "personnel", "image"),
        ("money", "time", "energy", "mental"),
    ):
        taken.append(total(given[key] for key in keys))
    rate = case["discount_rate"] / 100 if case.has("discount_rate") else None
    rows = book.rows("w4.tco_rows")
    ours, reference = (
        tco([(row["kind"], row[side], row["growth"]) for row in rows], case["years"], rate)
        for side in ("ours", "reference")
    )
    return {
        "w4.evc": evc,
        "w4.incentive": difference(evc, case["our_price"]),
        "w4.value_captured": percent(
            difference(case["our_price"], case["ref_price"]), difference(evc, case["ref_price"])
        ),
        "w4.tco_ours": ours,
        "w4.tco_reference": reference,
        "w4.tco_saving": difference(reference, ours),
        "w4.delivered_value": difference(*taken),
    }


class Case:
    """Benefits and costs of the customer, per year and per row."""

    def __init__(self, book):
        case = book.form("w4.case")
        self.years = None if not case.has("years") else int(case["years"])
        self.rate = case["discount_rate"] / 100 if case.has("discount_rate") else None
        cut = {
            None: case["haircut_assumed"],
            "assumed": case["haircut_assumed"],
            "corroborated": case["haircut_corroborated"],
            "confirmed_by_customer": case["haircut_confirmed"],
        }
        self.benefits, self.costs = {}, {}
        span = range((self.years or 0) + 1)
        for row in book.rows("w4.benefits"):
            share = cut[row["confidence"]]
            if row.has("amount") and share is not None:
                flows = np.zeros(len(span))
                for t in span[1:]:
                    ramp = book.cell("w4.ramp", row.id, f"y{t}", "ramp")
                    flows[t] = row["amount"] * (100 if ramp is None else ramp) / 100 * share / 100
                self.benefits[row.id] = flows
        for row in book.rows("w4.costs"):
            if row.has("one_off") or row.has("yearly"):
                flows = np.zeros(len(span))
                when = int(row["year"] or 0)
                if when in span:
                    flows[when] += row["one_off"] or 0
                flows[1:] += row["yearly"] or 0
                self.costs[row.id] = flows
        zero = np.zeros(len(span))
        self.benefit = sum(self.benefits.values(), zero)
        self.cost = sum(self.costs.values(), zero)
        self.known = self.years is not None and bool(self.benefits or self.costs)

    def npv(self, benefit_factor=1.0, cost_factor=1.0):
        if not self.known or self.rate is None:
            return None
        return npv(self.rate, benefit_factor * self.benefit - cost_factor * self.cost)


def _case(book):
    out = {}
    case = Case(book)
    flows = case.benefit - case.cost
    for t in range(case.years + 1) if case.years is not None else ():
        if t > 0:
            out[f"w4.benefit.y{t}"] = float(case.benefit[t]) if case.benefits else None
        out[f"w4.cost.y{t}"] = float(case.cost[t]) if case.costs else None
        out[f"w4.flow.y{t}"] = float(flows[t]) if case.known else None
    base = case.npv()
    spent = float(np.sum(case.cost)) if case.known else None
    gained = float(np.sum(case.benefit)) if case.known else None
    out["w4.npv"] = base
    out["w4.irr"] = irr(flows) if case.known else None
    out["w4.roi"] = percent(difference(gained, spent), spent)
    out["w4.payback"] = payback(flows) if case.known else None
    out["w4.payback_discounted"] = None
    if base is not None:
        out["w4.payback_discounted"] = payback(discounted(case.rate, flows))
    for b, more in STEPS.items():
        for c, dearer in STEPS.items():
            out[f"w4.sensitivity.b_{b}.c_{c}"] = case.npv(more, dearer)
    for kind, flows_by_row in (("benefits", case.benefits), ("costs", case.costs)):
        for row in book.rows(f"w4.{kind}"):
            own = flows_by_row.get(row.id)
            effect = None if own is None or base is None else npv(case.rate, 0.2 * own)
            out[f"w4.{kind}.{row.id}.tornado"] = effect
    out["w4.break_even_benefit"] = None
    if base is not None:
        out["w4.break_even_benefit"] = percent(
            npv(case.rate, case.cost), npv(case.rate, case.benefit)
        )
    return out


def _economics(book, r):
    out = {}
    money = book.form("w4.economics")
    pocket = None
    if money.has("list_price"):
        pocket = (
            money["list_price"]
            - reductions(book.rows("w4.discounts"), money["list_price"])
            - reductions(book.rows("w4.rebates"), money["list_price"])
            - (money["freight"] or 0)
            - (money["payment_cost"] or 0)
        )
    service = money["cost_to_serve"] if money.has("cost_to_serve") else r["w5.cost_to_serve"]
    margin = difference(pocket, money["cogs"])
    margin = None if margin is None else margin - (service or 0)
    out["w4.pocket_price"] = pocket
    out["w4.pocket_margin"] = margin
    out["w4.pocket_margin_percent"] = percent(margin, pocket) if pocket and pocket > 0 else None
    out["w4.expected_contribution"] = None
    if margin is not None and money.has("win_probability"):
        won = money["win_probability"] / 100 * margin
        out["w4.expected_contribution"] = won - (money["pursuit_cost"] or 0)
    for option in book.rows("w4.opts"):
        out[f"w4.opts.{option.id}.score"] = weighted_mean(
            (c["weight"], book.cell("w4.scores", c.id, option.id, "score"))
            for c in book.rows("w3.criteria")
        )
    return out
