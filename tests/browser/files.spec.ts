// Files: what is refused says why and changes nothing; what is accepted is one step.
import { expect, test } from "./support/fixtures";
import { readFile } from "node:fs/promises";
import path from "node:path";

const sample = (name: string) => readFile(path.resolve(import.meta.dirname, "../../assets/samples", name), "utf8");

const refused: [string, string | Buffer, RegExp][] = [
  ["a text that is no JSON", "hello", /line 1|JSON/i],
  ["another program's JSON", '{"type":"excalidraw"}', /KAMSheet/],
  ["a newer file", '{"format":"kamsheet","schema_version":999,"workbook_id":"x"}', /999/],
  ["a file that ends early", '{"format":"kamsheet","schema_version":1,"w3":{"needs":[{"id":"a","need":"x"', /ends early|line 1/i],
  ["an empty file", "", /empty/i],
];
for (const [what, content, reason] of refused) {
  test(`${what} is refused with the reason`, async ({ app, page }) => {
    await app.goto("#/", { lang: "en" });
    await app.action("new-workbook").click();
    await app.workbookId();
    await app.field("card.profile.name").fill("Alder");
    const before = await app.export();
    await app.import(content, "odd.json");
    await expect(page.locator('[role="alert"]')).toContainText(reason);
    await expect(page.locator("dialog")).toContainText("odd.json");
    await page.keyboard.press("Escape");
    const after = await app.export();
    expect(after.card).toEqual(before.card);
  });
}

test("a file replaces the open workbook in one step of undo", async ({ app, page }) => {
  await app.goto("#/", { lang: "zh" });
  await app.action("new-workbook").click();
  const id = await app.workbookId();
  await app.field("card.profile.name").fill("原来的客户");
  await app.import(await sample("zh-quick.json"));
  await app.action("import-replace").click();
  await expect(app.field("card.profile.name")).not.toHaveValue("原来的客户");
  expect(await app.workbookId()).toBe(id);
  await page.keyboard.press("Control+z");
  await expect(app.field("card.profile.name")).toHaveValue("原来的客户");
});

test("odd values are kept and listed", async ({ app, page }) => {
  await app.goto("#/", { lang: "en" });
  const odd = { format: "kamsheet", schema_version: 1, workbook_id: "odd", locale: "en", extra: { kept: true }, w3: { needs: [{ id: "n1", need: "Less waste", importance: 11, colour: "blue" }] } };
  await app.import(odd);
  await expect(page.locator(".issues")).toContainText("w3.needs");
  await app.action("import-confirm").click();
  await app.workbookId();
  const file = await app.export();
  expect(file.w3.needs[0]).toMatchObject({ importance: "11", colour: "blue" });
  expect(file.extra).toEqual({ kept: true });
});

test("a file can be dropped on the page", async ({ app, page }) => {
  await app.goto("#/", { lang: "en" });
  const text = await sample("en-quick.json");
  const data = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], "plan.json", { type: "application/json" }));
    return data;
  }, text);
  await page.dispatchEvent("body", "drop", { dataTransfer: data });
  await app.action("import-confirm").click();
  await app.workbookId();
  await expect(app.field("card.profile.name")).not.toHaveValue("");
});

test("workbooks are renamed, duplicated, deleted and brought back", async ({ app, page }) => {
  await app.goto("#/", { lang: "en" });
  await page.locator("#new-name").fill("Alder");
  await app.action("new-workbook").click();
  await app.workbookId();
  await app.saveState("saved");
  await app.goto("#/", { lang: "en" });
  await app.action("duplicate-workbook").click();
  await expect(page.locator(".book")).toHaveCount(2);
  await page.locator(".book", { hasText: "copy" }).locator('[data-action="rename-workbook"]').click();
  await expect(app.field("card.profile.name")).toBeFocused();
  await page.keyboard.type("Birch");
  await app.saveState("saved");
  await app.goto("#/", { lang: "en" });
  await expect(page.locator(".book", { hasText: "Birch" })).toHaveCount(1);
  await page.locator(".book", { hasText: "Birch" }).locator('[data-action="delete-workbook"]').click();
  await expect(page.locator(".book")).toHaveCount(1);
  await page.locator('[data-action="toast-undo"]').click();
  await expect(page.locator(".book")).toHaveCount(2);
});
