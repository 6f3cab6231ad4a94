// The worksheets think: points that can be moved, marks and rows that find each other, advice, offers, the way of needs.
import { expectAccessible } from "./support/accessibility";
import { type App } from "./support/app";
import { expect, test } from "./support/fixtures";
import type { Locator, Page } from "@playwright/test";

/** Opens a workbook with these contents at full depth. */
async function openWith(app: App, page: string, content: object) {
  await app.goto("#/", { lang: "en", depth: "full" });
  await app.importAsNew({ format: "kamsheet", schema_version: 1, workbook_id: "analyses", rev: 1, locale: "en", ...content });
  await app.open(page);
}

const point = (page: Page, picture: string, row: string, axis?: string): Locator =>
  page.locator(`[data-picture="${picture}"] [data-handle="${row}"]${axis ? `[data-axis="${axis}"]` : ""}`);

/** Drags a point by so many pixels on the screen. */
async function drag(page: Page, handle: Locator, dx: number, dy: number) {
  await handle.scrollIntoViewIfNeeded();
  const box = (await handle.boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + dx / 2, y + dy / 2, { steps: 4 });
  await page.mouse.move(x + dx, y + dy, { steps: 4 });
  await page.mouse.up();
}

const PEOPLE = {
  w3: {
    people: [
      { id: "coo", name: "Helen Ashworth", influence: 3, support: 0, contact: 2, role: ["economic"] },
      { id: "buyer", name: "Claire Devlin", influence: 2, support: -1, contact: 1 },
    ],
    needs: [
      { id: "stops", need: "Cut unplanned downtime", importance: 6, satisfaction: 5 },
      { id: "price", need: "A lower price", importance: 4, satisfaction: 7 },
    ],
  },
};

test("a person moves on the map by dragging and by arrow keys, and undo takes it back", async ({ app, page }) => {
  await openWith(app, "needs", PEOPLE);
  const support = app.field("w3.people.support", { row: "coo" });
  const influence = app.field("w3.people.influence", { row: "coo" });
  await expect(support).toHaveAttribute("aria-valuenow", "0");

  await point(page, "power_map", "coo").focus();
  await page.keyboard.press("ArrowRight");
  await expect(support).toHaveAttribute("aria-valuenow", "1");
  await page.keyboard.press("ArrowUp");
  await expect(influence).toHaveAttribute("aria-valuenow", "4");
  await expect(point(page, "power_map", "coo")).toBeFocused();
  await expect(point(page, "power_map", "coo")).toHaveAttribute("aria-label", /Helen Ashworth.*1.*4|Helen Ashworth.*4.*1/);

  await drag(page, point(page, "power_map", "coo"), 90, -60);
  await expect(support).toHaveAttribute("aria-valuenow", "2");
  await expect(influence).toHaveAttribute("aria-valuenow", "5");
  // One drop is one step of undo, both fields together.
  await app.action("undo").click();
  await expect(support).toHaveAttribute("aria-valuenow", "1");
  await expect(influence).toHaveAttribute("aria-valuenow", "4");
});

test("a click on a point chooses its row and changes nothing", async ({ app, page }) => {
  await openWith(app, "needs", PEOPLE);
  const handle = point(page, "power_map", "buyer");
  await handle.scrollIntoViewIfNeeded();
  await handle.click();
  await expect(page.locator('tr.selected[data-row="buyer"]')).toBeVisible();
  await expect(app.field("w3.people.support", { row: "buyer" })).toHaveAttribute("aria-valuenow", "-1");
  await expect(app.action("undo")).toBeDisabled();
});

test("a need moves on the landscape", async ({ app, page }) => {
  await openWith(app, "needs", PEOPLE);
  const importance = app.field("w3.needs.importance", { row: "stops" });
  await point(page, "landscape", "stops").focus();
  await page.keyboard.press("ArrowRight");
  await expect(importance).toHaveAttribute("aria-valuenow", "7");
  await page.keyboard.press("ArrowDown");
  await expect(app.field("w3.needs.satisfaction", { row: "stops" })).toHaveAttribute("aria-valuenow", "4");
  await drag(page, point(page, "landscape", "stops"), 300, 0);
  await expect(importance).toHaveAttribute("aria-valuenow", "10");
  await app.action("undo").click();
  await expect(importance).toHaveAttribute("aria-valuenow", "7");
});

