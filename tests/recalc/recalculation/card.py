"""Account card and what every sheet shares: evidence, stale sources, completeness."""

from .common import months_before, percent, yes_no
from .declarations import SHEETS, lists, tables

STATUSES = ("assumed", "corroborated", "confirmed_by_customer")
# Rows required of each list with core fields; forms and matrices need no figure.
MINIMUM_ROWS = {
    "w1.series": 2,
    "w1.pestel": 3,
    "w1.ksf": 3,
    "w2.comp": 2,
    "w2.wallet": 1,
    "w2.factors": 5,
    "w2.swot": 4,
    "w3.cgoals": 2,
    "w3.criteria": 3,
    "w3.people": 3,
    "w3.needs": 5,
    "w4.modules": 2,
    "w4.vp": 1,
    "w4.benefits": 1,
    "w4.costs": 1,
    "w4.pilot": 1,
    "w5.svc": 1,
    "w5.sla": 1,
    "w5.sq": 5,
    "w5.cap": 5,
    "w6.hist": 1,
    "w6.targets": 1,
    "w6.bu": 1,
    "w6.obj": 2,
    "w6.opp": 1,
    "w6.act": 4,
    "w6.ms": 1,
    "w6.risk": 3,
}
# The only defaults that count as filled without anybody's doing.
FILLED_BY_DEFAULT = {("card.plan", "currency"), ("card.plan", "unit")}


def results(book, _):
    out = {"card.evidence_ratio": evidence_ratio(_contents(book, SHEETS))}
    for sheet in SHEETS:
        rows = _contents(book, [sheet])
        out[f"{sheet}.evidence_ratio"] = evidence_ratio(rows)
        for status in STATUSES:
            count = sum(1 for row in rows if row["confidence"] == status)
            out[f"{sheet}.evidence.{status}"] = count if rows else None
    for sheet in ("card", *SHEETS):
        out[f"{sheet}.completeness"] = completeness(book, sheet)
    return out | _stale(book)


def _contents(book, sheets):
    return [
        row for sheet in sheets for table in lists(sheet) for row in book.filled_rows(table.path)
    ]


def evidence_ratio(rows):
    """Share of the rows that the customer confirmed, in percent."""
    confirmed = sum(1 for row in rows if row["confidence"] == "confirmed_by_customer")
    return percent(confirmed, len(rows))


def _stale(book):
    oldest = months_before(book.today, book.form("settings.limits")["stale_months"])
    out = {}
    for table in lists():
        for row in book.rows(table.path):
            name = f"{table.path}.{row.id}.stale"
            out[name] = yes_no(row["source_date"] < oldest) if row.has("source_date") else None
    return out


def completeness(book, sheet):
    """Filled units in percent of the required units of a sheet."""
    filled = required = 0.0
    for table in tables().values():
        if table.path.split(".")[0] == sheet and table.core:
            have, need = {"form": _form, "list": _list, "matrix": _matrix}[table.shape](book, table)
            filled, required = filled + have, required + need
    if sheet == "w1":
        dimensions = {row["dimension"] for row in book.rows("w1.pestel")} - {None}
        filled, required = filled + min(3, len(dimensions)), required + 3
    return percent(filled, required)


def _form(book, table):
    record = book.form(table.path)

    def filled(key):
        by_default = (table.path, key) in FILLED_BY_DEFAULT
        return record.has(key) if by_default else record.given(key)

    return sum(1 for key in table.core if filled(key)), len(table.core)


def _list(book, table):
    minimum = MINIMUM_ROWS[table.path]
    rows = [row for row in book.rows(table.path) if (table.path, row.id) != ("w2.comp", "us")]
    fullest = sorted((sum(row.given(key) for key in table.core) for row in rows), reverse=True)
    return sum(fullest[:minimum]), minimum * len(table.core)


def _matrix(book, table):
    rows = [row.id for row in book.rows(table.rows)]
    used = {
        row for row, _, cell in book.cells(table.path) if any(cell.given(key) for key in table.core)
    }
    return (len(used) / len(rows) if rows else 0.0), 1
