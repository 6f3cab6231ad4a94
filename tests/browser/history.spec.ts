// The history: what a workbook looked like before, what differs from now, and the way back.
import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/accessibility";
import type { App } from "./support/app";
import { expect, test } from "./support/fixtures";
import { databaseEntries } from "./support/keeping";

const NEED = "w3.needs.need";
const IMPORTANCE = "w3.needs.importance";

const file = {
  format: "kamsheet",
  schema_version: 1,
  workbook_id: "history-1",
  locale: "en",
  card: { profile: { name: "Alder" } },
  w3: {
    needs: [
      { id: "n1", need: "Fewer night calls", importance: 9 },
      { id: "n2", need: "One invoice a month", importance: 6 },
      { id: "n3", need: "Spare parts within a day", importance: 8 },
    ],
  },
  w4: { modules: [{ id: "m1", name: "On-site team" }], cover: { n2: { m1: { cell: 3 } } } },
};

/** The tables of a workbook as they stand in an export, without who changed a row and when. */
async function tables(app: App) {
  const { card, w1, w2, w3, w4, w5, w6, portfolio } = await app.export();
  const plain = (value: any): any => {
    if (Array.isArray(value)) return value.map(plain);
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(
      Object.entries(value).filter(([key]) => key !== "updated" && key !== "author").map(([key, inner]) => [key, plain(inner)]),
    );
  };
  return plain({ card, w1, w2, w3, w4, w5, w6, portfolio });
}

async function infos(page: Page): Promise<any[]> {
  const entries = await databaseEntries(page, "snapshots");
  return entries.filter(([key]) => (key as any[])[1] === 0).map(([, text]) => JSON.parse(text));
}

/** A workbook with a state remembered under a name, then a value changed, a row deleted and a row added. */
async function changedSince(app: App) {
  await app.goto("#/");
  await app.importAsNew(file);
  await app.open("history");
  await app.page.locator("#past-name").fill("before the review");
  await app.action("remember").click();
  await expect(app.action("choose-state")).toHaveCount(1);
  const then = await tables(app);
  await app.open("needs");
  await app.field(NEED, { row: "n1" }).fill("No night calls at all");
  await app.action("delete-row", { row: "n2" }).first().click();
  await app.addRow("w3.needs", NEED);
  await app.page.keyboard.type("A single contact");
  await expect.poll(async () => (await app.export()).w3.needs.at(-1).need).toBe("A single contact");
  const now = await tables(app);
  await app.open("history");
  await app.page.locator('[data-action="choose-state"]', { hasText: "before the review" }).click();
  await app.page.locator(".past-entry").first().waitFor();
  return { then, now };
}

test("a kept state shows what differs from now, with old and new values", async ({ app, page }) => {
  await changedSince(app);
  const entry = (id: string) => page.locator(`.past-sheet[data-sheet="w3"] [data-entry="${id}"]`);
  await expect(entry("n1")).toHaveAttribute("data-kind", "changed");
  await expect(entry("n1").locator("del")).toHaveText("Fewer night calls");
  await expect(entry("n1").locator("ins")).toHaveText("No night calls at all");
  await expect(entry("n2")).toHaveAttribute("data-kind", "gone");
  await expect(entry("n2")).toContainText("One invoice a month");
  await expect(page.locator('.past-entry[data-kind="new"]')).toContainText("A single contact");
  await expect(entry("n2")).toContainText("come back with it: 1");
  await expect(page.locator('.past-sheet[data-sheet="w4"]')).toHaveCount(0);
  await expectAccessible(page);
});

test("one row comes back to its place with its cells, in one step, and goes again by undo", async ({ app, page }) => {
  const { now } = await changedSince(app);
  await page.locator('[data-entry="n2"][data-kind="gone"] [data-action="restore-row"]').click();
  await expect(page.locator(".toast").last()).toContainText("One invoice a month");
  const file = await app.export();
  expect(file.w3.needs.map((need: any) => need.id).slice(0, 3)).toEqual(["n1", "n2", "n3"]);
  expect(file.w3.needs[0].need).toBe("No night calls at all");
  expect(JSON.stringify(file.w4)).toContain('"n2"');
  await expect(page.locator('[data-entry="n2"]')).toHaveCount(0);
  await expect(page.locator("#past-state")).toBeFocused();
  await page.locator('[data-action="toast-undo"]').last().click();
  expect(await tables(app)).toEqual(now);
});

