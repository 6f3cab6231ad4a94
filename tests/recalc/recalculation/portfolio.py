"""Customer portfolio: concentration, profit, the matrix and the key-account rule."""

import math

import numpy as np

from .common import at, difference, percent, ratio, weighted_mean


def cumulative(values):
    """Cumulative share in percent of values already in order; None when they add up to 0."""
    whole = float(np.sum(values))
    return [None] * len(values) if whole == 0 else list(np.cumsum(values) / whole * 100)


def abc(share_before, cut_a, cut_b):
    """ABC class by the share that the rows before already have."""
    if at(share_before) < cut_a:
        return "a"
    return "b" if at(share_before) < cut_b else "c"


def top20_share(revenues):
    """Share of the first 20 % of the customers."""
    if not revenues:
        return None
    first = max(1, math.floor(0.2 * len(revenues) + 0.5))
    return percent(sum(sorted(revenues, reverse=True)[:first]), sum(revenues))


def gini(revenues):
    """Gini coefficient from 0 to 1."""
    n, whole = len(revenues), sum(revenues)
    if n == 0 or whole == 0:
        return None
    ranks = np.arange(1, n + 1)
    return float(2 * np.dot(ranks, sorted(revenues)) / (n * whole) - (n + 1) / n)


def gini_corrected(revenues):
    """Gini coefficient for a small sample."""
    n, value = len(revenues), gini(revenues)
    return None if value is None or n < 2 else value * n / (n - 1)


def hhi(revenues):
    """Sum of the squared shares in percent."""
    whole = sum(revenues)
    return None if whole == 0 else float(np.sum((np.array(revenues) / whole * 100) ** 2))


def cell(a, s):
    """Quadrant of attractiveness and strength, cut at 3."""
    if a is None or s is None:
        return None
    if at(a) >= 3:
        return "strategic" if at(s) >= 3 else "star"
    return "status" if at(s) >= 3 else "streamline"


def cell9(a, s):
    """One of nine cells, cut at 2.33 and 3.67."""
    if a is None or s is None:
        return None

    def third(value):
        return "low" if at(value) < 2.33 else "mid" if at(value) < 3.67 else "high"

    return f"{third(a)}_{third(s)}"


def key_account(customer, rule):
    """The clauses of the key-account rule that fire."""
    if not any(rule.has(key) for key in ("revenue_min", "wallet_min", "growth_min", "classes")):
        return None

    def reaches(value, least):
        return customer.has(value) and rule.has(least) and customer[value] >= rule[least]

    fired = []
    if reaches("revenue", "revenue_min"):
        fired.append("revenue")
    if reaches("wallet", "wallet_min") and reaches("growth", "growth_min"):
        fired.append("wallet_growth")
    if set(customer["class"] or []) & set(rule["classes"] or []):
        fired.append("class")
    return "+".join(fired) or "none"


def results(book, _):
    customers, rule = book.rows("portfolio.customers"), book.form("portfolio.rule")
    out = {}
    for row in customers:
        for name in ("cumulative", "abc", "whale"):
            out[f"portfolio.{row.id}.{name}"] = None

    ranked = sorted((c for c in customers if c.has("revenue")), key=lambda c: -c["revenue"])
    before = 0.0
    for row, share in zip(ranked, cumulative([c["revenue"] for c in ranked])):
        out[f"portfolio.{row.id}.cumulative"] = share
        if share is not None:
            if rule.has("abc_a", "abc_b"):
                out[f"portfolio.{row.id}.abc"] = abc(before, rule["abc_a"], rule["abc_b"])
            before = share

    revenues = [c["revenue"] for c in ranked]
    out["portfolio.top20_share"] = top20_share(revenues)
    out["portfolio.gini"] = gini(revenues)
    out["portfolio.gini_corrected"] = gini_corrected(revenues)
    out["portfolio.hhi"] = hhi(revenues)
    out["portfolio.largest_share"] = percent(max(revenues, default=None), sum(revenues))

    profits = {c.id: difference(c["gross_margin"], c["cost_to_serve"]) for c in customers}
    earning = sorted((i for i in profits if profits[i] is not None), key=lambda i: -profits[i])
    if sum(profits[i] for i in earning) > 0:
        for row_id, share in zip(earning, cumulative([profits[i] for i in earning])):
            out[f"portfolio.{row_id}.whale"] = share

    criteria = book.rows("portfolio.criteria")
    for row in customers:
        scores = {
            axis: weighted_mean(
                (c["weight"], book.cell("portfolio.ratings", row.id, c.id, "rating"))
                for c in criteria
                if c["axis"] == axis
            )
            for axis in ("attractiveness", "strength")
        }
        a, s = scores["attractiveness"], scores["strength"]
        out[f"portfolio.{row.id}.profit"] = profits[row.id]
        out[f"portfolio.{row.id}.attractiveness"] = a
        out[f"portfolio.{row.id}.strength"] = s
        out[f"portfolio.{row.id}.cell"] = cell(a, s)
        out[f"portfolio.{row.id}.cell9"] = cell9(a, s)
        out[f"portfolio.{row.id}.key_account"] = key_account(row, rule)

    named = sum(1 for c in customers if c.has("name"))
    out["portfolio.accounts_per_manager"] = ratio(named, rule["managers"])
    return out
