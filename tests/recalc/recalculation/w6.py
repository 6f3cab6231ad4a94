"""Worksheet 6, account plan: stage, targets, lifetime value, objectives, pipeline, actions, risks, health."""

from .common import (
    at,
    count_percent,
    difference,
    fiscal_quarter,
    fiscal_year,
    known,
    latest,
    mean,
    percent,
    plain_weighted_mean,
    product,
    ratio,
    risk_class,
    total,
)

RATINGS = ("strategy", "breadth", "openness", "trust", "joint_planning", "integration")
STAGE_OF = ((23, "integrated"), (17, "interdependent"), (11, "cooperative"), (6, "basic"))
MID_PROBABILITY = {1: 5, 2: 20, 3: 40, 4: 65, 5: 90}
DIRECTIONS = ("penetrate", "extend", "expand", "diversify")
PROCESSES = ("strategy", "sales", "market", "customer", "team", "goal")


def clv(m, r, d):
    """Lifetime value; the first margin comes after the first retention. r and d as fractions."""
    if m is None or r is None or d is None or at(r) >= at(1 + d):
        return None
    return m * r / (1 + d - r)


def clv_immediate(m, r, d):
    """Lifetime value with this year's margin."""
    if clv(m, r, d) is None:
        return None
    return m * (1 + d) / (1 + d - r)


def clv_finite(m, r, d, years, acquisition=0.0):
    """Lifetime value over some years, less what the customer cost to win."""
    if m is None or r is None or d is None or years is None:
        return None
    return sum(m * r**t / (1 + d) ** t for t in range(int(years))) - acquisition


def clv_change(m, r, d, step):
    """Change of the lifetime value in percent when the retention rate moves by step."""
    now = clv(m, r, d)
    if now is None or now == 0 or (step > 0 and at(r) > 0.99):
        return None
    moved = min(r + step, 0.99) if step > 0 else max(r + step, 0.0)
    then = clv(m, moved, d)
    return None if then is None else (then / now - 1) * 100


def progress(baseline, target, current):
    """Progress in percent; works for falling targets too."""
    return percent(difference(current, baseline), difference(target, baseline))


def expected_progress(start, due, today):
    """Share of the time that has passed, in percent."""
    if start is None or due is None or due <= start:
        return None
    return min(100.0, max(0.0, (today - start).days / (due - start).days * 100))


def light(p, e, due, today):
    """Objective light from progress and expected progress."""
    if p is None:
        return None
    if at(p) >= 100:
        return "green"
    if due is not None and due < today:
        return "red"
    if e is None:
        return None
    return "green" if at(p) >= at(e - 10) else "amber" if at(p) >= at(e - 25) else "red"


def whitespace(cells):
    """Potential less what is sold today."""
    left = []
    for cell in cells:
        if cell.has("potential") and (cell.has("current") or cell["status"] != "current"):
            left.append(cell["potential"] - (cell["current"] or 0))
    return total(left)


def slippage(planned, actual, passed, today):
    """Days a milestone is late, early days negative."""
    if planned is None:
        return None
    if actual is not None:
        return (actual - planned).days
    return (today - planned).days if passed != "yes" and planned < today else 0


def results(book, r):
    out = _stage(book, r) | _targets(book, r)
    out |= _pipeline(book, r, out) | _lifetime(book, r, out)
    out |= _whitespace(book) | _objectives(book) | _actions(book) | _risks(book) | _mixes(book)
    return out | _health(book, r, out)


def _stage(book, r):
    rated = book.form("w6.relationship")
    score = sum(rated[key] for key in RATINGS) if rated.has(*RATINGS) else None
    stage = None
    if score is not None:
        untraded = book.form("w2.summary")["position"] == "outsider" or r["w2.sales_total"] == 0
        stage = "exploratory" if untraded else next(s for least, s in STAGE_OF if score >= least)
    return {"w6.stage_score": score, "w6.stage": stage}


def _plan_year(book):
    start, until = (
        book.form("settings.general")["fiscal_year_start"],
        book.form("card.plan")["period_to"],
    )
    if until is not None:
        return fiscal_year(until, start)
    return min(known(row["year"] for row in book.rows("w6.targets")), default=None)


