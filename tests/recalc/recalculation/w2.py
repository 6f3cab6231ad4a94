"""Worksheet 2, competition: wallet, competitive profile, value curve, SWOT, won and lost deals."""

import numpy as np

from .common import (
    at,
    count_percent,
    difference,
    effective_weights,
    known,
    mean,
    percent,
    product,
    ratio,
    risk_class,
    total,
    weighted_mean,
)

US = "us"


def share_of_wallet(rows):
    """Our share of the categories whose spend and our sales are both known; rows of (spend, ours)."""
    both = [(spend, ours) for spend, ours in rows if spend is not None and ours is not None]
    return percent(total(o for _, o in both), total(s for s, _ in both))


def ranks(scores):
    """Rank of each score by id; equal scores share the better rank."""
    return {
        key: None
        if score is None
        else 1 + sum(1 for other in scores.values() if other is not None and at(other) > at(score))
        for key, score in scores.items()
    }


def weighted_gaps(weights, gaps):
    """Each gap times its part of all weights."""
    weights = effective_weights(weights)
    whole = total(weights)
    return [product(ratio(w, whole), gap) for w, gap in zip(weights, gaps)]


def divergence(levels):
    """Mean distance of our level from the mean of the others; pairs of (ours, others)."""
    distances = []
    for ours, others in levels:
        rest = mean(others)
        if ours is not None and rest is not None:
            distances.append(abs(ours - rest))
    return mean(distances)


def focus(ours):
    """Population standard deviation of our levels."""
    ours = known(ours)
    return float(np.std(ours)) if len(ours) >= 2 else None


def swot_axis(plus, minus):
    """Mean importance of one quadrant less that of the other; an empty quadrant counts 0."""
    if not plus and not minus:
        return None
    return (mean(plus) or 0.0) - (mean(minus) or 0.0)


def results(book, _):
    return _wallet(book) | _profile(book) | _curve(book) | _swot(book) | _deals(book)


def _others(book):
    return [row for row in book.rows("w2.comp") if row.id != US]


def _wallet(book):
    out = {}
    wallet = book.rows("w2.wallet")
    out["w2.wallet_total"] = total(row["total_spend"] for row in wallet)
    out["w2.sales_total"] = total(row["ours"] for row in wallet)
    for row in wallet:
        name = f"w2.wallet.{row.id}"
        out[f"{name}.share"] = percent(row["ours"], row["total_spend"])
        out[f"{name}.gap"] = difference(row["total_spend"], row["ours"])
        out[f"{name}.other"] = None
        if row.has("total_spend"):
            sold = [book.cell("w2.wallet_comp", row.id, c.id, "sales") for c in _others(book)]
            out[f"{name}.other"] = row["total_spend"] - sum(known([row["ours"], *sold]))
    out["w2.share_of_wallet"] = share_of_wallet((row["total_spend"], row["ours"]) for row in wallet)
    out["w2.wallet_gap"] = total(out[f"w2.wallet.{row.id}.gap"] for row in wallet)

    out[f"w2.comp.{US}.share_of_wallet"] = out["w2.share_of_wallet"]
    for comp in _others(book):
        sales = total(
            book.cell("w2.wallet_comp", row.id, comp.id, "sales")
            for row in wallet
            if row.has("total_spend")
        )
        out[f"w2.comp.{comp.id}.share_of_wallet"] = percent(sales, out["w2.wallet_total"])

    out["w2.fair_share"] = book.form("w2.summary")["market_share"]
    named = [row for row in _others(book) if row.has("name")]
    if out["w2.fair_share"] is None and named:
        firms = [row for row in named if row["type"] not in ("in_house", "do_nothing")]
        out["w2.fair_share"] = 100 / (1 + len(firms))
    out["w2.fair_share_gap"] = difference(out["w2.share_of_wallet"], out["w2.fair_share"])
    largest = max(
        known(out[f"w2.comp.{comp.id}.share_of_wallet"] for comp in _others(book)), default=0
    )
    out["w2.relative_share"] = ratio(out["w2.share_of_wallet"], largest)
    return out


