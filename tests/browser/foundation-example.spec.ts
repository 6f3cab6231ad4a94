// An example text stands at the empty field that has the focus: taken with one click or from the keyboard, undone in one step.
import { expect, test } from "./support/fixtures";

const need = "w3.needs.need";

for (const [lang, start] of [["en", "Minimise"], ["zh", "把夜间"]] as const) {
  test(`an example is offered, taken from the keyboard and undone, ${lang}`, async ({ app, page }) => {
    await app.goto("#/", { lang });
    await app.action("new-workbook").click();
    await app.workbookId();
    await app.open("needs");
    const [row] = await app.rowIds(need);
    const field = app.field(need, { row });
    await field.focus();
    await expect(page.locator(".example")).toContainText(start);
    await page.keyboard.press("Tab");
    await expect(app.action("take-example")).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(field).toHaveValue(new RegExp(`^${start}`));
    await expect(field).toBeFocused();
    await expect(page.locator(".example")).toHaveCount(0);
    expect((await app.export()).w3.needs[0].need).toContain(start);
    await page.keyboard.press("Control+z");
    await expect(field).toHaveValue("");
  });
}

test("what is not taken is in no file, and a filled field offers nothing", async ({ app, page }) => {
  await app.goto("#/", { lang: "en" });
  await app.action("new-workbook").click();
  await app.workbookId();
  await app.open("solution");
  const [row] = await app.rowIds("w4.vp.statement");
  const field = app.field("w4.vp.statement", { row });
  await field.focus();
  await expect(app.action("take-example")).toBeVisible();
  await page.keyboard.type("For the plant manager");
  await expect(page.locator(".example")).toHaveCount(0);
  await app.field("w4.modules.name").first().focus();
  await expect(page.locator(".example")).toContainText("Health monitoring");
  await field.focus();
  await expect(page.locator(".example")).toHaveCount(0);
  expect(await app.exportText()).not.toContain("Health monitoring");
});

test("a click on the example in a form fills it and selects it for being written over", async ({ app, page }) => {
  await app.goto("#/", { lang: "en" });
  await app.action("new-workbook").click();
  await app.workbookId();
  await app.open("solution");
  const field = app.field("w4.summary.headline_number");
  await field.click();
  await app.action("take-example").click();
  await expect(field).toHaveValue(/Saves 320 thousand/);
  await page.keyboard.type("Saves 90");
  await expect(field).toHaveValue("Saves 90");
});