test("one worksheet comes back and the others stay as they are", async ({ app, page }) => {
  const { then } = await changedSince(app);
  await app.open("account");
  await app.field("card.profile.name").fill("Alder & Sons");
  await app.open("history");
  await page.locator('[data-action="choose-state"]', { hasText: "before the review" }).click();
  await page.locator('.past-sheet[data-sheet="w3"] [data-action="restore-sheet"]').click();
  const after = await tables(app);
  expect(after.w3).toEqual(then.w3);
  expect(after.card.profile.name).toBe("Alder & Sons");
});

test("everything comes back in one step, after a snapshot of what was there", async ({ app, page }) => {
  const { then, now } = await changedSince(app);
  await app.action("restore-all").click();
  await expect(page.locator(".past-same")).toBeVisible();
  expect(await tables(app)).toEqual(then);
  await expect.poll(async () => (await infos(page)).filter((info) => info.kind === "before_restore").length).toBe(1);
  await page.keyboard.press("Control+z");
  expect(await tables(app)).toEqual(now);
  await page.keyboard.press("Control+Shift+z");
  expect(await tables(app)).toEqual(then);
  // What was there before restoring can itself be restored. Undo went to where the change was.
  await app.open("history");
  await page.locator('[data-action="choose-state"]', { hasText: "before something was brought back" }).click();
  await expect(page.locator(".past-entry").first()).toBeVisible();
  await app.action("restore-all").click();
  await expect.poll(() => tables(app)).toEqual(now);
});

test("a state opens as a workbook of its own", async ({ app, page }) => {
  const { then } = await changedSince(app);
  const id = await app.workbookId();
  await app.action("open-state").click();
  await expect(app.field("card.profile.name")).toHaveValue("Alder (before the review)");
  expect(await app.workbookId()).not.toBe(id);
  expect((await tables(app)).w3).toEqual(then.w3);
});

test("a named state stays until it is let go, and a deleted one can be brought back", async ({ app, page }) => {
  await changedSince(app);
  await app.action("let-go").click();
  await expect.poll(async () => (await infos(page)).find((info) => info.label === "before the review")?.kind).toBe("auto");
  await app.action("keep-state").click();
  await expect.poll(async () => (await infos(page)).find((info) => info.label === "before the review")?.kind).toBe("named");
  const before = (await infos(page)).length;
  await app.action("delete-state").click();
  await expect.poll(async () => (await infos(page)).length).toBe(before - 1);
  await expect(page.locator(".past h1")).toBeFocused();
  await page.locator('[data-action="toast-undo"]').last().click();
  await expect(page.locator('[data-action="choose-state"]', { hasText: "before the review" })).toHaveCount(1);
  await page.locator('[data-action="choose-state"]', { hasText: "before the review" }).click();
  await expect(page.locator('[data-entry="n2"][data-kind="gone"]')).toBeVisible();
});

test("each state says what it changed since the one before", async ({ app, page }) => {
  await changedSince(app);
  await page.locator("#past-name").fill("after");
  await app.action("remember").click();
  const after = page.locator('[data-action="choose-state"]', { hasText: "after" }).first();
  await expect(after).toContainText("Needs");
  await expect(page.locator(".past-state").last()).toContainText("oldest");
});

for (const lang of ["zh", "en"] as const) {
  test(`the history is accessible, ${lang}, empty`, async ({ app, page }) => {
    await app.goto("#/", { lang });
    await app.action("new-workbook").click();
    await app.open("history");
    await expect(page.locator(".past-list .hint")).toBeVisible();
    await expect(page.locator(".space")).toBeVisible();
    await expectAccessible(page);
  });
}

