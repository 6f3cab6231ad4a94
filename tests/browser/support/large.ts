// A workbook as large as they get, made by rule so that every run measures the same.

const NEEDS = 200;
const MODULES = 30;
const PEOPLE = 100;
const ACTIONS = 300;

/** That many items, by their number from 0. */
const many = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));

const id = (kind: string, i: number) => `${kind}-${String(i).padStart(6, "0")}`;

/** A workbook file with 200 needs, 30 modules and every cell between them, 100 people and 300 actions. */
export function largeWorkbook() {
  const needs = many(NEEDS, (i) => ({
    id: id("need", i),
    need: `Shorten the time from order to first use at site ${i + 1}`,
    level: ["organisation", "department", "personal"][i % 3],
    importance: 1 + ((i * 7) % 10),
    satisfaction: 1 + ((i * 3) % 10),
    confidence: "assumed",
  }));
  const people = many(PEOPLE, (i) => ({
    id: id("person", i),
    name: `Person ${i + 1}`,
    role: [["economic", "technical", "user", "buyer"][i % 4]],
    influence: 1 + (i % 5),
    support: (i % 5) - 2,
    contact: i % 4,
  }));
  const modules = many(MODULES, (i) => ({ id: id("module", i), name: `Module ${i + 1}` }));
  const cell = (need: number, module: number) => ({ cell: [0, 1, 3, 9][(need * 5 + module) % 4] });
  const cover = Object.fromEntries(
    needs.map((need, n) => [need.id, Object.fromEntries(modules.map((module, m) => [module.id, cell(n, m)]))]),
  );
  const obj = many(5, (i) => ({ id: id("objective", i), text: `Objective ${i + 1}` }));
  const act = many(ACTIONS, (i) => ({
    id: id("action", i),
    what: `Visit site ${i + 1}`,
    objective: id("objective", i % 5),
    due: `2027-${String(1 + (i % 12)).padStart(2, "0")}-15`,
    status: ["not_started", "doing", "done"][i % 3],
  }));
  return {
    format: "kamsheet",
    schema_version: 1,
    workbook_id: "bench-large",
    rev: 1,
    locale: "en",
    card: { profile: { name: "Bench large" } },
    w3: { needs, people },
    w4: { modules, cover },
    w6: { obj, act },
  };
}