test("a risk moves on its matrix", async ({ app, page }) => {
  await openWith(app, "plan", { w6: { risk: [{ id: "r", risk: "Price war", probability: 3, impact: 3 }] } });
  const probability = app.field("w6.risk.probability", { row: "r" });
  await point(page, "risk_matrix", "r").focus();
  await page.keyboard.press("ArrowRight");
  await expect(probability).toHaveAttribute("aria-valuenow", "4");
  await drag(page, point(page, "risk_matrix", "r"), -400, 300);
  await expect(probability).toHaveAttribute("aria-valuenow", "1");
  await expect(app.field("w6.risk.impact", { row: "r" })).toHaveAttribute("aria-valuenow", "1");
  await app.action("undo").click();
  await expect(probability).toHaveAttribute("aria-valuenow", "4");
  await expect(app.field("w6.risk.impact", { row: "r" })).toHaveAttribute("aria-valuenow", "3");
});

test("the end of an action moves on the timetable", async ({ app, page }) => {
  const year = new Date().getFullYear();
  await openWith(app, "plan", {
    w6: { act: [{ id: "a", what: "Visit Cork", start: `${year}-03-02`, due: `${year}-06-15`, status: "doing" }] },
  });
  const due = app.field("w6.act.due", { row: "a" });
  const before = await due.inputValue();
  await point(page, "gantt", "a", "due").focus();
  await page.keyboard.press("ArrowRight");
  await expect(due).not.toHaveValue(before);
  const dueIn = async () => (await app.export()).w6.act[0].due;
  expect(await dueIn()).toBe(`${year}-06-16`);
  await drag(page, point(page, "gantt", "a", "due"), -40, 0);
  await expect.poll(dueIn).not.toBe(`${year}-06-16`);
  expect((await dueIn()) < `${year}-06-16`).toBe(true);
  await app.action("undo").click();
  await expect.poll(dueIn).toBe(`${year}-06-16`);
});

test("a customer on the portfolio matrix takes its ratings along, says which, and comes back", async ({ app, page }) => {
  const rated = (rating: number) => ({ attr_spend: { rating }, attr_growth: { rating }, str_fit: { rating }, str_service: { rating } });
  await openWith(app, "portfolio", {
    portfolio: {
      customers: [{ id: "c1", name: "Alder Valley" }, { id: "c2", name: "Calder Bridge" }],
      ratings: { c1: rated(3), c2: rated(2) },
    },
  });
  const cell = (col: string) => app.field("portfolio.ratings.rating", { row: "c1", col });
  const ratings = async () => Promise.all(["attr_spend", "attr_growth", "str_fit", "str_service"].map(async (col) => Number(await cell(col).getAttribute("aria-valuenow"))));
  await expect.poll(ratings).toEqual([3, 3, 3, 3]);

  const across = () => point(page, "portfolio_matrix", "c1").getAttribute("cx");
  const middle = await across();
  await point(page, "portfolio_matrix", "c1").focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(async () => (await ratings()).slice(2).reduce((sum, rating) => sum + rating)).toBe(7);
  expect((await ratings()).slice(0, 2)).toEqual([3, 3]);
  await expect(page.locator(".toasts")).toContainText("Alder Valley moved");
  await expect(point(page, "portfolio_matrix", "c1")).toBeFocused();
  await app.action("undo").click();
  await expect.poll(ratings).toEqual([3, 3, 3, 3]);
  // The picture follows a moment later.
  await expect.poll(across).toBe(middle);

  await drag(page, point(page, "portfolio_matrix", "c1"), 300, -300);
  await expect.poll(ratings).toEqual([5, 5, 5, 5]);
  await app.action("undo").click();
  await expect.poll(ratings).toEqual([3, 3, 3, 3]);
});

test("being in a row brings out its marks, and a mark leads to its row", async ({ app, page }) => {
  await openWith(app, "needs", PEOPLE);
  const here = page.locator('[data-picture="power_map"] .here');
  await app.field("w3.people.name", { row: "coo" }).focus();
  await expect(here.first()).toHaveAttribute("data-mark", "coo");
  await app.field("w3.people.name", { row: "buyer" }).focus();
  await expect(here.first()).toHaveAttribute("data-mark", "buyer");
  // They stand out still when the picture is drawn anew.
  await app.field("w3.people.influence", { row: "buyer" }).press("4");
  await expect(here.first()).toHaveAttribute("data-mark", "buyer");

  await page.locator('[data-picture="org_chart"] text[data-mark="coo"]').first().click();
  await expect(page.locator('tr.selected[data-row="coo"]').first()).toBeVisible();
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest("tr")?.getAttribute("data-row"))).toBe("coo");
});

