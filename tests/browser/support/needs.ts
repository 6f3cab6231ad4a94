// A workbook with a long list of needs, made by rule so that every run measures the same.

/** A workbook file with that many needs, each filled in as at the quick depth. */
export function workbookWithNeeds(count: number) {
  const needs = Array.from({ length: count }, (_, i) => ({
    id: `need-${String(i).padStart(6, "0")}`,
    need: `Shorten the time from order to first use at site ${i + 1}`,
    importance: 1 + ((i * 7) % 10),
    satisfaction: 1 + ((i * 3) % 10),
  }));
  return {
    format: "kamsheet",
    schema_version: 1,
    workbook_id: `bench-${count}`,
    rev: 1,
    locale: "en",
    card: { profile: { name: `Bench ${count}` } },
    w3: { needs },
  };
}