def _plan_year_figure(book, key):
    """Target of the plan year: the row "whole year", else the sum of its quarters."""
    year = _plan_year(book)
    rows = [t for t in book.rows("w6.targets") if t["year"] is None or t["year"] == year]
    whole = [t[key] for t in rows if t["period"] == "year" and t.has(key)]
    if whole:
        return whole[0]
    return total(t[key] for t in rows if t["period"] in ("q1", "q2", "q3", "q4"))


def _targets(book, r):
    money, wallet = book.form("w6.fin"), r["w2.wallet_total"]
    target = _plan_year_figure(book, "revenue")
    suggestion = None
    if wallet is not None and money.has("wallet_growth", "sow_target"):
        suggestion = wallet * (1 + money["wallet_growth"] / 100) * money["sow_target"] / 100
    return {
        "w6.target": target,
        "w6.target_margin": _plan_year_figure(book, "margin"),
        "w6.target_suggestion": suggestion,
        "w6.target_difference": difference(target, suggestion),
    }


def _lifetime(book, r, own):
    money = book.form("w6.fin")
    service = r["w5.cost_to_serve"] or 0
    last_margin = latest(book.rows("w6.hist"), "margin")
    planned = own["w6.target_margin"]
    margin = last_margin if planned is None else planned
    net = None if margin is None else margin - service
    m = money["margin_per_year"] if money.has("margin_per_year") else net
    keep = money["retention"] / 100 if money.has("retention") else None
    d = money["discount"] / 100 if money.has("discount") else None
    extra = difference(planned, last_margin)
    return {
        "w6.account_margin": None if net is None else net - (money["investment"] or 0),
        "w6.clv": clv(m, keep, d),
        "w6.clv_immediate": clv_immediate(m, keep, d),
        "w6.clv_finite": clv_finite(m, keep, d, money["horizon"], money["acquisition"] or 0),
        "w6.clv_retention_plus5": clv_change(m, keep, d, 0.05),
        "w6.clv_retention_minus5": clv_change(m, keep, d, -0.05),
        "w6.investment_return": percent(
            difference(extra, money["investment"]), money["investment"]
        ),
    }


def _whitespace(book):
    out = {}
    cells = book.cells("w6.ws")
    out["w6.whitespace"] = whitespace(cell for _, _, cell in cells)
    for unit in book.rows("w6.bu"):
        out[f"w6.bu.{unit.id}.whitespace"] = whitespace(c for row, _, c in cells if row == unit.id)
    for category in book.rows("w2.wallet"):
        out[f"w6.offering.{category.id}.whitespace"] = whitespace(
            c for _, column, c in cells if column == category.id
        )
    wanted = [c for _, _, c in cells if c["status"] not in (None, "none")]
    out["w6.penetration"] = count_percent(wanted, lambda c: c["status"] == "current")
    return out


def _objectives(book):
    out = {}
    begin = book.form("card.plan")["period_from"]
    for row in book.rows("w6.obj"):
        name = f"w6.obj.{row.id}"
        p = progress(row["baseline"], row["target"], row["current"])
        e = expected_progress(row["start"] or begin, row["due"], book.today)
        out[f"{name}.progress"] = p
        out[f"{name}.expected"] = e
        out[f"{name}.rag"] = light(p, e, row["due"], book.today)
        ticks = [row[f"smart_{key}"] is True for key in ("specific", "achievable", "relevant")]
        out[f"{name}.smart"] = sum(ticks) + row.has("baseline", "target", "unit") + row.has("due")
        out[f"{name}.actions"] = sum(
            1
            for a in book.rows("w6.act")
            if a["objective"] == row.id and a["status"] != "cancelled"
        )
    return out