test("advice marks its field, opens, can be tuned, set aside with a reason and taken back", async ({ app, page }) => {
  await openWith(app, "needs", {
    w3: { people: [{ id: "coo", name: "Helen", influence: 5, support: 1, contact: 1, role: ["economic"] }] },
  });
  const mark = page.locator('[data-row="coo"] .advice-mark[data-rule="R-W3-06"]');
  await expect(mark).toHaveAttribute("aria-label", /Helen/);
  await expect(page.locator('[data-table-section="w3.people"] > .advice-mark')).toBeVisible();
  await mark.click();
  const item = page.locator('.advice li[data-rule="R-W3-06"]');
  await expect(item).toBeVisible();
  await expectAccessible(page, "main");

  await item.locator('[data-action="go-there"]').click();
  await expect(app.field("w3.people.contact", { row: "coo" })).toBeFocused();

  await item.locator('[data-action="threshold"]').click();
  const limit = item.locator('[data-field="settings.rules.threshold"]');
  await expect(limit).toHaveValue("2");
  await limit.fill("1");
  await expect(item).toHaveCount(0);
  await expect(mark).toHaveCount(0);
  // Undo goes to where the limit stands; the advice is back beside its worksheet.
  await app.action("undo").click();
  await app.open("needs");
  await page.locator(".advice > summary").click();
  await expect(item).toBeVisible();

  await item.locator('[data-action="dismiss"]').click();
  await item.locator('[data-action="dismiss-confirm"]').click();
  await expect(item.locator("input[required]")).toBeFocused();
  await item.locator("input[required]").fill("Meeting set for May");
  await item.locator('[data-action="dismiss-confirm"]').click();
  const aside = page.locator('.aside-list li[data-rule="R-W3-06"]');
  await expect(mark).toHaveCount(0);
  await page.locator(".aside-list > summary").click();
  await expect(aside).toContainText("Meeting set for May");
  const file = await app.export();
  expect(file.settings.rules.find((rule: any) => rule.id === "R-W3-06")).toMatchObject({ dismissed: true, reason: "Meeting set for May" });
  await aside.locator('[data-action="take-back"]').click();
  await expect(mark).toBeVisible();
});

test("rows offered by another worksheet are taken one by one or all, and follow their source", async ({ app, page }) => {
  await openWith(app, "competition", {
    w1: { ksf: [{ id: "k1", factor: "Speed", weight: 2 }, { id: "k2", factor: "Price", weight: 3 }, { id: "k3", factor: "Service" }] },
  });
  await page.locator(".advice > summary").click();
  const offer = page.locator('[data-offer="ksf>factors"]');
  await offer.locator(".offer-rows > summary").click();
  await offer.locator('[data-offer-row="k2"]').uncheck();
  // A second click at once takes nothing twice.
  await offer.locator('[data-action="accept-suggestion"]').dblclick();
  const factors = page.locator('[data-table="w2.factors"] [data-field="w2.factors.factor"]');
  const names = () => factors.evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value).filter(Boolean));
  await expect.poll(names).toEqual(["Speed", "Service"]);
  await expect(page.locator(".toasts")).toContainText("2 rows taken over from");
  // The offer shrinks to what is left.
  await expect(offer.locator("[data-offer-row]")).toHaveCount(0);
  await expect.poll(names).toEqual(["Speed", "Service"]);
  await offer.locator('[data-action="accept-suggestion"]').click();
  await expect.poll(names).toEqual(["Speed", "Service", "Price"]);
  await expect(offer).toHaveCount(0);

  await app.open("industry");
  await app.field("w1.ksf.factor", { row: "k1" }).fill("Speed of response");
  await app.open("competition");
  await page.locator(".advice > summary").click();
  const changed = page.locator(".advice [data-changed]");
  await expect(changed).toContainText("Speed → Speed of response");
  await changed.locator('[data-action="source-update"]').click();
  await expect.poll(names).toEqual(["Speed of response", "Service", "Price"]);
  await expect(changed).toHaveCount(0);

  await app.open("industry");
  await app.field("w1.ksf.factor", { row: "k1" }).fill("Haste");
  await app.open("competition");
  await page.locator(".advice > summary").click();
  await changed.locator('[data-action="source-keep"]').click();
  await expect(changed).toHaveCount(0);
  await expect.poll(names).toEqual(["Speed of response", "Service", "Price"]);
});

