// What people type is never code, and comes back as it was typed.
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { App } from "./support/app";
import { expect, test } from "./support/fixtures";
import { CODE, HOSTILE } from "./support/hostile";
import { NAME, newWorkbook } from "./support/keeping";

const sample = async (name: string) =>
  JSON.parse(await readFile(path.resolve(import.meta.dirname, "../../assets/samples", name), "utf8"));

const PAGES = ["account", "industry", "competition", "needs", "solution", "service", "plan", "portfolio", "settings", "page", "report", "week", "workshop", "copies", "compare", "chain", "history"];
/** Members that say what belongs together. */
const STRUCTURE = ["id", "row", "col", "format", "locale", "workbook_id"];

/** The workbook with every text in it, choices and dates included, in place of one from `texts`. */
function filledWith(file: any, texts: string[]) {
  let at = 0;
  const fill = (value: any, key = ""): any => {
    if (Array.isArray(value)) return value.map((item) => fill(item, key));
    if (value && typeof value === "object") {
      return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, fill(inner, name)]));
    }
    return typeof value === "string" && !STRUCTURE.includes(key) ? texts[at++ % texts.length] : value;
  };
  const { results, snapshots, ...rest } = file;
  const sheets = ["card", "w1", "w2", "w3", "w4", "w5", "w6", "portfolio"];
  return { ...rest, ...Object.fromEntries(sheets.filter((sheet) => rest[sheet]).map((sheet) => [sheet, fill(rest[sheet])])) };
}

const ran = (app: App) => app.page.evaluate(() => (window as any).ran);

for (const lang of ["zh", "en"] as const) {
  test(`markup in every field, on every page, printed and exported, runs nowhere, ${lang}`, async ({ app, page }) => {
    test.setTimeout(180_000);
    const dialogs: string[] = [];
    page.on("dialog", (dialog) => (dialogs.push(dialog.message()), dialog.dismiss()));
    await app.goto("#/", { lang, depth: "full" });
    await app.importAsNew(filledWith(await sample(`${lang}-full.json`), CODE), `${CODE[1]}.json`);
    for (const name of PAGES) {
      await app.open(name);
      await expect(page.locator("#main")).not.toBeEmpty();
      expect(await page.locator("#main").locator("script, iframe, object, base, meta, link").count(), name).toBe(0);
      expect(await ran(app), name).toBeUndefined();
    }
    await app.open("needs");
    await page.keyboard.press("Control+k");
    await page.keyboard.type("script");
    await expect(page.locator("#find-list")).toBeVisible();
    await page.keyboard.press("Escape");
    await page.pdf();
    const again = await app.export();
    expect(JSON.stringify(again)).toContain("window.ran=1");
    expect(await ran(app)).toBeUndefined();
    expect(dialogs).toEqual([]);
  });
}

test("hostile texts come back from storage, export and import exactly as they are", async ({ app }) => {
  const needs = HOSTILE.map((text, at) => ({ id: `h${at}`, need: `n${at}`, quote: text }));
  const file = { format: "kamsheet", schema_version: 1, workbook_id: "hostile", locale: "zh", card: { profile: { name: "x" } }, w3: { needs } };
  await app.goto("#/", { lang: "zh" });
  await app.importAsNew(file);
  const texts = async () => (await app.export()).w3.needs.map((need: any) => need.quote);
  expect(await texts()).toEqual(HOSTILE);
  await app.field(NAME).fill("y");
  await app.saveState("saved");
  await app.reload();
  expect(await texts()).toEqual(HOSTILE);
  const text = await app.exportText();
  await app.goto("#/", { lang: "en" });
  await app.importAsNew(text);
  expect(await texts()).toEqual(HOSTILE);
});

test("hostile texts that can be typed are kept as typed", async ({ app, page }) => {
  // What a browser's own text field drops or turns round is not the page's to keep.
  const typed = HOSTILE.filter((text) => !/[\0\r\n\u0001-\u001f\u007f-\u009f]/.test(text) && text.trim() !== "");
  await newWorkbook(app);
  for (const [at, text] of typed.entries()) {
    await app.field(NAME).fill(text);
    await app.field(NAME).blur();
    await expect(app.field(NAME)).toHaveValue(text);
    if (at % 8 === 0) expect((await app.export()).card.profile.name).toBe(text);
  }
  await app.saveState("saved");
  await page.reload();
  await app.ready();
  await expect(app.field(NAME)).toHaveValue(typed.at(-1)!);
});

test("in CSV nothing begins like a formula, numbers stay numbers, and the page reads its own file back", async ({ app, page }) => {
  const formulas = ["=1+1", "+1", "-1", "@SUM(A1)", "＝1", "＋1", "－1", "＠x", "\t=1", "plain", "华为"];
  const needs = formulas.map((text, at) => ({ id: `f${at}`, need: text, importance: 5 }));
  await app.goto("#/", { lang: "zh" });
  await app.importAsNew({ format: "kamsheet", schema_version: 1, workbook_id: "csv", locale: "zh", w3: { needs } });
  await app.open("needs");
  const section = page.locator('[data-table-section="w3.needs"]');
  const button = section.locator('[data-action="export-csv"]').first();
  if (!(await button.isVisible())) await section.locator("summary").last().click();
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  const bytes = await readFile(await download.path());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const cells = bytes.toString("utf8").slice(1).split(/\r\n|[,]/);
  for (const cell of cells) expect(cell.replace(/^"/, "")).not.toMatch(/^[=+@＝＋＠－\t]|^-(?!\d)/);
  expect(cells).toContain("5");
  expect(bytes.toString("utf8")).toContain("华为");
});
