"""The field table and the result table, read from tests/spec."""

import re
from dataclasses import dataclass
from dataclasses import field as member
from functools import cache
from pathlib import Path

SPEC = Path(__file__).resolve().parents[2] / "spec"
SHEETS = ("w1", "w2", "w3", "w4", "w5", "w6")


@dataclass
class Field:
    """One field: its kind, its validation and its default."""

    key: str
    kind: str
    options: tuple
    open_list: bool
    low: float | None
    high: float | None
    steps: tuple
    whole: bool
    target: str | None
    defaults: tuple
    core: bool

    @property
    def default(self):
        return self.defaults[0] if self.defaults else None


@dataclass
class Table:
    """A form, list or matrix with its fields in the order of the field table."""

    path: str
    shape: str
    fields: dict = member(default_factory=dict)
    default_rows: list = member(default_factory=list)
    rows: str | None = None
    column_list: str | None = None
    column_keys: tuple = ()

    @property
    def core(self):
        return [f.key for f in self.fields.values() if f.core]


@dataclass
class DefaultRow:
    """A row that is there from the start (prefilled) or on request (template)."""

    id: str
    prefilled: bool
    fixed: bool
    values: dict


def _lines(name):
    head, *lines = (SPEC / name).read_text(encoding="utf-8").splitlines()
    keys = head.split("\t")
    for line in lines:
        cells = line.split("\t")
        yield dict(zip(keys, cells + [""] * (len(keys) - len(cells))))


def _keys(text):
    return tuple(part.split("=")[0] for part in text.split(" ; ") if part)


def parse_default(kind, text):
    """The typed default, a text in each of its languages; empty without a default."""
    if text == "":
        return ()
    if kind == "yes_no":
        return (text == "yes",)
    if kind in ("number", "integer", "money", "percent", "rating", "year"):
        return (float(text),)
    return tuple(text.split("/"))


def _field(path, line):
    parts = line["spec"].split(" ; ")
    low = high = None
    if line["kind"] == "money" and "signed" not in parts:
        low = 0.0
    for part in parts:
        if found := re.fullmatch(r"range: (-?[\d.]*?)\.\.(-?[\d.]*)", part):
            low = float(found[1]) if found[1] else low
            high = float(found[2]) if found[2] else high
    steps = next((p[len("values: ") :] for p in parts if p.startswith("values: ")), "")
    target = next((p[len("target: ") :] for p in parts if p.startswith("target: ")), None)
    return Field(
        key=path,
        kind=line["kind"],
        options=_keys(line["options"]),
        open_list=line["spec"].startswith("open list"),
        low=low,
        high=high,
        steps=tuple(float(s) for s in steps.split(", ") if s),
        whole=line["kind"] in ("integer", "year", "rating"),
        target=target,
        defaults=parse_default(line["kind"], line["default"]),
        core=line["core"] == "1",
    )


@cache
def tables():
    """All tables by path, and under `row` the attributes that every list row carries."""
    found = {}
    for line in _lines("fields.tsv"):
        path = line["path"]
        if line["kind"] == "default_row":
            table, row_id = re.fullmatch(r"([^\[]+)\[([^\]]+)\]", path).groups()
            pairs = dict(pair.split("=", 1) for pair in line["default"].split(" ; ") if pair)
            fields = found[table].fields
            values = {key: parse_default(fields[key].kind, text) for key, text in pairs.items()}
            found[table].default_rows.append(
                DefaultRow(
                    row_id, line["spec"].startswith("prefilled"), "fixed" in line["spec"], values
                )
            )
            continue
        table, key = path.rsplit(".", 1)
        entry = found.setdefault(table, Table(table, line["shape"]))
        entry.fields[key] = _field(key, line)
        if line["shape"] == "matrix":
            entry.rows = line["rows"]
            if "=" in line["columns"]:
                entry.column_keys = _keys(line["columns"])
            else:
                entry.column_list = line["columns"]
    return found


@cache
def attributes():
    """The row attributes: confidence, source_date and the rest."""
    return tables()["row"].fields


def lists(sheet=None):
    """The lists of one sheet, or of all."""
    return [
        t
        for t in tables().values()
        if t.shape == "list" and t.path != "row" and sheet in (None, t.path.split(".")[0])
    ]


@cache
def result_names():
    """The names of the result table, as written there."""
    return tuple(line["name"] for line in _lines("results.tsv"))


@cache
def result_patterns():
    """Each name of the result table with the regular expression of the names it stands for."""
    patterns = {}
    for name in result_names():
        if name == "row.<id>.stale":
            patterns[name] = re.compile(r"[^.]+\.[^.]+\.[^.]+\.stale")
            continue
        literal = re.split(r"<[^>]+>", name)
        patterns[name] = re.compile("[^.]+".join(re.escape(part) for part in literal))
    return patterns
