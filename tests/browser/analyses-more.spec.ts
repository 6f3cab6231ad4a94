// Offers that are put off, counts of advice beside the worksheets, switches of a picture, a crowd of people on the map.
import { expectAccessible } from "./support/accessibility";
import { type App } from "./support/app";
import { expect, test } from "./support/fixtures";

/** Opens a workbook with these contents at full depth. */
async function openWith(app: App, page: string, content: object) {
  await app.goto("#/", { lang: "en", depth: "full" });
  await app.importAsNew({ format: "kamsheet", schema_version: 1, workbook_id: "more", rev: 1, locale: "en", ...content });
  await app.open(page);
}

test("an offer put off stays away over a reload, comes back on request, and new rows are offered by themselves", async ({ app, page }) => {
  await openWith(app, "competition", { w1: { ksf: [{ id: "k1", factor: "Speed" }, { id: "k2", factor: "Price" }] } });
  const offer = page.locator('[data-offer="ksf>factors"]');
  await page.locator(".advice > summary").click();
  await offer.locator('[data-action="offer-later"]').click();
  await expect(offer).toHaveCount(0);
  await app.saveState("saved");
  expect((await app.export()).log.later.map((row: any) => row.offer).sort()).toEqual(["ksf>factors k1", "ksf>factors k2"]);

  await app.reload();
  await page.locator(".advice > summary").click();
  const putOff = page.locator('[data-part="put-off"]');
  await page.locator(".aside-list > summary").click();
  await expect(putOff).toContainText("key success factors");
  await expect(offer).toHaveCount(0);
  await expectAccessible(page, "main");

  await app.open("industry");
  await app.addRow("w1.ksf", "w1.ksf.factor");
  await page.keyboard.type("Service");
  await app.open("competition");
  await page.locator(".advice > summary").click();
  await expect(offer).toContainText("(1)");

  await page.locator(".aside-list > summary").click();
  await putOff.locator('[data-action="offer-again"]').click();
  await expect(offer).toContainText("(3)");
  await app.action("undo").click();
  await expect(offer).toContainText("(1)");
});

test("modules of the recommended option fill the potential of a cell", async ({ app, page }) => {
  await openWith(app, "plan", {
    w2: { wallet: [{ id: "watch", category: "Monitoring" }, { id: "pumps", category: "Pumps" }] },
    w4: {
      modules: [{ id: "m", name: "Health monitoring", price: 300 }],
      opts: [{ id: "o", option: "Basic", modules: ["m"] }],
      summary: { recommended: "o" },
    },
    w6: {
      bu: [{ id: "north", name: "North" }, { id: "south", name: "South" }],
      opp: [{ id: "d", name: "Sensors", modules: ["m"], bu: "south", amount: 240, stage: "solution" }],
      ws: { south: { watch: { current: 10 } } },
    },
  });
  await page.locator(".advice > summary").click();
  const offer = page.locator('[data-offer="modules>whitespace"]');
  await offer.locator(".offer-rows > summary").click();
  await expect(offer).toContainText("South × Monitoring");
  await offer.locator('[data-action="accept-suggestion"]').click();
  await expect(offer).toHaveCount(0);
  expect((await app.export()).w6.ws.south.watch).toMatchObject({ potential: 250, status: "potential", current: 10 });
  await app.action("undo").click();
  await expect(offer).toHaveCount(1);
});

test("the rail counts the advice of each worksheet, with the serious marked", async ({ app, page }) => {
  await openWith(app, "industry", {
    w3: { people: [{ id: "coo", name: "Helen", influence: 5, support: 0, contact: 1, role: ["economic"] }] },
  });
  const count = page.locator('.rail [data-page="needs"] .to-look');
  await expect(count).toHaveAttribute("data-level", "red");
  const before = await count.innerText();
  await app.open("needs");
  await page.locator(".advice > summary").click();
  const item = page.locator('.advice li[data-rule="R-W3-06"]');
  await item.locator('[data-action="dismiss"]').click();
  await item.locator("input[required]").fill("Meeting set");
  await item.locator('[data-action="dismiss-confirm"]').click();
  await expect(count).not.toHaveText(before);
});

