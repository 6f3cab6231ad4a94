// Figures of a measurement, and the table that shows them.

/** The value below which that share of the values lies; the values need no order. */
export function quantile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low + (high - low) * (at - Math.floor(at));
}

export const median = (values: number[]) => quantile(values, 0.5);

/** One line of the report: what was measured, and the figures by name. */
export type Line = { what: string } & Record<string, number | string>;

/** Lines with the same columns as a table of text. */
export function table(lines: Line[]): string {
  const columns = [...new Set(lines.flatMap((line) => Object.keys(line)))];
  const cell = (value: number | string | undefined) =>
    typeof value === "number" ? (Math.round(value * 10) / 10).toString() : (value ?? "");
  const widths = columns.map((name) => Math.max(name.length, ...lines.map((line) => cell(line[name]).length)));
  const row = (cells: string[]) =>
    cells.map((text, i) => (i === 0 ? text.padEnd(widths[i]) : text.padStart(widths[i]))).join("  ");
  return [row(columns), ...lines.map((line) => row(columns.map((name) => cell(line[name]))))].join("\n");
}
