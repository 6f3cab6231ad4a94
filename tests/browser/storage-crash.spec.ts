// A stopped program never keeps the data to itself. The program is stopped by browser functions that throw under it, so
// that nothing in it has to be made for the test.
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import type { App } from "./support/app";
import { expect, test } from "./support/fixtures";
import { NAME, databaseEntries, newWorkbook } from "./support/keeping";

const NEED = "w3.needs.need";

/** The program panics: it is told that the page is left while it holds what leaving needs, which no browser does. */
const panic = async (page: Page) => {
  await page.evaluate(() => {
    const real = performance.now;
    let inside = false;
    performance.now = () => {
      if (!inside && !document.documentElement.dataset.crashed) {
        inside = true;
        window.dispatchEvent(new PageTransitionEvent("pagehide"));
        inside = false;
      }
      return real.call(performance);
    };
  });
  await page.locator('[data-action="add-row"][data-table="w3.needs"]').first().click();
};

/** The browser refuses to make what the program asks for, on the way to another page. */
const refuse = async (page: Page) => {
  await page.evaluate(() => {
    for (const [owner, name] of [
      [Document.prototype, "createElement"],
      [Document.prototype, "createTextNode"],
      [Document.prototype, "createComment"],
      [Document.prototype, "importNode"],
      [Node.prototype, "cloneNode"],
    ] as [any, string][]) {
      const real = owner[name];
      owner[name] = function (...parameters: unknown[]) {
        if (!document.documentElement.dataset.crashed) throw new Error("refused by the test");
        return real.apply(this, parameters);
      };
    }
  });
  await page.evaluate(() => (location.hash = location.hash.replace(/[^/]+$/, "industry")));
};

/** The program traps: a function that it calls as if it never failed does, as a call of the machine's own would. */
const trap = async (page: Page) => {
  await page.evaluate(() => {
    performance.now = () => {
      throw new WebAssembly.RuntimeError("trap of the test");
    };
  });
  await page.locator('[data-action="add-row"][data-table="w3.needs"]').first().click();
};

const screen = (page: Page) => page.getByRole("alertdialog");

async function rescued(page: Page): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator('[data-crash="download"]').click()]);
  return readFile(await download.path(), "utf8");
}

/** What people filled in, as it stands in the file; a row that was only just added says nothing yet. */
async function filled(app: App) {
  const { card, w1, w2, w3, w4, w5, w6 } = await app.export();
  const needs = w3.needs.filter((row: any) => row.need);
  return { card, w1, w2, w3: { ...w3, needs }, w4, w5, w6 };
}

async function begin(app: App) {
  await newWorkbook(app, "Alder");
  await app.open("needs");
  const [row] = await app.rowIds(NEED);
  await app.field(NEED, { row }).fill("typed last, 刚刚输入");
  return row;
}

test.beforeEach(({ guard }) => guard.allow(/./));

for (const [how, stop, mark] of [
  ["a panic", panic, "panic"],
  ["a browser that makes nothing", refuse, "trap"],
  ["a trap", trap, "trap"],
] as const) {
  test(`${how} brings the recovery page, and its file gives everything back`, async ({ app, page, context }) => {
    await begin(app);
    const before = await filled(app);
    await stop(page);
    await expect(screen(page)).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("data-crashed", mark);
    await expect(page.locator("#app")).toHaveAttribute("inert", "");
    const text = await rescued(page);
    expect(JSON.parse(text).format).toBe("kamsheet-rescue");
    // Everything of this site is gone; the file alone brings it back.
    await page.goto(`${app.url}assets/icon.svg`);
    await page.evaluate(async () => {
      localStorage.clear();
      await new Promise((done) => (indexedDB.deleteDatabase("kamsheet").onsuccess = done));
    });
    await app.goto("#/");
    await expect(page.locator(".book")).toHaveCount(0);
    await app.import(text, "kamsheet-rescue.json");
    await expect(page.locator(".toast")).toContainText("Alder");
    await page.locator(".book .open").click();
    await app.workbookId();
    await app.ready();
    expect(await filled(app)).toEqual(before);
    await context.close();
  });

  test(`nothing is written after ${how}, and reloading brings back what was kept`, async ({ app, page }) => {
    const row = await begin(app);
    await app.saveState("saved");
    await stop(page);
    await expect(screen(page)).toBeVisible();
    const stored = await page.evaluate(() => Object.entries(localStorage).filter(([key]) => key.startsWith("kamsheet:doc:")));
    await page.evaluate(() => {
      dispatchEvent(new Event("blur"));
      dispatchEvent(new PageTransitionEvent("pagehide"));
    });
    const after = await page.evaluate(() => Object.entries(localStorage).filter(([key]) => key.startsWith("kamsheet:doc:")));
    expect(after).toEqual(stored);
    await Promise.all([page.waitForEvent("load"), page.locator('[data-crash="reload"]').click()]);
    await app.ready();
    await app.open("needs");
    await expect(app.field(NEED, { row })).toHaveValue("typed last, 刚刚输入");
  });

  test(`the second time ${how} happens the state before is opened, and what was there is in the history`, async ({ app, page }) => {
    await newWorkbook(app, "before the crash");
    await app.field(NAME).fill("what stops the page");
    await expect.poll(async () => (await databaseEntries(page, "snapshots")).length).toBeGreaterThan(0);
    await app.saveState("saved");
    for (const time of [1, 2]) {
      await app.open("needs");
      await app.action("add-row", { table: "w3.needs" }).first().waitFor();
      await stop(page);
      await expect(screen(page)).toBeVisible();
      await Promise.all([page.waitForEvent("load"), page.locator('[data-crash="reload"]').click()]);
      await app.ready();
      await app.open("account");
      await expect(app.field(NAME)).toHaveValue(time === 1 ? "what stops the page" : "before the crash");
    }
    await expect(page.locator(".toast")).toContainText("stopped the page twice");
    await app.open("history");
    await app.action("choose-state").first().click();
    await expect(page.locator(".past-entry").first()).toContainText("what stops the page");
    await app.action("restore-all").click();
    await app.open("account");
    await expect(app.field(NAME)).toHaveValue("what stops the page");
  });
}
