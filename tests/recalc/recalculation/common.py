"""Arithmetic that every sheet uses. None is "no value" and is never taken for zero."""

import calendar
from datetime import date

import numpy as np


def at(value):
    """A value as it is compared with a cut: rounded to 9 decimals."""
    return round(value, 9)


def known(values):
    """The values that are there."""
    return [v for v in values if v is not None]


def total(values):
    """Sum of the values that are there, None without any."""
    values = known(values)
    return float(np.sum(values)) if values else None


def mean(values):
    """Mean of the values that are there, None without any."""
    values = known(values)
    return float(np.mean(values)) if values else None


def difference(a, b):
    return None if a is None or b is None else a - b


def product(a, b):
    return None if a is None or b is None else a * b


def ratio(a, b):
    """a / b, None where one is missing or b is 0."""
    return None if a is None or b is None or b == 0 else a / b


def percent(a, b):
    """a / b in percent."""
    return None if a is None or b is None or b == 0 else a / b * 100


def count_percent(rows, condition):
    """Share of the rows that meet a condition in percent, None without rows."""
    rows = list(rows)
    return percent(sum(1 for row in rows if condition(row)), len(rows))


def effective_weights(weights):
    """Weight rule: rows without a weight are left out (None); if no row has one, each counts 1."""
    if all(w is None for w in weights):
        return [1.0] * len(weights)
    return list(weights)


def weighted_mean(pairs):
    """Mean of (weight, value) pairs by the weight rule; pairs without a value do not enter."""
    rated = [(w, v) for w, v in pairs if v is not None]
    weights = effective_weights([w for w, _ in rated])
    counted = [(w, v) for w, (_, v) in zip(weights, rated) if w is not None]
    if not counted or sum(w for w, _ in counted) == 0:
        return None
    return float(np.average([v for _, v in counted], weights=[w for w, _ in counted]))


def plain_weighted_mean(pairs):
    """Mean of (weight, value) pairs that have both; no weight rule."""
    both = [(w, v) for w, v in pairs if w is not None and v is not None]
    if not both or sum(w for w, _ in both) == 0:
        return None
    return float(np.average([v for _, v in both], weights=[w for w, _ in both]))


def yes_no(condition):
    return "yes" if condition else "no"


def risk_class(score, limits):
    """Class of a score from 1 to 25 by the cuts of settings.limits."""
    if score is None:
        return None
    if at(score) < limits["risk_medium"]:
        return "low"
    if at(score) < limits["risk_high"]:
        return "medium"
    if at(score) < limits["risk_extreme"]:
        return "high"
    return "extreme"


def months_before(day, months):
    """The same day some calendar months earlier, or the last day of a shorter month."""
    index = day.year * 12 + day.month - 1 - int(months)
    year, month = index // 12, index % 12 + 1
    if year < 1:
        return date.min
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def fiscal_year(day, start_month):
    """The fiscal year a day is in, named after the calendar year in which that year ends."""
    return day.year + 1 if start_month > 1 and day.month >= start_month else day.year


def fiscal_quarter(day, start_month):
    """The fiscal quarter a day is in, as 2026q1."""
    quarter = int(day.month - start_month) % 12 // 3 + 1
    return f"{fiscal_year(day, start_month)}q{quarter}"


def latest(rows, key):
    """The figure of the latest year that has it, from rows with `year`."""
    dated = [row for row in rows if row.has("year", key)]
    return max(dated, key=lambda row: row["year"])[key] if dated else None
