// The portfolio takes its customers from the workbooks on this device: one click, one step of undo, nothing overwritten.
import type { App } from "./support/app";
import { expect, test } from "./support/fixtures";

const key = "portfolio.customers";

const book = (id: string, name: string, unit: string, rest: object = {}, currency = "GBP") => ({
  format: "kamsheet",
  schema_version: 1,
  workbook_id: id,
  locale: "en",
  card: { profile: { name }, plan: { currency, unit } },
  ...rest,
});

const wallet = (ours: number, total: number) => ({ w2: { wallet: [{ id: "a", category: "Pumps", ours, total_spend: total }] } });

async function threeWorkbooks(app: App) {
  await app.goto("#/", { lang: "en" });
  await app.importAsNew(book("birch", "Birch", "million", wallet(0.6, 2.4)));
  await app.open("competition");
  await app.goto("#/", { lang: "en" });
  await app.importAsNew(book("cedar", "Cedar", "thousand", { ...wallet(70, 90), card: { profile: { name: "Cedar", class: ["strategic"] }, plan: { currency: "USD", unit: "thousand" } } }));
  await app.goto("#/", { lang: "en" });
  await app.importAsNew(book("alder", "Alder", "thousand", { w6: { hist: [{ id: "h", year: 2025, revenue: 1860 }] } }));
  await app.open("portfolio");
}

test("every workbook becomes a row in the units of this one, and says what came from where", async ({ app, page }) => {
  await threeWorkbooks(app);
  await expect(app.action("fill-portfolio")).toContainText("(3)");
  await app.action("fill-portfolio").click();
  await expect(page.locator(".taken li")).toHaveCount(3);
  await expect(page.locator(".taken li").first()).toContainText(/Alder.*1,860.*2025/);
  await expect(page.locator(".taken")).toContainText(/Birch.*600.*wallet/);
  await expect(page.locator(".taken")).toContainText(/Cedar.*USD/);

  const file = await app.export();
  const rows = Object.fromEntries(file.portfolio.customers.map((row: any) => [row.name, row]));
  expect(Object.keys(rows).sort()).toEqual(["Alder", "Birch", "Cedar"]);
  expect(rows.Alder).toMatchObject({ revenue: 1860, is_account: true });
  expect(rows.Birch).toMatchObject({ revenue: 600, wallet: 2400, source: expect.stringContaining("Birch") });
  expect(rows.Cedar).toMatchObject({ class: ["strategic"] });
  expect(rows.Cedar.revenue).toBeUndefined();

  await app.action("undo").click();
  await expect(app.rowsWith(`${key}.name`).filter({ has: page.locator(`[data-field="${key}.name"]`) }).locator("textarea").first()).toHaveValue("");
  expect((await app.export()).portfolio?.customers).toBeUndefined();
});

test("what is filled in stays, and a second click adds nothing", async ({ app, page }) => {
  await threeWorkbooks(app);
  const [row] = await app.rowIds(`${key}.name`);
  await app.field(`${key}.name`, { row }).fill("birch");
  await app.field(`${key}.revenue`, { row }).fill("999");
  await app.action("fill-portfolio").click();
  await expect(page.locator(".taken")).toContainText(/Birch: completed/);
  const first = (await app.export()).portfolio.customers;
  expect(first).toHaveLength(3);
  expect(first.find((one: any) => one.name === "birch")).toMatchObject({ revenue: 999, wallet: 2400 });
  await app.action("fill-portfolio").click();
  await expect(page.locator(".toast").last()).toContainText("Nothing to add");
  expect((await app.export()).portfolio.customers).toEqual(first);
});
