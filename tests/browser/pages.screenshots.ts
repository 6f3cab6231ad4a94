// Every page of a sample workbook: two widths, light and dark, both languages.
import { join } from "node:path";
import { type Language } from "./support/app";
import { expect, test } from "./support/fixtures";

const folder = process.env.KAMSHEET_OUT ?? "test-results/screenshots";
const PAGES = ["account", "industry", "competition", "needs", "solution", "service", "plan", "portfolio"];
const WIDTHS = { 1440: 900, 390: 844 };
const SCHEMES = ["light", "dark"] as const;
const LANGUAGES: Language[] = ["zh", "en"];

for (const lang of LANGUAGES) {
  for (const scheme of SCHEMES) {
    for (const [width, height] of Object.entries(WIDTHS)) {
      test(`${lang}, ${scheme}, ${width} px`, async ({ app, page }) => {
        await page.setViewportSize({ width: Number(width), height });
        await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
        const picture = (name: string) =>
          page.screenshot({ path: join(folder, `${name}-${lang}-${scheme}-${width}.png`), fullPage: process.env.KAMSHEET_WHOLE === "1" });

        await app.goto("#/", { lang });
        await picture("start");
        await app.action("open-sample").first().click();
        await app.workbookId();
        for (const name of PAGES) {
          await app.open(name);
          await expect(page.locator("main").first()).toBeVisible();
          await page.evaluate(() => document.fonts.ready);
          await picture(name);
        }
      });
    }
  }
}
