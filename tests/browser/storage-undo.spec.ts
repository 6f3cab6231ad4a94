// Everything can be undone, and what is deleted can be had back for a while.
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { App } from "./support/app";
import { expect, long, test } from "./support/fixtures";
import { random, type Random } from "./support/random";

const SHEETS = ["settings", "card", "w1", "w2", "w3", "w4", "w5", "w6", "portfolio", "log"];
const STEPS = long ? 500 : 200;

/** Everything that a workbook holds, as it stands in its file. */
async function contents(app: App) {
  const file = await app.export();
  return Object.fromEntries(SHEETS.map((sheet) => [sheet, file[sheet]]));
}

const sample = (name: string) => readFile(path.resolve(import.meta.dirname, "../../assets/samples", name), "utf8");

type Act = (app: App, random: Random) => Promise<void>;
const rows = (app: App) => app.rowIds("w3.needs.need");
const aRow = async (app: App, random: Random) => random.of(await rows(app));

const paste = (app: App, text: string) =>
  app.page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    document.activeElement!.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);

/** What people do on the page of the needs; each leaves the page where it is. */
const ACTS: Record<string, Act> = {
  type: async (app, random) => {
    const control = app.field("w3.needs.need", { row: await aRow(app, random) });
    await control.fill(`${random.of(["更快", "Cheaper", "准时"])} ${random.below(1000)}`);
    await control.blur();
  },
  rate: async (app, random) => {
    const key = random.of(["w3.needs.importance", "w3.needs.satisfaction"]);
    const control = app.field(key, { row: await aRow(app, random) });
    await control.focus();
    await control.press(String(random.below(10)));
  },
  add: async (app) => {
    await app.addRow("w3.needs", "w3.needs.need");
    await app.page.keyboard.type("added");
    await app.page.keyboard.press("Tab");
  },
  delete: async (app, random) => {
    const all = await rows(app);
    if (all.length > 2) await app.action("delete-row", { row: random.of(all) }).first().click();
  },
  move: async (app, random) => {
    const control = app.field("w3.needs.need", { row: await aRow(app, random) });
    await control.focus();
    await control.press(random.of(["Alt+ArrowUp", "Alt+ArrowDown"]));
  },
  paste: async (app, random) => {
    await app.field("w3.needs.need", { row: await aRow(app, random) }).focus();
    await paste(app, `pasted ${random.below(100)}\t${1 + random.below(9)}\nbelow it\t${1 + random.below(9)}`);
  },
};

/** What happens now and then: a file in place of everything, and an older state brought back. */
const RARE: Record<string, Act> = {
  import: async (app) => {
    await app.import(await sample("en-quick.json"));
    await app.action("import-replace").click();
    await expect(app.page.locator("dialog[open]")).toHaveCount(0);
    await expect.poll(async () => (await rows(app)).length).toBeGreaterThan(0);
  },
  restore: async (app) => {
    await app.open("history");
    await app.action("choose-state").last().click();
    await app.action("restore-all").click();
    await app.open("needs");
    await expect.poll(async () => (await rows(app)).length).toBeGreaterThan(0);
  },
};

test.describe.configure({ timeout: long ? 900_000 : 300_000 });

for (const seed of long ? [1, 2, 3] : [1]) {
  test(`${STEPS} random acts are undone to the beginning and redone to the end, seed ${seed}`, async ({ app, page }) => {
    await app.goto("#/", { lang: "en" });
    await app.importAsNew(await sample("zh-quick.json"));
    await app.open("needs");
    const start = await contents(app);
    const source = random(seed);
    const done: string[] = [];
    for (let step = 0; step < STEPS; step++) {
      const rare = step > 0 && step % 67 === 0;
      const name = rare ? Object.keys(RARE)[(step / 67 + 1) % 2] : source.of(Object.keys(ACTS));
      done.push(name);
      await test.step(`${step} ${name}`, () => (rare ? RARE : ACTS)[name](app, source));
    }
    const end = await contents(app);
    expect(end).not.toEqual(start);
    const undo = app.action("undo");
    let undone = 0;
    while (await undo.isEnabled()) {
      await undo.click();
      undone++;
    }
    expect(undone, done.join(" ")).toBeGreaterThan(STEPS / 2);
    expect(await contents(app)).toEqual(start);
    const redo = app.action("redo");
    for (let redone = 0; await redo.isEnabled(); redone++) {
      await redo.click();
      expect(redone).toBeLessThan(undone);
    }
    expect(await contents(app)).toEqual(end);
    await app.saveState("saved");
    await page.reload();
    await app.ready();
    expect(await contents(app)).toEqual(end);
  });
}

test("after undo and redo the focus is in the field that changed, on whatever page that is", async ({ app, page }) => {
  await app.goto("#/", { lang: "en" });
  await app.importAsNew(await sample("en-quick.json"));
  await app.field("card.profile.name").fill("Alder");
  await app.open("needs");
  const [row] = await rows(app);
  await app.field("w3.needs.importance", { row }).focus();
  await app.field("w3.needs.importance", { row }).press("3");
  await app.open("industry");
  await page.locator("main h1").focus();
  await page.keyboard.press("Control+z");
  await expect(app.field("w3.needs.importance", { row })).toBeFocused();
  await page.keyboard.press("Control+z");
  await expect(app.field("card.profile.name")).toBeFocused();
  await page.keyboard.press("Control+Shift+z");
  await expect(app.field("card.profile.name")).toHaveValue("Alder");
  await page.keyboard.press("Control+Shift+z");
  await expect(app.field("w3.needs.importance", { row })).toBeFocused();
});

test.describe("the notice with the way back", () => {
  let gone: string;
  test.beforeEach(async ({ app, page }) => {
    await page.clock.install({ time: new Date("2026-03-08T09:00:00") });
    await app.goto("#/", { lang: "en" });
    await app.importAsNew(await sample("en-quick.json"));
    await app.open("needs");
    [gone] = await rows(app);
    await app.action("delete-row", { row: gone }).first().click();
    await expect(page.locator(".toast")).toHaveCount(2); // the import's and this one
    await expect.poll(() => rows(app)).not.toContain(gone);
  });
  const notice = (app: App) => app.page.locator(".toast").filter({ has: app.action("toast-undo") });

  test("stays for twenty seconds", async ({ app, page }) => {
    await page.clock.fastForward(19_000);
    await expect(notice(app)).toBeVisible();
    await page.clock.fastForward(2_000);
    await expect(notice(app)).toHaveCount(0);
  });

  test("stays while someone points at it or has the focus in it", async ({ app, page }) => {
    await notice(app).hover();
    await page.clock.fastForward(60_000);
    await expect(notice(app)).toBeVisible();
    await app.action("toast-undo").focus();
    await page.mouse.move(5, 5);
    await page.clock.fastForward(60_000);
    await expect(notice(app)).toBeVisible();
    await page.locator("main h1").focus();
    await page.clock.fastForward(19_000);
    await expect(notice(app)).toBeVisible();
    await page.clock.fastForward(2_000);
    await expect(notice(app)).toHaveCount(0);
  });

  test("goes when it is closed, and undo works without it", async ({ app, page }) => {
    await notice(app).getByRole("button", { name: "Close" }).click();
    await expect(notice(app)).toHaveCount(0);
    await page.keyboard.press("Control+z");
    await expect.poll(async () => (await rows(app))[0]).toBe(gone);
  });

  test("brings the row back by itself", async ({ app }) => {
    await app.action("toast-undo").click();
    await expect.poll(async () => (await rows(app))[0]).toBe(gone);
    await expect(notice(app)).toHaveCount(0);
  });
});
