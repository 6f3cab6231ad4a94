// Ctrl+S: a real file where the browser can, the same one next time; what is said is what happened.
import type { Page } from "@playwright/test";
import { expect, test } from "./support/fixtures";
import type { App } from "./support/app";

declare global {
  interface Window {
    asked: any[];
    broken?: string;
  }
}

/** Stands in for the browser's dialog with a real handle from the page's own file system. */
async function withPicker(page: Page, answer: "file" | "cancel" | "refuse") {
  await page.addInitScript((answer) => {
    window.asked = [];
    (window as any).showSaveFilePicker = async (options: any) => {
      window.asked.push(options);
      if (answer === "cancel") throw new DOMException("The user aborted a request.", "AbortError");
      if (answer === "refuse") throw new DOMException("Not here.", "SecurityError");
      const root = await navigator.storage.getDirectory();
      const file: any = await root.getFileHandle(options.suggestedName, { create: true });
      const write = file.createWritable.bind(file);
      file.createWritable = async (...given: any[]) => {
        if (window.broken) throw new DOMException("No.", window.broken);
        return write(...given);
      };
      return file;
    };
  }, answer);
}

const stored = (page: Page) =>
  page.evaluate(async () => {
    const root: any = await navigator.storage.getDirectory();
    const found: Record<string, string> = {};
    for await (const [name, handle] of root.entries()) found[name] = await (await handle.getFile()).text();
    return found;
  });

async function workbook(app: App, lang: "en" | "zh" = "en") {
  await app.goto("#/", { lang });
  await app.action("new-workbook").click();
  await app.workbookId();
  await app.field("card.profile.name").fill("Alder");
}

const toast = (page: Page) => page.locator(".toast").last();

test("the first time asks for a file, the second writes into the same one", async ({ app, page }) => {
  await withPicker(page, "file");
  await workbook(app);
  await page.keyboard.press("Control+s");
  await expect(toast(page)).toContainText(/Saved to “Alder.*\.json”/);
  const [name] = Object.keys(await stored(page));
  expect(JSON.parse((await stored(page))[name]).card.profile.name).toBe("Alder");
  expect(await page.evaluate(() => window.asked[0])).toMatchObject({ suggestedName: name, types: [{ accept: { "application/json": [".json"] } }] });

  await app.field("card.profile.industry").fill("食品 🥛");
  await page.keyboard.press("Control+s");
  await expect(page.locator(".toast", { hasText: "Saved to" })).toHaveCount(2);
  const file = JSON.parse((await stored(page))[name]);
  expect(file.card.profile.industry).toBe("食品 🥛");
  expect(file.results).toBeDefined();
  expect(await page.evaluate(() => window.asked.length)).toBe(1);
});

test("the menu saves too, and another workbook gets a file of its own", async ({ app, page }) => {
  await withPicker(page, "file");
  await workbook(app, "zh");
  await page.locator('[data-menu="more"] > summary').click();
  await app.action("save-file").click();
  await expect(toast(page)).toContainText("已写入“Alder");
  await app.goto("#/", { lang: "zh" });
  await app.action("new-workbook").click();
  await app.workbookId();
  await app.field("card.profile.name").fill("Birch");
  await page.keyboard.press("Control+s");
  await expect(toast(page)).toContainText("Birch");
  expect(Object.keys(await stored(page)).sort().join(" ")).toMatch(/Alder.* Birch/);
});

test("leaving the dialog is no error, and nothing is written", async ({ app, page }) => {
  await withPicker(page, "cancel");
  await workbook(app);
  await page.keyboard.press("Control+s");
  await expect(toast(page)).toContainText("No file was written");
  await app.saveState("saved");
  expect(await stored(page)).toEqual({});
  await page.keyboard.press("Control+s");
  await expect.poll(() => page.evaluate(() => window.asked.length)).toBe(2);
});

test("a file that cannot be written is said, what was in it stays, and a download is offered", async ({ app, page }) => {
  await withPicker(page, "file");
  await workbook(app);
  await page.keyboard.press("Control+s");
  await expect(toast(page)).toContainText("Saved to");
  const before = await stored(page);
  await page.evaluate(() => (window.broken = "NotAllowedError"));
  await app.field("card.profile.industry").fill("Dairy");
  await page.keyboard.press("Control+s");
  await expect(toast(page)).toContainText(/could not be written: the browser did not allow it/);
  expect(await stored(page)).toEqual(before);
  const [download] = await Promise.all([page.waitForEvent("download"), toast(page).locator('[data-action="toast-undo"]').click()]);
  expect(download.suggestedFilename()).toMatch(/^Alder.*\.json$/);
  // The next time asks again.
  await page.evaluate(() => (window.broken = undefined));
  await page.keyboard.press("Control+s");
  await expect(toast(page)).toContainText("Saved to");
  expect(await page.evaluate(() => window.asked.length)).toBe(2);
});

for (const [what, prepare] of [
  ["has no such dialog", (page: Page) => page.addInitScript(() => delete (window as any).showSaveFilePicker)],
  ["refuses the dialog", (page: Page) => withPicker(page, "refuse")],
] as const) {
  test(`a browser that ${what} downloads, and says so`, async ({ app, page }) => {
    await prepare(page);
    await workbook(app);
    const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Control+s")]);
    expect(download.suggestedFilename()).toMatch(/^Alder.*\.json$/);
    await expect(toast(page)).toContainText("handed to the browser's downloads");
  });
}