const answers: [string, string, RegExp][] = [
  ["granted", "yes", /promised to keep/],
  ["refused", "no", /may delete data/],
  ["absent", "unknown", /does not say/],
];
for (const [answer, key, words] of answers) {
  test(`what the browser promises about keeping is said: ${answer}`, async ({ app, page }) => {
    await page.addInitScript((answer) => {
      const storage = navigator.storage as any;
      const said = async () => answer === "granted";
      Object.defineProperty(storage, "persist", { value: answer === "absent" ? undefined : said });
      Object.defineProperty(storage, "persisted", { value: answer === "absent" ? undefined : said });
    }, answer);
    await app.goto("#/");
    await expect(page.locator("[data-persisted]")).toHaveAttribute("data-persisted", key);
    await expect(page.locator("[data-persisted]")).toContainText(words);
    await app.action("new-workbook").click();
    await app.workbookId();
    await app.field("card.profile.name").fill("asks");
    await app.open("history");
    await expect(page.locator("[data-persisted]")).toContainText(words);
  });
}

test("the browser is asked to keep the data at the first edit, not before", async ({ app, page }) => {
  await page.addInitScript(() => {
    const w = window as any;
    w.asked = 0;
    Object.defineProperty(navigator.storage, "persist", { value: async () => (w.asked++, true) });
  });
  await app.goto("#/");
  await app.action("new-workbook").click();
  await app.workbookId();
  expect(await page.evaluate("asked")).toBe(0);
  await app.field("card.profile.name").fill("first");
  await app.field("card.profile.name").fill("second");
  await expect.poll(() => page.evaluate("asked")).toBe(1);
});

test("a copy outside the browser is asked for when there is none, and again after a week", async ({ app, page }) => {
  await page.clock.install({ time: new Date("2026-03-08T09:00:00") });
  await app.goto("#/");
  await app.action("new-workbook").click();
  await app.open("history");
  await expect(page.locator("[data-copy]")).toContainText("No copy outside");
  const download = page.waitForEvent("download");
  await app.action("export-now").click();
  await download;
  await expect(page.locator("[data-copy]")).toHaveCount(0);
  await page.clock.setSystemTime(new Date("2026-03-15T09:00:00"));
  await app.open("account");
  await app.open("history");
  await expect(page.locator(".space")).toBeVisible();
  await expect(page.locator("[data-copy]")).toHaveCount(0);
  await page.clock.setSystemTime(new Date("2026-03-16T09:00:00"));
  await app.open("account");
  await app.open("history");
  await expect(page.locator("[data-copy]")).toContainText("8 days old");
});

test("how full the storage is stands on the page, and half full is said", async ({ app, page }) => {
  await page.addInitScript(() => {
    const estimate = async () => ({ usage: 60 * 1024 * 1024, quota: 100 * 1024 * 1024 });
    Object.defineProperty(navigator.storage, "estimate", { value: estimate });
  });
  await app.goto("#/");
  await expect(page.locator(".space")).toHaveAttribute("data-space", "full");
  await expect(page.locator(".space")).toContainText("60.0 MB of 100.0 MB");
  await expect(page.locator(".space")).toContainText("make room first");
});

test("from half full on, old states make room; named ones and the newest stay", async ({ app, page }) => {
  await page.addInitScript(() => {
    const w = window as any;
    w.usage = 1;
    Object.defineProperty(navigator.storage, "estimate", { value: async () => ({ usage: w.usage, quota: 1024 * 1024 * 1024 }) });
  });
  await page.clock.install({ time: new Date("2026-03-08T09:00:00") });
  await app.goto("#/");
  await app.importAsNew(file);
  await app.open("history");
  await page.locator("#past-name").fill("stays");
  await app.action("remember").click();
  await expect(app.action("choose-state")).toHaveCount(1);
  await app.open("account");
  await app.field("card.profile.name").fill("round 0");
  for (let round = 1; round <= 4; round++) {
    await page.clock.fastForward("11:00");
    await app.field("card.profile.name").fill(`round ${round}`);
    await expect.poll(async () => (await infos(page)).length).toBe(1 + round);
  }
  await page.evaluate(() => ((window as any).usage = 700 * 1024 * 1024));
  await page.clock.fastForward("11:00");
  await app.field("card.profile.name").fill("last");
  await expect.poll(async () => (await infos(page)).map((info) => info.label)).toEqual(["stays", ""]);
});
