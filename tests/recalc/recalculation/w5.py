"""Worksheet 5, service: service levels, SERVQUAL, capabilities, RACI, load, cost, issues."""

from .common import (
    count_percent,
    difference,
    latest,
    mean,
    percent,
    product,
    total,
    weighted_mean,
    yes_no,
)


def sla_met(direction, actual, target):
    if direction is None or actual is None or target is None:
        return None
    return actual >= target if direction == "higher_better" else actual <= target


def sla_ratio(direction, actual, target):
    """Performance in percent of the target, above 100 is better whatever the direction."""
    if direction is None or actual is None or target is None:
        return None
    part, whole = (actual, target) if direction == "higher_better" else (target, actual)
    return percent(part, whole) if whole > 0 else None


def nps(scores):
    """Share of 9 and 10 less share of 0 to 6, in percent."""
    promoters = sum(1 for s in scores if s >= 9)
    return percent(promoters - sum(1 for s in scores if s <= 6), len(scores))


def task_marks(roles, most_consulted):
    """What is wrong with the roles in one task."""
    marks = []
    if roles.count("accountable") == 0:
        marks.append("no_a")
    if roles.count("accountable") > 1:
        marks.append("many_a")
    if roles.count("responsible") == 0:
        marks.append("no_r")
    if roles.count("consulted") > most_consulted:
        marks.append("many_c")
    return marks


def results(book, r):
    return (
        _levels(book)
        | _quality(book)
        | _capabilities(book)
        | _raci(book)
        | _resources(book, r)
        | _blueprint(book)
        | _issues(book)
        | _satisfaction(book)
    )


def _levels(book):
    out, measured = {}, []
    for row in book.rows("w5.sla"):
        met = sla_met(row["direction"], row["actual"], row["target"])
        out[f"w5.sla.{row.id}.met"] = None if met is None else yes_no(met)
        out[f"w5.sla.{row.id}.ratio"] = sla_ratio(row["direction"], row["actual"], row["target"])
        measured.append((row["weight"], None if met is None else 100.0 * met))
    out["w5.sla_attainment"] = weighted_mean(measured)
    return out


def _quality(book):
    out, gaps = {}, []

    def side(row, key):
        if row.has(key) or not row.has("dimension"):
            return row[key]
        items = [i for i in book.rows("w5.sq_items") if i["dimension"] == row["dimension"]]
        return mean(item[key] for item in items)

    for row in book.rows("w5.sq"):
        perceived = side(row, "perception")
        gap = difference(perceived, side(row, "expectation"))
        gaps.append((row["points"], gap))
        out[f"w5.sq.{row.id}.gap"] = gap
        out[f"w5.sq.{row.id}.relative_gap"] = difference(perceived, row["perception_comp"])
    out["w5.servqual"] = weighted_mean(gaps)
    return out


def _capabilities(book):
    out = {}
    rows = book.rows("w5.cap")
    for row in rows:
        gap = difference(row["required"], row["current"])
        gap = None if gap is None else max(0.0, gap)
        out[f"w5.cap.{row.id}.gap"] = gap
        out[f"w5.cap.{row.id}.priority"] = product(gap, row["importance"])
    full = [row for row in rows if row.has("importance", "required", "current")]
    out["w5.readiness"] = percent(
        total(row["importance"] * min(row["current"], row["required"]) for row in full),
        total(row["importance"] * row["required"] for row in full),
    )
    return out


def _raci(book):
    out, errors = {}, 0
    limits = book.form("settings.limits")
    filled = [(t, p, c["cell"]) for t, p, c in book.cells("w5.raci") if c.has("cell")]
    for task in book.rows("w5.raci_tasks"):
        roles = [role for t, _, role in filled if t == task.id]
        marks = task_marks(roles, limits["raci_max_c"]) if roles else []
        errors += len(marks)
        out[f"w5.raci_tasks.{task.id}.check"] = ("+".join(marks) or "ok") if roles else None
    for party in book.rows("w5.raci_parties"):
        roles = [role for _, p, role in filled if p == party.id]
        check = "ok"
        if not roles:
            check = "empty"
        elif roles.count("accountable") > limits["raci_max_a"]:
            check = "many_a"
        errors += check != "ok"
        out[f"w5.raci_parties.{party.id}.check"] = check if filled else None
    out["w5.raci_errors"] = errors if filled else None
    return out


def _resources(book, r):
    out = {}
    rows = book.rows("w5.res")
    for row in rows:
        out[f"w5.res.{row.id}.load"] = percent(row["needed"], row["available"])
    for member in book.rows("card.team"):
        own = [x for x in rows if x["person"] == member.id and x.has("needed", "available")]
        out[f"w5.load.{member.id}"] = percent(
            total(x["needed"] for x in own), total(x["available"] for x in own)
        )
    activities = [product(row["quantity"], row["unit_cost"]) for row in book.rows("w5.cts")]
    hours = [
        row["needed"] * row["rate"] * (12 if row["months"] is None else row["months"])
        for row in rows
        if row.has("needed", "rate")
    ]
    out["w5.cost_to_serve"] = total(activities + hours)
    revenue = latest(book.rows("w6.hist"), "revenue")
    revenue = r["w2.sales_total"] if revenue is None else revenue
    out["w5.cost_to_serve_share"] = percent(out["w5.cost_to_serve"], revenue)
    return out


def _blueprint(book):
    out = {}
    cells = book.cells("w5.bp")
    own = ("text", "fail_point", "wait_point", "moment", "action")
    used = any(cell.has_content(own) for _, _, cell in cells)

    failing = [(phase, lane) for phase, lane, cell in cells if cell["fail_point"]]
    out["w5.fail_points"] = len(failing) if used else None
    for key in book.columns("w5.bp"):
        in_lane = sum(1 for _, lane in failing if lane == key)
        out[f"w5.fail_points.{key}"] = in_lane if used else None
    for row in book.rows("w5.bp_phases"):
        in_phase = sum(1 for phase, _ in failing if phase == row.id)
        out[f"w5.bp_phases.{row.id}.fail_points"] = in_phase if used else None
    return out


def _issues(book):
    rows, listed = book.rows("w5.iss"), book.filled_rows("w5.iss")
    overdue = sum(
        1 for i in rows if i.has("due") and i["due"] < book.today and i["status"] != "closed"
    )
    over = [i for i in rows if i["status"] in ("solved", "closed")]
    return {
        "w5.issues_open": sum(1 for i in listed if i["status"] != "closed") if listed else None,
        "w5.issues_overdue": overdue if listed else None,
        "w5.issue_days": mean(
            (i["closed"] - i["reported"]).days for i in rows if i.has("closed", "reported")
        ),
        "w5.issues_told": count_percent(over, lambda i: i["told_customer"]),
    }


def _satisfaction(book):
    scores = [row["score"] for row in book.rows("w5.nps_scores") if row.has("score")]
    check = book.form("w5.orientation")
    keys = ("concept", "goal", "competition", "action", "operation", "organisation")
    return {
        "w5.nps": nps(scores),
        "w5.nps_n": len(scores),
        "w5.ife_total": weighted_mean(
            (row["weight"], row["rating"]) for row in book.rows("w5.ife")
        ),
        "w5.orientation_mean": mean(check[key] for key in keys),
    }