test("the portfolio matrix is mirrored and cut into nine by switches below it, and undo takes it back", async ({ app, page }) => {
  const rated = (rating: number) => ({ attr_spend: { rating }, attr_growth: { rating }, str_fit: { rating }, str_service: { rating } });
  await openWith(app, "portfolio", {
    portfolio: { customers: [{ id: "c1", name: "Alder Valley" }, { id: "c2", name: "Calder" }], ratings: { c1: rated(5), c2: rated(2) } },
  });
  const x = async (row: string) => Number(await page.locator(`[data-picture="portfolio_matrix"] [data-handle="${row}"]`).getAttribute("cx"));
  expect(await x("c1")).toBeGreaterThan(await x("c2"));
  const mirror = page.locator('.switches [data-field="settings.general.mirror_x"]');
  await mirror.check();
  await expect.poll(async () => (await x("c1")) < (await x("c2"))).toBe(true);
  await app.action("undo").click();
  await expect(mirror).not.toBeChecked();
  await expect.poll(async () => (await x("c1")) > (await x("c2"))).toBe(true);
});

test("a hundred people stand apart on the map, and each still moves by arrow keys", async ({ app, page }) => {
  const people = Array.from({ length: 100 }, (_, at) => ({
    id: `p${at}`, name: `Person ${at}`, influence: 1 + (at % 5), support: (at % 3) - 1, contact: at % 5,
  }));
  await openWith(app, "needs", { w3: { people } });
  const handles = page.locator('[data-picture="power_map"] [data-handle]');
  await expect(handles).toHaveCount(100);
  const spots = await handles.evaluateAll((all) => all.map((one) => ({ x: Number(one.getAttribute("cx")), y: Number(one.getAttribute("cy")) })));
  const nearest = Math.min(...spots.flatMap((one, at) => spots.slice(at + 1).map((other) => Math.hypot(one.x - other.x, one.y - other.y))));
  expect(nearest).toBeGreaterThan(4);

  const person = page.locator('[data-picture="power_map"] [data-handle="p0"]');
  await person.focus();
  await page.keyboard.press("ArrowUp");
  await expect(person).toHaveAttribute("aria-label", /Person 0/);
  await expect.poll(async () => (await app.export()).w3.people[0].influence).toBe(2);
  await app.action("undo").click();
  await expect.poll(async () => (await app.export()).w3.people[0].influence).toBe(1);
});

test("a figure says how many of its items are rated", async ({ app, page }) => {
  await openWith(app, "industry", {
    w1: { forces: [{ id: "a", force: "rivalry", factor: "Many rivals", rating: 4 }, { id: "b", force: "rivalry", factor: "Slow growth" }] },
  });
  await expect(page.locator('button.value:has([data-result="w1.force.rivalry"]) .rated')).toContainText(/rated 1 of/);
});

test("what another worksheet knows is offered where the list is still empty, one click away", async ({ app, page }) => {
  await openWith(app, "competition", { w1: { ksf: [{ id: "k1", factor: "Speed", weight: 3 }, { id: "k2", factor: "Price" }] } });
  const here = page.locator('[data-table-section="w2.factors"] [data-offer-here="ksf>factors"]');
  await expect(here).toContainText("key success factors (2)");
  await here.locator('[data-action="accept-suggestion"]').click();
  await expect(here).toHaveCount(0);
  expect((await app.export()).w2.factors.map((row: any) => row.factor)).toEqual(["Speed", "Price"]);
  await app.action("undo").click();
  await here.locator('[data-action="offer-later"]').click();
  await expect(here).toHaveCount(0);
});

test("a copy whose source changed is marked at its row, and the mark leads to the choice", async ({ app, page }) => {
  await openWith(app, "competition", { w1: { ksf: [{ id: "k1", factor: "Speed" }] } });
  await page.locator('[data-offer-here="ksf>factors"] [data-action="accept-suggestion"]').click();
  await app.open("industry");
  await app.field("w1.ksf.factor", { row: "k1" }).fill("Speed of response");
  await app.open("competition");
  const mark = page.locator('[data-table="w2.factors"] td .advice-mark[data-level="source"]');
  await expect(mark).toHaveAttribute("aria-label", /“Speed” has changed/);
  await mark.click();
  await expect(page.locator('.advice [data-rule="source-changed"] [data-action="source-update"]')).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(mark).toHaveCount(0);
  expect((await app.export()).w2.factors[0].factor).toBe("Speed of response");
});
