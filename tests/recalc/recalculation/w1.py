"""Worksheet 1, industry: growth, concentration, life cycle, PESTEL, five forces, profit pool."""

import math
from collections import Counter

from .common import at, difference, mean, percent, ratio, total, weighted_mean

STAGES = ("introduction", "growth", "maturity", "decline")
INDICATORS = ("growth_rate", "entrants", "product", "profit", "customers", "technology")
DIMENSIONS = ("political", "economic", "social", "technological", "environmental", "legal")
FORCES = ("rivalry", "entrants", "substitutes", "suppliers", "buyers")
DIRECTION = {"opportunity": 1, "threat": -1, "neutral": 0}
BAIN = (
    (75, "oligopoly_extreme"),
    (65, "oligopoly_high"),
    (50, "oligopoly_upper_middle"),
    (35, "oligopoly_lower_middle"),
    (30, "oligopoly_low"),
)


def growth_rate(first, last, years):
    """Compound growth per year in percent."""
    if first is None or last is None or first <= 0 or last < 0 or years < 1:
        return None
    return ((last / first) ** (1 / years) - 1) * 100


def span(rows, key):
    """First and last row by year among those with a year and this figure."""
    dated = [row for row in rows if row.has("year", key)]
    if len(dated) < 2:
        return None
    return min(dated, key=lambda r: r["year"]), max(dated, key=lambda r: r["year"])


def cagr(rows, key):
    """Compound growth between the smallest and the largest year that have this figure."""
    ends = span(rows, key)
    if ends is None:
        return None
    first, last = ends
    return growth_rate(first[key], last[key], last["year"] - first["year"])


def account_growth_gap(rows):
    """Growth of the customer less growth of the market over the same years."""
    own = cagr(rows, "account_revenue")
    if own is None:
        return None
    first, last = (row["year"] for row in span(rows, "account_revenue"))
    sizes = {}
    for row in rows:
        if row.has("year", "size"):
            sizes.setdefault(row["year"], row["size"])
    if first in sizes and last in sizes:
        return difference(own, growth_rate(sizes[first], sizes[last], last - first))
    return difference(own, cagr(rows, "size"))


def top_share(shares, k):
    """Sum of the k largest shares."""
    return total(sorted(shares, reverse=True)[:k])


def residual(shares):
    """What the listed shares leave of 100."""
    return max(0.0, 100 - total(shares)) if shares else None


def hhi_low(shares):
    """HHI of the listed firms alone."""
    return total(s**2 for s in shares)


def hhi_high(shares):
    """HHI with the rest split into firms as large as the smallest listed one."""
    smallest = min((s for s in shares if s > 0), default=None)
    if smallest is None:
        return None
    rest = residual(shares)
    if rest == 0:
        return hhi_low(shares)
    firms = math.floor(at(rest / smallest))
    return hhi_low(shares) + firms * smallest**2 + (rest - firms * smallest) ** 2


def hhi_class(low, high, limits):
    """Class of both bounds, joined where they differ."""
    if low is None:
        return None

    def band(value):
        if at(value) < limits["hhi_low"]:
            return "low"
        return "moderate" if at(value) <= limits["hhi_high"] else "high"

    bands = [band(low), band(low if high is None else high)]
    return bands[0] if bands[0] == bands[1] else "_to_".join(bands)


def structure(cr4):
    """Bain's class of the market structure."""
    if cr4 is None:
        return None
    return next((name for least, name in BAIN if at(cr4) >= least), "competitive")


def indicated_stage(answers):
    """Most frequent stage; ties joined in the order of the stages."""
    votes = Counter(a for a in answers if a is not None)
    if not votes:
        return None
    most = max(votes.values())
    return "+".join(stage for stage in STAGES if votes[stage] == most)


def pestel_score(direction, impact, prob):
    """-25 to 25."""
    if direction is None or impact is None or prob is None:
        return None
    return DIRECTION[direction] * impact * prob


def force_class(strength):
    if strength is None:
        return None
    return "low" if at(strength) < 2.34 else "medium" if at(strength) <= 3.66 else "high"


