"""Worksheet 3, needs: people and support, opportunity scores, Kano, priority, qualification."""

from .common import (
    at,
    count_percent,
    difference,
    known,
    percent,
    plain_weighted_mean,
    total,
    yes_no,
)

KANO = ("must_be", "one_dimensional", "attractive", "indifferent", "reverse", "questionable")
LETTERS = dict(zip("MOAIRQ", KANO))
# Functional answer 1 to 5 in rows, dysfunctional answer 1 to 5 in columns.
KANO_TABLE = ("QAAAO", "RIIIM", "RIIIM", "RIIIM", "RRRRQ")
ROLES = ("economic", "technical", "user", "coach")


def support_index(people):
    """-100 to 100, from (influence, support) pairs."""
    both = [(i, s) for i, s in people if i is not None and s is not None]
    return percent(total(i * s for i, s in both), 2 * sum(i for i, _ in both))


def coverage_index(people):
    """Influence of those met regularly, in percent, from (influence, contact) pairs."""
    both = [(i, c) for i, c in people if i is not None and c is not None]
    return percent(sum(i for i, c in both if c >= 2), sum(i for i, _ in both))


def opportunity(importance, satisfaction):
    """Opportunity score: importance plus what is unmet of it."""
    if importance is None or satisfaction is None:
        return None
    return importance + max(importance - satisfaction, 0)


def band(score):
    if score is None:
        return None
    score = at(score)
    return (
        "extreme" if score > 15 else "high" if score > 12 else "consider" if score >= 10 else "low"
    )


def kano_answer(functional, dysfunctional):
    """Class by the evaluation table."""
    if functional is None or dysfunctional is None:
        return None
    return LETTERS[KANO_TABLE[int(functional) - 1][int(dysfunctional) - 1]]


def kano_majority(votes):
    """Most frequent class; of equal ones the first."""
    most = max(known(votes.values()), default=0)
    return next(k for k in KANO if votes.get(k) == most) if most > 0 else None


def better_worse(votes):
    """Better and Worse coefficient, from at least five answers."""
    count = {k: votes.get(k) or 0 for k in KANO}
    a, o, m, i = (count[LETTERS[x]] for x in "AOMI")
    if sum(count.values()) < 5 or a + o + m + i == 0:
        return None, None
    return (a + o) / (a + o + m + i), -(o + m) / (a + o + m + i)


def qualification_class(score):
    """Class of a MEDDPICC score of all eight elements."""
    least = ((14, "strong"), (12, "good"), (8, "needs_work"), (4, "weak"))
    return next((name for bound, name in least if score >= bound), "drop")


def results(book, _):
    out = _people(book) | _needs(book)
    for opp in book.rows("w6.opp"):
        columns = book.columns("w3.meddpicc")
        scores = known(book.cell("w3.meddpicc", opp.id, column, "score") for column in columns)
        name = f"w3.meddpicc.{opp.id}"
        out[f"{name}.total"] = total(scores)
        complete = len(scores) == len(columns)
        out[f"{name}.class"] = qualification_class(total(scores)) if complete else None
    out["w3.lead_time"] = total(row["days"] for row in book.rows("w3.process"))
    return out


def _people(book):
    out = {}
    people, limits = book.rows("w3.people"), book.form("settings.limits")
    gaps = []
    for row in people:
        name = f"w3.people.{row.id}"
        key = row["influence"] >= 4 if row.has("influence") else None
        gap = difference(row["rel_goal"], row["rel_now"])
        days = max(0, (book.today - row["last_contact"]).days) if row.has("last_contact") else None
        gaps.append((row["influence"], gap))
        out[f"{name}.key_player"] = None if key is None else yes_no(key)
        out[f"{name}.gap"] = gap
        out[f"{name}.days_since_contact"] = days
        out[f"{name}.freshness"] = freshness(days, limits) if key and days is not None else None
    out["w3.support_index"] = support_index((p["influence"], p["support"]) for p in people)
    out["w3.coverage_index"] = coverage_index((p["influence"], p["contact"]) for p in people)
    out["w3.relationship_gap"] = plain_weighted_mean(gaps)
    met = [p for p in people if p.has("contact", "influence")]
    threads = sum(1 for p in met if p["contact"] >= 2 and p["influence"] >= 3)
    out["w3.threads"] = threads if met else None
    judged = [p for p in people if p.has("influence", "support") and p["influence"] >= 4]
    out["w3.key_support"] = count_percent(judged, lambda p: p["support"] >= 1)

    listed = bool(book.filled_rows("w3.people"))
    held = {role for p in people for role in p["role"] or []}
    missing = [role for role in ROLES if role not in held]
    out["w3.role_completeness"] = len(ROLES) - len(missing) if listed else None
    out["w3.roles_missing"] = missing if listed else None
    return out


def freshness(days, limits):
    if days > limits["contact_red"]:
        return "red"
    return "amber" if days > limits["contact_amber"] else "green"


def _needs(book):
    out = {}
    needs = book.rows("w3.needs")
    classes = []
    for row in needs:
        name = f"w3.needs.{row.id}"
        score = opportunity(row["importance"], row["satisfaction"])
        out[f"{name}.opportunity"] = score
        out[f"{name}.band"] = band(score)
        out[f"{name}.unmet"] = None if score is None else score - row["importance"]
        out[f"{name}.competitive_gap"] = difference(row["satisfaction"], row["sat_best_comp"])
        votes = {k: book.cell("w3.kano_votes", row.id, k, "count") for k in KANO}
        kano = (
            row["kano_class"] or kano_answer(row["kano_f"], row["kano_d"]) or kano_majority(votes)
        )
        out[f"{name}.kano"] = kano
        classes.append(kano)
        out[f"{name}.better"], out[f"{name}.worse"] = better_worse(votes)
        out[f"{name}.priority"] = None
    for kano in KANO:
        out[f"w3.kano_counts.{kano}"] = classes.count(kano) if any(classes) else None

    def urgency(row):
        score, pain = out[f"w3.needs.{row.id}.opportunity"], row["pain_cost"]
        return (
            not row["critical"],
            score is None,
            -at(score or 0),
            pain is None,
            -(pain or 0),
        )

    ranked = [r for r in needs if r["critical"] or out[f"w3.needs.{r.id}.opportunity"] is not None]
    for place, row in enumerate(sorted(ranked, key=urgency), start=1):
        out[f"w3.needs.{row.id}.priority"] = place
    out["w3.pain_total"] = total(row["pain_cost"] for row in needs)
    return out