def _pipeline(book, r, own):
    out = {}
    stages, start = book.form("settings.stages"), book.form("settings.general")["fiscal_year_start"]
    deals = book.rows("w6.opp")
    weighted, quarters = {}, {}
    for row in deals:
        chance = row["probability"]
        if chance is None and row.has("stage"):
            chance = stages[row["stage"]]
        out[f"w6.opp.{row.id}.probability"] = chance
        if row["stage"] not in ("won", "lost"):
            value = None if chance is None else product(row["amount"], chance / 100)
            weighted[row.id] = value
            if value is not None and row.has("close_date"):
                quarters.setdefault(fiscal_quarter(row["close_date"], start), []).append(value)
    open_amounts = [row["amount"] for row in deals if row.id in weighted]
    whole = total(weighted.values())
    won = total(row["amount"] for row in deals if row["stage"] == "won") or 0.0
    typed = book.form("w6.fin")["base_revenue"]
    base = latest(book.rows("w6.hist"), "revenue") if typed is None else typed
    target = own["w6.target"]
    gap = None if target is None or base is None else target - base - won
    out["w6.pipeline_total"] = total(open_amounts)
    out["w6.weighted_pipeline"] = whole
    for quarter, values in quarters.items():
        out[f"w6.weighted_pipeline.{quarter}"] = total(values)
    out["w6.won"] = won
    out["w6.base"] = base
    out["w6.forecast"] = None if base is None else base + won + (whole or 0)
    out["w6.gap"] = gap
    covered = gap is not None and at(gap) <= 0
    out["w6.pipeline_coverage"] = None if covered else ratio(out["w6.pipeline_total"], gap)
    out["w6.required_coverage"] = ratio(100, r["w2.win_rate"])
    out["w6.concentration"] = percent(max(known(weighted.values()), default=None), whole)
    return out


def _actions(book):
    out = {}
    rows, listed = book.rows("w6.act"), book.filled_rows("w6.act")

    def pending(row):
        return row["status"] not in ("done", "cancelled")

    late = sum(1 for a in rows if a.has("due") and a["due"] < book.today and pending(a))
    live = [a for a in listed if a["status"] != "cancelled"]
    out["w6.actions_overdue"] = late if listed else None
    out["w6.actions_overdue_share"] = percent(late, len(live))
    due = [
        a
        for a in rows
        if a.has("due")
        and a["due"] < book.today
        and a["status"] != "cancelled"
        and (a["status"] != "done" or a.has("done_date"))
    ]
    out["w6.on_time"] = count_percent(
        due, lambda a: a["status"] == "done" and a["done_date"] <= a["due"]
    )
    unowned = sum(1 for a in rows if a.has("what") and pending(a) and not a.has("owner"))
    out["w6.actions_unowned"] = unowned if listed else None
    for row in book.rows("w6.ms"):
        out[f"w6.ms.{row.id}.slippage"] = slippage(
            row["planned"], row["actual"], row["passed"], book.today
        )
    return out


def expected_loss(probability, amount):
    """Amount at stake times the middle of the probability class."""
    if probability is None or amount is None:
        return None
    return MID_PROBABILITY[probability] * amount / 100


def _risks(book):
    out, losses = {}, []
    limits = book.form("settings.limits")
    for row in book.rows("w6.risk"):
        name = f"w6.risk.{row.id}"
        score = product(row["probability"], row["impact"])
        residual = product(row["residual_probability"], row["residual_impact"])
        loss = expected_loss(row["probability"], row["amount"])
        out[f"{name}.score"] = score
        out[f"{name}.class"] = risk_class(score, limits)
        out[f"{name}.expected_loss"] = loss
        out[f"{name}.residual"] = residual
        out[f"{name}.reduction"] = difference(score, residual)
        if row["status"] != "closed":
            losses.append(loss)
    out["w6.expected_loss"] = total(losses)
    return out


def _mixes(book):
    out = {}
    for direction in DIRECTIONS:
        out[f"w6.ansoff.{direction}"] = total(
            row["target"] for row in book.rows("w6.strat") if row["ansoff"] == direction
        )
    tagged = book.rows("w6.act") + book.rows("w6.ms")
    for process in PROCESSES:
        out[f"w6.process.{process}"] = sum(1 for row in tagged if row["process"] == process)
    sign = {"driving": 1, "restraining": -1}
    forces = [row for row in book.rows("w6.force_field") if row.has("side", "strength")]
    out["w6.force_balance"] = total(sign[row["side"]] * row["strength"] for row in forces)
    return out


def _health(book, r, own):
    support, cpm = r["w3.support_index"], r["w2.cpm.us"]
    reached = percent(own["w6.forecast"], own["w6.target"])
    parts = {
        "relationship": mean(
            [None if support is None else (support + 100) / 2, r["w3.coverage_index"]]
        ),
        "commercial": None if reached is None else max(0.0, min(100.0, reached)),
        "service": r["w5.sla_attainment"],
        "position": None if cpm is None else (cpm - 1) / 3 * 100,
        "execution": own["w6.on_time"],
    }
    weights = book.form("settings.health")
    out = {f"w6.health.{key}": value for key, value in parts.items()}
    out["w6.health"] = plain_weighted_mean((weights[key], value) for key, value in parts.items())
    return out
