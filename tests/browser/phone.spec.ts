// Filled worksheets on a phone: everything in reach of a thumb that only goes up and down.
import { type Language } from "./support/app";
import { expect, test } from "./support/fixtures";

const PAGES = ["account", "industry", "competition", "needs", "solution", "service", "plan", "portfolio", "settings"];

test.use({ viewport: { width: 390, height: 844 } });

for (const lang of ["zh", "en"] as Language[]) {
  test(`no filled worksheet scrolls sideways or squeezes a text, ${lang}`, async ({ app, page }) => {
    test.setTimeout(120_000);
    await app.goto("#/", { lang, depth: "full" });
    await page.locator('[data-sample="en-full.json"]').first().click();
    await app.workbookId();
    for (const name of PAGES) {
      await app.open(name);
      await expect(page.locator(`[data-page="${name}"]`)).toHaveAttribute("aria-current", "page");
      // Figures, offers and pictures have come.
      await expect(page.locator(".beside").filter({ hasNot: page.locator("figure") })).toHaveCount(0);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect.soft(wide, `${name} scrolls sideways`).toBeLessThanOrEqual(0);
      const narrow = await page.locator(".list td textarea").evaluateAll((all) =>
        all.filter((one) => one.clientWidth > 0 && one.clientWidth < 120).map((one) => one.getAttribute("data-field")),
      );
      expect.soft([...new Set(narrow)], `${name}: texts in a strip`).toEqual([]);
    }
  });
}
