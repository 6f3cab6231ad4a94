// Lists by mouse and keyboard: add, delete, move, paste, filter, references.
import { type App } from "./support/app";
import { expect, test } from "./support/fixtures";

async function needs(app: App, lang: "zh" | "en" = "en") {
  await app.goto("#/", { lang });
  await app.action("new-workbook").click();
  await app.workbookId();
  await app.open("needs");
}

test("a list is filled and ordered with the keyboard alone", async ({ app, page }) => {
  await needs(app);
  const [first] = await app.rowIds("w3.needs.need");
  await app.field("w3.needs.need", { row: first }).focus();
  for (const text of ["One", "Two", "Three"]) {
    await page.keyboard.type(text);
    await page.keyboard.press("Enter");
  }
  expect((await app.export()).w3.needs.map((need: any) => need.need)).toEqual(["One", "Two", "Three"]);
  const rows = await app.rowIds("w3.needs.need");
  await app.field("w3.needs.need", { row: rows[3] }).focus();
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.press("Alt+ArrowUp");
  await expect(app.field("w3.needs.need", { row: rows[2] })).toBeFocused();
  expect((await app.export()).w3.needs.map((need: any) => need.need)).toEqual(["One", "Three", "Two"]);
  await app.field("w3.needs.need", { row: rows[2] }).focus();
  await page.keyboard.press("Alt+Delete");
  expect((await app.export()).w3.needs.map((need: any) => need.need)).toEqual(["One", "Two"]);
  await page.locator('[data-action="toast-undo"]').last().click();
  expect((await app.export()).w3.needs.map((need: any) => need.need)).toEqual(["One", "Three", "Two"]);
});

test("one keystroke sets a rating, arrows move it, Delete clears it", async ({ app }) => {
  await needs(app);
  const [row] = await app.rowIds("w3.needs.need");
  const importance = app.field("w3.needs.importance", { row });
  await importance.press("0");
  await expect(importance).toHaveAttribute("aria-valuenow", "10");
  await importance.press("ArrowDown");
  await expect(importance).toHaveAttribute("aria-valuenow", "9");
  await expect(importance).toHaveAttribute("aria-valuetext", /important/);
  await importance.press("Delete");
  await expect(importance).not.toHaveAttribute("aria-valuenow", /./);
  await importance.locator("i").nth(6).click();
  await expect(importance).toHaveAttribute("aria-valuenow", "7");
});

test("a block of cells is pasted from the focused field on, as one step", async ({ app, page }) => {
  await needs(app);
  const [row] = await app.rowIds("w3.needs.need");
  await app.field("w3.needs.need", { row }).focus();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData("text/plain", "Less waste\tdepartment\t8\t3\nFaster start\torganisation\t9\t５\n");
    document.activeElement!.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  });
  const pasted = (await app.export()).w3.needs;
  expect(pasted).toHaveLength(2);
  expect(pasted[0]).toMatchObject({ need: "Less waste", level: "department", importance: 8, satisfaction: 3 });
  expect(pasted[1]).toMatchObject({ need: "Faster start", level: "organisation", importance: 9, satisfaction: 5 });
  await page.keyboard.press("Control+z");
  expect((await app.export()).w3.needs).toBeUndefined();
});

test("a reference creates the missing row in place, and deleting that row empties it", async ({ app, page }) => {
  await needs(app);
  const [person] = await app.rowIds("w3.people.name");
  await app.field("w3.people.name", { row: person }).fill("COO");
  const owner = app.field("w3.people.owner", { row: person });
  await owner.focus();
  await owner.selectOption("+");
  await page.locator('[data-new-in="card.team"]').fill("Priya Nair");
  await page.keyboard.press("Enter");
  let file = await app.export();
  expect(file.card.team[0].name).toBe("Priya Nair");
  expect(file.w3.people[0].owner).toBe(file.card.team[0].id);
  await app.open("account");
  await app.action("delete-row", { row: file.card.team[0].id }).first().click();
  await expect(page.locator(".toast").last()).toContainText("1 references emptied");
  file = await app.export();
  expect(file.w3.people[0].owner).toBeUndefined();
  await page.keyboard.press("Control+z");
  expect((await app.export()).w3.people[0].owner).toBeTruthy();
});

test("find goes to pages and rows", async ({ app, page }) => {
  await needs(app);
  const [row] = await app.rowIds("w3.needs.need");
  await app.field("w3.needs.need", { row }).fill("Critical spares within a day");
  await app.open("account");
  await page.keyboard.press("Control+k");
  await page.keyboard.type("spares");
  await expect(page.locator("#find-list [role=option]").first()).toContainText("Critical spares");
  await page.keyboard.press("Enter");
  await expect(app.field("w3.needs.need", { row })).toBeFocused();
});

test.describe("before the search is loaded", () => {
  test.use({ serviceWorkers: "block" });

  test("what is typed after Ctrl+K reaches the search, and no field", async ({ app, page }) => {
    let arrive = () => {};
    const held = new Promise<void>((resolve) => (arrive = resolve));
    await page.route("**/*-late-*.wasm", async (route) => {
      await held;
      await route.continue();
    });
    await needs(app);
    const [row] = await app.rowIds("w3.needs.need");
    const need = app.field("w3.needs.need", { row });
    await need.fill("Critical spares within a day");
    await page.keyboard.press("Control+k");
    await page.keyboard.type("spares");
    await expect(need).toHaveValue("Critical spares within a day");
    arrive();
    await expect(page.locator(".find-input")).toHaveValue("spares");
    await expect(page.locator("#find-list [role=option]").first()).toContainText("Critical spares");
    await page.keyboard.press("Enter");
    await expect(need).toBeFocused();
  });
});

test("a table goes out as CSV and comes back", async ({ app, page }) => {
  await needs(app);
  const [row] = await app.rowIds("w3.needs.need");
  await app.field("w3.needs.need", { row }).fill("=1+1");
  await app.field("w3.needs.importance", { row }).press("8");
  const section = page.locator('[data-table-section="w3.needs"]');
  await section.locator(".menu summary").click();
  const [download] = await Promise.all([page.waitForEvent("download"), section.locator('[data-action="export-csv"]').click()]);
  const { readFile } = await import("node:fs/promises");
  const bytes = await readFile(await download.path());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(bytes.toString("utf8")).toContain("'=1+1");
  await app.action("delete-row", { row }).first().click();
  await section.locator('[data-action="import-csv"]').setInputFiles({ name: "needs.csv", mimeType: "text/csv", buffer: bytes });
  await expect.poll(async () => (await app.export()).w3.needs?.[0]?.need).toBe("=1+1");
});
