"""A workbook file, read as the field table says: defaults resolved, wrong values missing, dead rows gone."""

import json
import math
import re
from datetime import date

from .declarations import attributes, tables


class Record:
    """A form, a row or a cell. `record["key"]` is its value, its default, or None."""

    def __init__(self, record_id, raw, fields, untouched=None, always=False):
        """`untouched`: values that stand there without anybody's doing, beside the defaults of the fields."""
        self.id = record_id
        self._fields = fields
        self._given = set()
        self._values = {}
        for key, f in fields.items():
            if raw.get(key) is None:
                self._values[key] = f.default
                continue
            value = checked(f, raw[key])
            if value is not None and value not in (untouched or {}).get(key, f.defaults):
                self._given.add(key)
            self._values[key] = f.default if value is None and always else value

    def __getitem__(self, key):
        return self._values[key]

    def has(self, *keys):
        """True when all these fields have a value."""
        return all(self._values[key] is not None for key in keys)

    def given(self, key):
        """True when a person filled this field: it is in the file, valid and not the default."""
        return key in self._given and self._fields[key].kind != "auto"

    def has_content(self, own_fields):
        """True when a person filled a field of its own table; row attributes do not count."""
        return any(self.given(key) for key in own_fields if key not in attributes())

    def keep_references(self, alive):
        """Empties references to rows that do not exist."""
        for key, f in self._fields.items():
            value = self._values[key]
            if f.target is None or value is None:
                continue
            rows = alive(f.target)
            if f.kind == "ref":
                kept = value if value in rows else None
            else:
                kept = [one for one in value if one in rows] or None
            self._values[key] = kept
            if kept is None:
                self._given.discard(key)


def checked(f, value):
    """The value when it is of the field's kind, else None."""
    if f.kind in ("text", "long_text"):
        return value if isinstance(value, str) and value.strip() else None
    if f.kind in ("number", "integer", "money", "percent", "rating", "year"):
        return _number(f, value)
    if f.kind == "yes_no":
        return value if isinstance(value, bool) else None
    if f.kind == "choice":
        if not isinstance(value, str):
            return None
        listed = value in f.options or (f.open_list and re.fullmatch("[A-Z]{3}", value))
        return value if listed else None
    if f.kind == "choices":
        keys = [one for one in value if one in f.options] if isinstance(value, list) else []
        return keys or None
    if f.kind == "date":
        return _date(value)
    if f.kind == "ref":
        return value if isinstance(value, str) and value else None
    if f.kind == "refs":
        ids = [one for one in value if isinstance(one, str)] if isinstance(value, list) else []
        return ids or None
    return value


def _number(f, value):
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
        return None
    number = float(value)
    if f.whole and number != int(number):
        return None
    if f.kind == "year" and not 1000 <= number <= 9999:
        return None
    if f.steps and number not in f.steps:
        return None
    if (f.low is not None and number < f.low) or (f.high is not None and number > f.high):
        return None
    return number


def _date(value):
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


class Workbook:
    """The tables of one file."""

    def __init__(self, raw, today=None):
        self.today = today or _date(raw.get("as_of"))
        if self.today is None:
            raise ValueError("the file has no as_of date")
        self._forms, self._lists, self._cells = {}, {}, {}
        for table in tables().values():
            stored = _table(raw, table.path)
            if table.shape == "form":
                settings = table.path.startswith("settings.")
                self._forms[table.path] = Record(None, _object(stored), table.fields, always=settings)
            elif table.shape == "list" and table.path != "row":
                self._lists[table.path] = _rows(table, stored)
        for table in tables().values():
            if table.shape == "matrix":
                self._cells[table.path] = self._matrix(table, _object(_table(raw, table.path)))
        self._empty_dead_references()

    def _matrix(self, table, stored):
        cells = {}
        for row in self._lists[table.rows].values():
            columns = _object(stored.get(row.id))
            for column in self.columns(table.path):
                if isinstance(columns.get(column), dict):
                    cells[row.id, column] = Record(None, columns[column], table.fields)
        return cells

    def _empty_dead_references(self):
        records = list(self._forms.values())
        for rows in self._lists.values():
            records.extend(rows.values())
        for cells in self._cells.values():
            records.extend(cells.values())
        for record in records:
            record.keep_references(lambda path: self._lists[path])

    def form(self, path):
        return self._forms[path]

    def rows(self, path):
        """The rows of a list in its order."""
        return list(self._lists[path].values())

    def row(self, path, row_id):
        return self._lists[path].get(row_id)

    def filled_rows(self, path):
        """The rows that have content."""
        own = tables()[path].fields
        return [row for row in self.rows(path) if row.has_content(own)]

    def columns(self, path):
        """The column ids or keys of a matrix."""
        table = tables()[path]
        return (
            list(self._lists[table.column_list]) if table.column_list else list(table.column_keys)
        )

    def cell(self, path, row_id, column, key):
        """One value of a cell, None where there is none."""
        record = self._cells[path].get((row_id, column))
        return None if record is None else record[key]

    def cells(self, path):
        """(row id, column, cell) of the cells that the file holds."""
        return [(row, column, cell) for (row, column), cell in self._cells[path].items()]


def _object(value):
    return value if isinstance(value, dict) else {}


def _table(raw, path):
    sheet, name = path.split(".") if "." in path else (path, "")
    return _object(raw.get(sheet)).get(name)


def _rows(table, stored):
    defaults = {row.id: row for row in table.default_rows}
    fields = {**attributes(), **table.fields}
    complete = isinstance(stored, list)
    stored = [raw for raw in stored if isinstance(raw, dict)] if complete else []
    seen = {raw.get("id") for raw in stored}
    missing = [
        {"id": row.id} | {key: values[0] for key, values in row.values.items()}
        for row in table.default_rows
        if row.id not in seen and (row.fixed or (row.prefilled and not complete))
    ]
    rows = {}
    for raw in missing + stored:
        row_id, default = raw.get("id"), defaults.get(raw.get("id"))
        gone = raw.get("deleted") is True and not (default and default.fixed)
        if isinstance(row_id, str) and not gone:
            untouched = default.values if default and default.prefilled else {}
            rows.setdefault(row_id, Record(row_id, raw, fields, untouched))
    return rows


def load(path, today=None):
    """The raw file and the workbook in it."""
    with open(path, encoding="utf-8-sig") as file:
        raw = json.load(file)
    return raw, Workbook(raw, today)
