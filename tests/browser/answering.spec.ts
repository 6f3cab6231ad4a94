// What makes the page answer quickly takes nothing away: fields grow with their text, long lists show every row, and what
// is out of view when a page opens is there a moment later.
import { App } from "./support/app";
import { expect, test } from "./support/fixtures";
import { largeWorkbook } from "./support/large";
import { workbookWithNeeds } from "./support/needs";

/** How much of a text is out of sight, and how tall the field is, in pixels. */
const size = (field: HTMLElement) => ({ hidden: field.scrollHeight - field.clientHeight, height: field.offsetHeight });

test("a text that is typed shows all of itself and gives its room back", async ({ page, site }) => {
  const app = new App(page, site.url);
  await app.goto("#/");
  await app.importAsNew(workbookWithNeeds(12));
  await app.open("needs");
  const need = app.field("w3.needs.need", { row: "need-000002" });
  await need.focus();
  const before = await need.evaluate(size);
  await page.keyboard.press("End");
  await page.keyboard.type(" and tell everyone who is waiting for it when it will be there, every day anew", { delay: 5 });
  const long = await need.evaluate(size);
  expect(long.hidden).toBeLessThanOrEqual(0);
  expect(long.height).toBeGreaterThan(before.height + 20);
  await test.step("on paper it is whole while it has the focus", async () => {
    await page.emulateMedia({ media: "print" });
    expect((await need.evaluate(size)).hidden).toBeLessThanOrEqual(0);
    await page.emulateMedia({ media: null });
  });
  await test.step("a narrower window leaves nothing hidden", async () => {
    await page.setViewportSize({ width: 390, height: 800 });
    await expect.poll(async () => (await need.evaluate(size)).hidden).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 1440, height: 900 });
  });
  await test.step("undo brings the old size back", async () => {
    await page.keyboard.press("Control+z");
    await expect(need).toHaveValue("Shorten the time from order to first use at site 3");
    await expect.poll(async () => (await need.evaluate(size)).height).toBe(before.height);
  });
  await test.step("so does deleting", async () => {
    await need.focus();
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Delete");
    await page.keyboard.type("x");
    await expect.poll(async () => (await need.evaluate(size)).height).toBeLessThan(before.height);
    await page.keyboard.press("Tab");
    expect((await need.evaluate(size)).hidden).toBeLessThanOrEqual(0);
  });
});

test("every row of a long list comes when it is looked at, and few bodies are on the page", async ({ page, site }) => {
  const app = new App(page, site.url);
  await app.goto("#/");
  await app.importAsNew(workbookWithNeeds(1000));
  await app.open("needs");
  const list = page.locator('table.list[data-table="w3.needs"]');
  /** Numbers of the rows in view. */
  const inView = () =>
    list.locator("tr[data-row]").evaluateAll((rows) =>
      rows
        .filter((row) => row.getBoundingClientRect().bottom > 0 && row.getBoundingClientRect().top < innerHeight)
        .map((row) => Number(row.getAttribute("data-row")!.slice("need-".length))),
    );
  // Far down, back to the middle, to the end, and to the start again.
  for (const [share, wanted] of [[0.6, undefined], [0.3, undefined], [1, 999], [0, 0]] as const) {
    await expect(async () => {
      // What a blank line stands for is only about as tall as the rows: a person scrolls on until they are there.
      await list.evaluate((list, share) => {
        const { top, height } = list.getBoundingClientRect();
        scrollBy(0, top + height * share - innerHeight / 2);
      }, share);
      const rows = await inView();
      expect(rows.length).toBeGreaterThan(4);
      if (wanted !== undefined) expect(rows).toContain(wanted);
    }).toPass({ intervals: [50] });
    expect(await list.locator("tbody:not([hidden])").count()).toBeLessThan(20);
  }
  await test.step("printing brings all of them", async () => {
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await expect(list.locator("tr[data-row]")).toHaveCount(1000);
  });
});

test("the top of a page comes first, all of it a moment later, and a way into it waits for nothing", async ({ page, site }) => {
  const app = new App(page, site.url);
  await app.goto("#/");
  await app.importAsNew(largeWorkbook());
  const id = await app.workbookId();
  await app.open("account");
  const atFirst = await page.evaluate(
    (hash) =>
      new Promise<number>((told) => {
        const there = new MutationObserver(() => {
          if (!document.querySelector('[data-sheet="w3"] [data-field]')) return;
          there.disconnect();
          requestAnimationFrame(() => told(document.querySelectorAll('[data-table-section="w3.needs"] [data-field]').length));
        });
        there.observe(document, { subtree: true, childList: true });
        location.hash = hash;
      }),
    `#/${id}/needs`,
  );
  expect(atFirst, "fields of a section far down in the first picture").toBe(0);
  await app.ready();
  await expect(page.locator('[data-table-section="w3.needs"] [data-field="w3.needs.need"]').first()).toBeAttached();
  await test.step("the search goes to a row of a section that is not made yet", async () => {
    await app.open("account");
    await page.keyboard.press("Control+k");
    await page.keyboard.type("at site 142");
    await expect(page.locator("#find-list [role=option]").first()).toContainText("at site 142");
    await page.keyboard.press("Enter");
    await expect(app.field("w3.needs.need", { row: "need-000141" })).toBeFocused();
  });
});

test("a page that is drawn anew leaves people where they are", async ({ page, site }) => {
  const app = new App(page, site.url);
  await app.goto("#/");
  await app.importAsNew(largeWorkbook());
  await app.open("needs");
  await page.locator('[data-table-section="w3.needs"]').evaluate((section) => section.scrollIntoView({ block: "start" }));
  const down = await page.evaluate(() => scrollY);
  expect(down).toBeGreaterThan(2000);
  await app.action("language").click();
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  await app.ready();
  // Words are shorter or longer in the other language, so the page may be a little, too.
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(down * 0.8);
});
