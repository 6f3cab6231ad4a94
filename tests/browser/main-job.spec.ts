// The main job: make a workbook, fill worksheets, leave, come back, share the file, a colleague opens it.
import { pathToFileURL } from "node:url";
import path from "node:path";
import { App, type Language } from "./support/app";
import { expect, test } from "./support/fixtures";

const WORDS = {
  zh: { account: "澜江商业银行", need: "双路由可用率达到99.99%", person: "行长", tool: "极速开通", saved: "已保存", sheet: "个性化需求分析" },
  en: { account: "Alder Valley Foods", need: "Cut unplanned downtime", person: "COO", tool: "Uptime guarantee", saved: "Saved", sheet: "Individual needs" },
} as const;

for (const lang of ["zh", "en"] as Language[]) {
  test(`from an empty page to a shared file, ${lang}`, async ({ app, page, context }) => {
    const words = WORDS[lang];
    await app.goto("#/", { lang });
    await page.locator("#new-name").fill(words.account);
    await app.action("new-workbook").click();
    const id = await app.workbookId();
    await expect(app.field("card.profile.name")).toHaveValue(words.account);

    await app.open("needs");
    await expect(page.locator("main h1")).not.toBeEmpty();
    await expect(page.locator(".kicker")).toContainText(words.sheet);
    const [person] = await app.rowIds("w3.people.name");
    await app.field("w3.people.name", { row: person }).fill(words.person);
    await rate(app, "w3.people.influence", person, "5");
    await rate(app, "w3.people.support", person, "4");
    const [need] = await app.rowIds("w3.needs.need");
    await app.field("w3.needs.need", { row: need }).fill(words.need);
    await rate(app, "w3.needs.importance", need, "9");
    await rate(app, "w3.needs.satisfaction", need, "4");
    await expect(app.result(`w3.needs.${need}.opportunity`).first()).toHaveText("14");
    await expect(app.result("w3.support_index").first()).toHaveText("50");

    await app.open("solution");
    const [module] = await app.rowIds("w4.modules.name");
    await app.field("w4.modules.name", { row: module }).fill(words.tool);
    const cell = app.field("w4.cover.cell", { row: need, col: module });
    await cell.focus();
    await cell.press("9");
    await expect(app.result(`w4.needs.${need}.coverage`).first()).toHaveText("100.0%");

    await app.saveState("saved");
    await expect(page.locator("[data-save-state]")).toContainText(words.saved);
    await page.close();

    const again = await context.newPage();
    const back = new App(again, app.url);
    await back.goto("#/", { lang });
    await again.locator(`[data-workbook="${id}"]`).click();
    await back.open("needs");
    await expect(back.field("w3.needs.need", { row: need })).toHaveValue(words.need);
    await expect(back.field("w3.needs.importance", { row: need })).toHaveAttribute("aria-valuenow", "9");

    const file = await back.export();
    expect(file.format).toBe("kamsheet");
    expect(file.card.profile.name).toBe(words.account);
    expect(file.w3.needs[0]).toMatchObject({ id: need, need: words.need, importance: 9, satisfaction: 4 });
    expect(file.results[`w3.needs.${need}.opportunity`]).toBe(14);
    expect(file.results["w3.support_index"]).toBe(50);

    const colleague = await context.browser()!.newContext();
    const other = new App(await colleague.newPage(), app.url);
    await other.goto("#/", { lang });
    await other.importAsNew(file);
    await other.open("needs");
    await expect(other.field("w3.needs.need", { row: need })).toHaveValue(words.need);
    const round = await other.export();
    for (const key of ["card", "w1", "w2", "w3", "w4", "w5", "w6", "portfolio", "settings", "results"]) {
      expect(round[key], key).toEqual(file[key]);
    }
    await colleague.close();
  });
}

test("the one-file edition does the same from a folder", async ({ page }) => {
  const dist = process.env.KAMSHEET_DIST ?? path.resolve(import.meta.dirname, "../../dist");
  const app = new App(page, pathToFileURL(path.join(dist, "kamsheet.html")).href);
  await app.goto("#/", { lang: "zh" });
  await page.locator("#new-name").fill("远岭轨道装备");
  await app.action("new-workbook").click();
  await app.workbookId();
  await app.open("needs");
  const [need] = await app.rowIds("w3.needs.need");
  await app.field("w3.needs.need", { row: need }).fill("交付准时");
  await app.saveState("saved");
  await app.reload();
  await expect(app.field("w3.needs.need", { row: need })).toHaveValue("交付准时");
  await app.goto("#/", { lang: "zh" });
  await page.locator('[data-sample="zh-full.json"]').first().click();
  await app.workbookId();
  await expect(app.field("card.profile.name")).not.toHaveValue("");
});

test("language and depth switch at once, on the whole page, and keep what was typed", async ({ app, page }) => {
  await app.goto("#/", { lang: "en" });
  await app.action("new-workbook").click();
  await app.workbookId();
  await app.open("needs");
  const [need] = await app.rowIds("w3.needs.need");
  await app.field("w3.needs.need", { row: need }).fill("Fewer stops");
  const quick = await page.locator("[data-table-section]").count();
  await page.locator('[data-action="depth"][data-value="full"]').click();
  expect(await page.locator("[data-table-section]").count()).toBeGreaterThan(quick);
  await app.action("language").click();
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  await expect(page.locator(".kicker")).toContainText("个性化需求分析");
  await expect(page).toHaveTitle(/个性化需求分析/);
  await expect(app.field("w3.needs.need", { row: need })).toHaveValue("Fewer stops");
  await page.locator('[data-action="depth"][data-value="quick"]').click();
  expect(await page.locator("[data-table-section]").count()).toBe(quick);
});

async function rate(app: App, key: string, row: string, digit: string) {
  const control = app.field(key, { row });
  await control.focus();
  await control.press(digit);
}
