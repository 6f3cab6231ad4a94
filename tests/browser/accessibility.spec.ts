// axe-core over every page, in both languages and themes, filled and empty.
import { expectAccessible } from "./support/accessibility";
import { expect, test } from "./support/fixtures";
import { type Language } from "./support/app";

const PAGES = ["account", "industry", "competition", "needs", "solution", "service", "plan", "portfolio", "settings"];

for (const lang of ["zh", "en"] as Language[]) {
  for (const theme of ["light", "dark"] as const) {
    test(`no violation on any filled page, ${lang}, ${theme}`, async ({ app, page }) => {
      test.setTimeout(240_000);
      await page.emulateMedia({ colorScheme: theme });
      await app.goto("#/", { lang, depth: "full" });
      await expectAccessible(page);
      await page.locator(`[data-sample="${lang}-full.json"]`).first().click();
      await app.workbookId();
      for (const name of PAGES) {
        await app.open(name);
        await expect(page.locator(`[data-page="${name}"]`)).toHaveAttribute("aria-current", "page");
        await expectAccessible(page);
      }
    });
  }
}

test("no violation on empty pages, in dialogs and on the phone", async ({ app, page }) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 390, height: 800 });
  await app.goto("#/", { lang: "zh" });
  await app.action("new-workbook").click();
  await app.workbookId();
  for (const name of PAGES) {
    await app.open(name);
    await expectAccessible(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow, `${name} scrolls sideways`).toBeLessThanOrEqual(0);
  }
  for (const open of ["Control+k", "?"]) {
    await page.locator("h1").first().focus();
    await page.keyboard.press(open);
    await expect(page.locator("dialog[open]")).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await expect(page.locator("dialog[open]")).toHaveCount(0);
  }
});
