"""Random workbook files, for tests and for a comparison with what the app makes of them.

python random_workbooks.py FOLDER COUNT      writes COUNT files, always the same ones, without results
"""

import json
import random
import sys
from pathlib import Path

from recalculation.declarations import attributes, tables


def random_value(f, ids, chance):
    """A valid value for a field, sometimes one that does not belong there."""
    if chance.random() < 0.05:
        return chance.choice(["?", None, 7.25, True, [], ["?", *f.options[:1]]])
    if f.kind in ("number", "integer", "money", "percent", "rating"):
        if f.steps:
            return chance.choice(f.steps)
        low = 0 if f.low is None else f.low
        value = chance.uniform(low, low + 50 if f.high is None else f.high)
        return round(value) if f.whole else round(value, 2)
    return {
        "text": lambda: "text",
        "long_text": lambda: "long text",
        "auto": lambda: 1,
        "year": lambda: chance.randint(2020, 2027),
        "date": lambda: f"202{chance.randint(4, 7)}-{chance.randint(1, 12):02}-15",
        "yes_no": lambda: chance.random() < 0.5,
        "choice": lambda: chance.choice(f.options),
        "choices": lambda: chance.sample(f.options, chance.randint(0, len(f.options))),
        "ref": lambda: chance.choice(ids[f.target] + ["gone"]),
        "refs": lambda: chance.sample(ids[f.target], chance.randint(1, 2)),
    }[f.kind]()


def random_workbook(seed, density, gaps=0.0):
    """A file in which every field is filled with the probability `density`, a table left out and a list empty with `gaps`."""
    chance = random.Random(seed)
    ids = {}
    for t in tables().values():
        if t.shape == "list" and t.path != "row":
            ids[t.path] = [row.id for row in t.default_rows] + [
                f"{t.path[:2]}{n}" for n in range(4)
            ]
    raw = {"as_of": "2026-03-31"}

    def record(fields, **start):
        for key, f in fields.items():
            if key != "id" and chance.random() < density:
                start[key] = random_value(f, ids, chance)
        return start

    for t in tables().values():
        if t.path == "row":
            continue
        sheet, name = t.path.split(".")
        if gaps and chance.random() < gaps:
            continue
        if t.shape == "form":
            content = record(t.fields)
        elif t.shape == "list":
            kept = [] if gaps and chance.random() < gaps else ids[t.path]
            content = [record({**attributes(), **t.fields}, id=i) for i in kept]
        else:
            columns = ids[t.column_list] if t.column_list else t.column_keys
            content = {i: {c: record(t.fields) for c in columns} for i in ids[t.rows]}
        raw.setdefault(sheet, {})[name] = content
    return raw


def main(folder, count):
    Path(folder).mkdir(parents=True, exist_ok=True)
    for seed in range(int(count)):
        raw = {"format": "kamsheet", "schema_version": 1, "workbook_id": f"random-{seed}"}
        raw |= random_workbook(seed, 0.15 + seed % 5 * 0.2, gaps=0.05)
        text = json.dumps(raw, ensure_ascii=False, indent=1)
        Path(folder, f"random-{seed:03}.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
