// What is typed: numbers as people write them, words that an input method composes, undo.
import { type App } from "./support/app";
import { expect, test } from "./support/fixtures";
import { InputMethod } from "./support/ime";

async function workbook(app: App, page: string, depth: "quick" | "standard" | "full" = "quick") {
  await app.goto("#/", { lang: "zh", depth });
  await app.action("new-workbook").click();
  await app.workbookId();
  await app.open(page);
}

test("numbers are kept as typed while focused and tidied on leaving", async ({ app, page }) => {
  await workbook(app, "competition");
  const [row] = await app.rowIds("w2.wallet.total_spend");
  const spend = app.field("w2.wallet.total_spend", { row });
  for (const [typed, tidy] of [["1.2万", "1.2"], ["３，４００", "3,400"], ["1,234.5", "1,234.5"], ["3亿", "30,000"]]) {
    await spend.fill("");
    await spend.pressSequentially(typed);
    await expect(spend).toHaveValue(typed);
    await spend.blur();
    await expect(spend).toHaveValue(tidy);
  }
  await page.locator('[data-action="depth"][data-value="full"]').click();
  await app.open("plan");
  const growth = app.field("w6.fin.retention");
  await growth.fill("92％");
  await growth.blur();
  await expect(growth).toHaveValue("92");
});

test("what cannot be read stays, marked, with a sentence", async ({ app, page }) => {
  await workbook(app, "competition");
  const [row] = await app.rowIds("w2.wallet.total_spend");
  const spend = app.field("w2.wallet.total_spend", { row });
  await spend.fill("很多");
  await spend.blur();
  await expect(spend).toHaveValue("很多");
  await expect(page.locator(".problem")).toContainText("不是数字");
  expect((await app.export()).w2.wallet[0].total_spend).toBe("很多");
  await spend.fill("-5");
  await spend.blur();
  await expect(page.locator(".problem")).toContainText("不小于0");
});

const places: [string, string, string][] = [
  ["a text in a row", "needs", "w3.needs.need"],
  ["a text in a form", "account", "card.profile.name"],
  ["a long text", "industry", "w1.scope.definition"],
  ["a number", "competition", "w2.wallet.total_spend"],
  ["a date", "account", "card.plan.next_review"],
];
for (const [what, page, key] of places) {
  test(`pinyin composes undisturbed in ${what}`, async ({ app, page: tab }) => {
    await workbook(app, page);
    const control = app.field(key).first();
    await control.click();
    await control.fill("");
    const method = await InputMethod.of(tab);
    await method.compose("n", "ni", "ni'h", "ni'hao");
    await method.key("Enter");
    await method.key("Escape");
    await method.commit("你好");
    await expect(control).toHaveValue("你好");
    await expect(control).toBeFocused();
    await tab.keyboard.press("Control+z");
    await expect(control).toHaveValue("");
  });
}

test("undo takes everything back, in steps, and goes to the place", async ({ app, page }) => {
  await workbook(app, "needs");
  const start = await app.export();
  const rows = await app.rowIds("w3.needs.need");
  for (const [at, row] of rows.slice(0, 3).entries()) {
    await app.field("w3.needs.need", { row }).fill(`需求${at + 1}`);
    await app.field("w3.needs.importance", { row }).press("8");
  }
  await app.action("delete-row", { row: rows[0] }).first().click();
  await app.open("account");
  await app.field("card.profile.name").fill("远岭");
  await expect(app.action("undo")).toBeEnabled();
  await page.keyboard.press("Control+z");
  await expect(app.field("card.profile.name")).toHaveValue("");
  await page.keyboard.press("Control+z");
  await expect(app.field("w3.needs.need", { row: rows[0] })).toHaveValue("需求1");
  while (await app.action("undo").isEnabled()) await app.action("undo").click();
  const end = await app.export();
  for (const key of ["card", "w3", "w6"]) expect(end[key]).toEqual(start[key]);
  while (await app.action("redo").isEnabled()) await app.action("redo").click();
  expect((await app.export()).card.profile.name).toBe("远岭");
});

test("another unit of money asks, converts, and comes back in one step", async ({ app, page }) => {
  await workbook(app, "competition");
  const [row] = await app.rowIds("w2.wallet.total_spend");
  await app.field("w2.wallet.total_spend", { row }).fill("2600");
  await app.open("account");
  await app.field("card.plan.unit").selectOption("one");
  await app.action("convert-amounts").click();
  expect((await app.export()).w2.wallet[0].total_spend).toBe(26_000_000);
  await page.keyboard.press("Control+z");
  const file = await app.export();
  expect(file.w2.wallet[0].total_spend).toBe(2600);
  expect(file.card.plan.unit).toBe("ten_thousand");
});