def attractiveness(forces):
    """Attractiveness of the industry in percent, from the strengths of the forces."""
    strength = mean(forces)
    return None if strength is None else (5 - strength) / 4 * 100


def profit_shares(products):
    """Share of each step in the positive profit pool, in percent."""
    pool = total(p for p in products if p is not None and p > 0)
    return [percent(p, pool) for p in products]


def results(book, _):
    out = {}
    series = book.rows("w1.series")
    sizes = {}
    for row in series:
        if row.has("year", "size"):
            sizes.setdefault(row["year"], row["size"])
    for row in series:
        name = f"w1.series.{row.id}.yoy"
        out[name] = None
        if row.has("year", "size"):
            earlier = sizes.get(row["year"] - 1)
            if earlier is not None and earlier > 0:
                out[name] = (row["size"] / earlier - 1) * 100
    out["w1.cagr"] = cagr(series, "size")
    out["w1.account_cagr"] = cagr(series, "account_revenue")
    out["w1.account_growth_gap"] = account_growth_gap(series)

    shares = [p["share"] for p in book.rows("w1.players") if p.has("share")]
    low, high = hhi_low(shares), hhi_high(shares)
    out["w1.listed_share"] = total(shares)
    out["w1.cr4"] = top_share(shares, 4)
    out["w1.cr8"] = top_share(shares, 8)
    out["w1.hhi_residual"] = residual(shares)
    out["w1.hhi_low"] = low
    out["w1.hhi_high"] = high
    out["w1.hhi_class"] = hhi_class(low, high, book.form("settings.limits"))
    out["w1.structure"] = structure(out["w1.cr4"])
    out["w1.effective_firms_low"] = ratio(10000, high)
    out["w1.effective_firms_high"] = ratio(10000, low)

    cycle = book.form("w1.cycle")
    out["w1.life_cycle_indicated"] = indicated_stage(cycle[key] for key in INDICATORS)
    out["w1.life_cycle"] = cycle["stage_override"] or out["w1.life_cycle_indicated"]

    out |= _pestel(book) | _forces(book)

    chain = book.rows("w1.chain")
    products = [
        row["revenue_share"] * row["margin"] if row.has("revenue_share", "margin") else None
        for row in chain
    ]
    for row, share in zip(chain, profit_shares(products)):
        out[f"w1.chain.{row.id}.profit_share"] = share
    return out


def _pestel(book):
    out = {}
    rows = book.rows("w1.pestel")
    scores = [pestel_score(row["direction"], row["impact"], row["prob"]) for row in rows]
    for row, score in zip(rows, scores):
        out[f"w1.pestel.{row.id}.score"] = score
    for dimension in DIMENSIONS:
        out[f"w1.pestel_net.{dimension}"] = total(
            score for row, score in zip(rows, scores) if row["dimension"] == dimension
        )
    out["w1.pestel_net"] = total(scores)
    rated = [score for score in scores if score is not None]
    out["w1.pestel_opportunity"] = sum(s for s in rated if s > 0) if rated else None
    out["w1.pestel_threat"] = sum(s for s in rated if s < 0) if rated else None
    out["w1.efe"] = weighted_mean((row["efe_weight"], row["efe_rating"]) for row in rows)
    return out


def _forces(book):
    out = {}
    today, future = {}, {}
    for force in FORCES:
        rows = [row for row in book.rows("w1.forces") if row["force"] == force]
        today[force] = weighted_mean((row["weight"], row["rating"]) for row in rows)
        future[force] = weighted_mean((row["weight"], row["future"]) for row in rows)
        out[f"w1.force.{force}"] = today[force]
        out[f"w1.force_class.{force}"] = force_class(today[force])
        out[f"w1.force_future.{force}"] = future[force]
    out["w1.force_mean"] = mean(today.values())
    out["w1.attractiveness"] = attractiveness(today.values())
    out["w1.attractiveness_future"] = None
    if any(value is not None for value in future.values()):
        out["w1.attractiveness_future"] = attractiveness(
            today[f] if future[f] is None else future[f] for f in FORCES
        )
    return out
