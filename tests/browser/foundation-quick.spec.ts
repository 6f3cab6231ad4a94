// Quick depth: a filled worksheet is one look of about one screen and a half; what folds is a click or a key away.
import { type App, type Language } from "./support/app";
import { expect, test } from "./support/fixtures";

const SHEETS = ["account", "industry", "competition", "needs", "solution", "service", "plan", "portfolio"];
/** Height of a page at 1440 × 900, in pixels: one screen and a half. */
const MOST = 1350;

async function sample(app: App, name: string, lang: Language) {
  await app.goto("#/", { lang, depth: "quick" });
  await app.page.locator(`[data-action="open-sample"][data-sample="${name}.json"]`).first().click();
  await app.workbookId();
}

/** Opens a page and waits until its figures and pictures are there. */
async function open(app: App, name: string) {
  await app.open(name);
  await expect(app.page.locator(`[data-page="${name}"]`)).toHaveAttribute("aria-current", "page");
  await expect(app.page.locator(".sheet .key .value").first()).toBeVisible();
}

for (const lang of ["zh", "en"] as Language[]) {
  for (const name of ["zh-full", "en-full"]) {
    test(`each filled worksheet fits one screen and a half, ${name} in ${lang}`, async ({ app, page }) => {
      test.setTimeout(180_000);
      await sample(app, name, lang);
      const heights: Record<string, number> = {};
      for (const sheet of SHEETS) {
        await open(app, sheet);
        await expect(page.locator(".beside").filter({ hasNot: page.locator("figure") })).toHaveCount(0);
        heights[sheet] = await page.evaluate(() => document.documentElement.scrollHeight);
        // Nothing stands over anything else: no table is wider than its place.
        const wide = await page.evaluate(() =>
          [...document.querySelectorAll<HTMLElement>(".split > .inputs, .stacked > .inputs")]
            .filter((place) => [...place.querySelectorAll("table.list")].some((table) => table.getBoundingClientRect().right > place.getBoundingClientRect().right + 12))
            .map((place) => place.closest<HTMLElement>("[data-table-section]")!.dataset.tableSection),
        );
        expect(wide, `${sheet}: lists wider than their place`).toEqual([]);
      }
      console.log(name, lang, JSON.stringify(heights));
      for (const [sheet, height] of Object.entries(heights)) expect.soft(height, sheet).toBeLessThanOrEqual(MOST);
    });
  }
}

test("a folded section says what is in it and opens from the keyboard into its first field", async ({ app, page }) => {
  await sample(app, "en-full", "en");
  await open(app, "needs");
  const section = page.locator('[data-table-section="w3.cgoals"]');
  await expect(section).toContainText("Raise overall line effectiveness");
  await expect(section.locator("[data-field]")).toHaveCount(0);
  await section.locator('[data-action="unfold"]').focus();
  await page.keyboard.press("Enter");
  await expect(section.locator("[data-field]").first()).toBeFocused();
  await expect(app.rowsWith("w3.cgoals.text")).toHaveCount(5);
});

test("a list shows its first rows, and all of them with a click or Enter past the last one", async ({ app, page }) => {
  await sample(app, "en-full", "en");
  await open(app, "needs");
  await expect(app.rowsWith("w3.needs.need")).toHaveCount(4);
  await app.field("w3.needs.importance", { row: (await app.rowIds("w3.needs.need"))[3] }).focus();
  await page.keyboard.press("Enter");
  await expect(app.rowsWith("w3.needs.need")).toHaveCount(7);
  expect((await app.export()).w3.needs).toHaveLength(7);
  await open(app, "plan");
  const all = page.locator('[data-action="show-all"][data-table="w6.obj"]');
  await expect(all).toHaveText(/4/);
  await all.click();
  await expect(app.rowsWith("w6.obj.statement")).toHaveCount(4);
  await expect(all).toHaveCount(0);
});

test("what is looked for is brought out of its fold", async ({ app, page }) => {
  await sample(app, "en-full", "en");
  await open(app, "needs");
  for (const [words, field] of [["Hub proves", "w6.ms.name"], ["A lower price per pump", "w3.needs.need"]]) {
    await page.keyboard.press("Control+k");
    await page.keyboard.type(words);
    await page.keyboard.press("Enter");
    await expect(page.locator(`[data-field="${field}"]:focus`)).toHaveValue(new RegExp(`^${words}`));
  }
});

test("a sheet that is only begun folds nothing", async ({ app, page }) => {
  await app.goto("#/", { lang: "en" });
  await app.action("new-workbook").click();
  await app.workbookId();
  for (const sheet of SHEETS.filter((sheet) => sheet !== "plan")) {
    await app.open(sheet);
    await expect(page.locator(`[data-page="${sheet}"]`)).toHaveAttribute("aria-current", "page");
    await expect(page.locator('[data-action="unfold"]')).toHaveCount(0);
  }
});

for (const lang of ["zh", "en"] as Language[]) {
  test(`the bar on top stays one line and whole, ${lang}`, async ({ app, page }) => {
    await sample(app, "en-full", lang);
    for (const width of [1440, 1280, 1024]) {
      await page.setViewportSize({ width, height: 900 });
      const cut = await page.evaluate(() => {
        const bar = document.querySelector<HTMLElement>(".top")!;
        const parts = [...bar.querySelectorAll<HTMLElement>("button, summary, .save, .account, .about")].filter((part) => part.offsetParent && !part.closest(".sheetlet"));
        return {
          height: Math.round(bar.getBoundingClientRect().height),
          cut: parts.filter((part) => part.scrollWidth > part.clientWidth + 1 || part.getBoundingClientRect().right > innerWidth).map((part) => part.textContent),
          tall: parts.filter((part) => part.getBoundingClientRect().height > 40).map((part) => part.textContent),
        };
      });
      expect(cut, `at ${width}`).toEqual({ height: 52, cut: [], tall: [] });
    }
  });
}