def _profile(book):
    out = {}
    factors = book.rows("w2.factors")
    scores = {
        comp.id: weighted_mean(
            (f["weight"], book.cell("w2.ratings", f.id, comp.id, "rating")) for f in factors
        )
        for comp in book.rows("w2.comp")
    }
    places = ranks(scores)
    for comp, score in scores.items():
        out[f"w2.cpm.{comp}"] = score
        out[f"w2.comp.{comp}.cpm_rank"] = places[comp]
    out["w2.cpm_rank"] = places[US]

    gaps = []
    for f in factors:
        rivals = known(book.cell("w2.ratings", f.id, c.id, "rating") for c in _others(book))
        best = max(rivals, default=None)
        gaps.append(difference(book.cell("w2.ratings", f.id, US, "rating"), best))
    for f, gap, weighted in zip(factors, gaps, weighted_gaps([f["weight"] for f in factors], gaps)):
        out[f"w2.factors.{f.id}.gap"] = gap
        out[f"w2.factors.{f.id}.weighted_gap"] = weighted

    limits = book.form("settings.limits")
    for comp in book.rows("w2.comp"):
        threat = product(comp["capability"], comp["intent"])
        out[f"w2.comp.{comp.id}.threat"] = threat
        out[f"w2.comp.{comp.id}.threat_class"] = risk_class(threat, limits)
    return out


def _curve(book):
    def level(factor, comp_id):
        return book.cell("w2.levels", factor.id, comp_id, "level")

    factors = book.rows("w2.curve")
    return {
        "w2.divergence": divergence(
            (level(f, US), [level(f, c.id) for c in _others(book)]) for f in factors
        ),
        "w2.focus": focus(level(f, US) for f in factors),
    }


def _swot(book):
    out = {}
    swot = book.rows("w2.swot")

    def importance(quadrant):
        return known(row["importance"] for row in swot if row["quadrant"] == quadrant)

    out["w2.swot_x"] = swot_axis(importance("strength"), importance("weakness"))
    out["w2.swot_y"] = swot_axis(importance("opportunity"), importance("threat"))

    def side(ids, letters):
        quadrants = {book.row("w2.swot", i)["quadrant"] for i in ids or []}
        return letters.get(quadrants.pop()) if len(quadrants) == 1 else None

    used = set()
    for row in book.rows("w2.tows"):
        used |= set(row["s_or_w"] or []) | set(row["o_or_t"] or [])
        inside = side(row["s_or_w"], {"strength": "s", "weakness": "w"})
        outside = side(row["o_or_t"], {"opportunity": "o", "threat": "t"})
        out[f"w2.tows.{row.id}.derived_type"] = inside + outside if inside and outside else None
    weighty = [row for row in swot if row.has("importance") and row["importance"] >= 4]
    out["w2.tows_coverage"] = count_percent(weighty, lambda row: row.id in used)
    return out


def _deals(book):
    out = {}
    deals = book.rows("w2.deals")
    listed = bool(book.filled_rows("w2.deals"))
    won = [d for d in deals if d["result"] == "won"]
    lost = [d for d in deals if d["result"] == "lost"]
    out["w2.win_rate"] = percent(len(won), len(won) + len(lost))
    amounts = total(d["amount"] for d in won + lost)
    out["w2.win_rate_value"] = percent(total(d["amount"] for d in won) or 0.0, amounts)
    names_rivals = any(d["against"] for d in won)
    for comp in book.rows("w2.comp"):
        beaten = sum(1 for d in won if comp.id in (d["against"] or []))
        beaten_by = sum(
            1 for d in lost if d["to_whom"] == comp.id or comp.id in (d["against"] or [])
        )
        rate = percent(beaten, beaten + beaten_by) if names_rivals else None
        out[f"w2.comp.{comp.id}.win_rate"] = rate
        lost_to = sum(1 for d in lost if d["to_whom"] == comp.id)
        out[f"w2.comp.{comp.id}.lost_to"] = lost_to if listed else None
    undecided = sum(1 for d in deals if d["result"] == "no_decision")
    out["w2.no_decision"] = undecided if listed else None
    return out