test("a row that goes empties the references to it in the same step and says so", async ({ app, page }) => {
  await openWith(app, "needs", {
    w3: { cgoals: [{ id: "g", level: "goal", text: "Run without stops" }] },
    w6: { obj: [{ id: "o", statement: "Cut stops", customer_goal: "g" }] },
  });
  await app.action("delete-row", { row: "g" }).first().click();
  await expect(page.locator(".toasts")).toContainText("1 references emptied");
  expect((await app.export()).w6.obj[0].customer_goal ?? null).toBeNull();
  await app.action("undo").click();
  expect((await app.export()).w6.obj[0].customer_goal).toBe("g");
});

test("the way of each need says where it breaks and leads there", async ({ app, page }) => {
  await openWith(app, "chain", {
    w3: { needs: [{ id: "n1", need: "No stops" }, { id: "n2", need: "Lower price" }] },
    w4: {
      modules: [{ id: "m", name: "Monitoring" }],
      cover: { n1: { m: { cell: 9 } } },
      benefits: [{ id: "b", benefit: "Fewer hours", need: "n1" }],
    },
    w5: { svc: [{ id: "s", name: "Hotline", module: "m" }] },
    w6: { obj: [{ id: "o", statement: "Uptime", links_needs: ["n1"] }], act: [{ id: "a", what: "Visit", objective: "o" }] },
  });
  await expect(page.locator("[data-chain-finding]")).toHaveText("1 of 2 needs reach an action; 1 breaks at the module.");
  await expect(page.locator('[data-need="n1"] td[data-state="reached"]')).toHaveCount(5);
  await expect(page.locator('[data-need="n2"] td[data-state="broken"]')).toHaveAttribute("data-stage", "module");
  await expectAccessible(page);
  await page.locator('[data-need="n2"] [data-action="mend"]').click();
  await expect(app.field("w4.cover.cell", { row: "n2", col: "m" })).toBeFocused();
  await page.keyboard.press("9");
  await app.open("chain");
  await expect(page.locator("[data-chain-finding]")).toHaveText("1 of 2 needs reach an action; 1 breaks at the benefit.");
  await page.locator('[data-action="broken-first"]').click();
  await expect(page.locator("[data-need]").first()).toHaveAttribute("data-need", "n2");
  await page.locator('[data-need="n1"] [data-stage="action"] [data-action="go-there"]').click();
  await expect(app.field("w6.act.what", { row: "a" })).toBeFocused();
});

test("without needs the page says what to do", async ({ app, page }) => {
  await app.goto("#/", { lang: "zh" });
  await app.action("new-workbook").click();
  await app.workbookId();
  await app.open("chain");
  await expect(page.locator(".chain-empty")).toContainText("还没有需求");
  await expectAccessible(page);
  await app.action("to-needs").click();
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest("[data-table-section]")?.getAttribute("data-table-section"))).toBe("w3.needs");
});

test("the new pictures and the way of needs are accessible and keep to the phone", async ({ app, page }) => {
  test.setTimeout(120_000);
  await app.goto("#/", { lang: "zh", depth: "full" });
  await page.locator('[data-sample="zh-full.json"]').first().click();
  await app.workbookId();
  for (const theme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: theme });
    for (const [name, pictures] of [
      ["account", ["evidence"]],
      ["competition", ["gaps", "tows"]],
      ["needs", ["relationships", "qualification"]],
      ["solution", ["delivered", "talk_about"]],
      ["plan", ["ansoff", "processes", "force_field", "account_margin"]],
    ] as const) {
      await app.open(name);
      for (const picture of pictures) {
        const figure = page.locator(`[data-picture="${picture}"]`);
        await expect(figure.locator("h3")).not.toBeEmpty();
        await expect(figure).not.toHaveClass(/empty/);
      }
    }
    await app.open("chain");
    await expect(page.locator("[data-need]").first()).toBeVisible();
    await expectAccessible(page);
  }
  await page.setViewportSize({ width: 390, height: 800 });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});
