// On paper: the plan on a page is one page, the report has everything once, forms and guides print.
import { type Page } from "@playwright/test";
import { expectAccessible } from "./support/accessibility";
import { App, type Language } from "./support/app";
import { expect, test } from "./support/fixtures";
import { clipped, print, sample, squeezed, tooMuch } from "./support/paper";

const LANDSCAPE = "842 x 595";
const PORTRAIT = "595 x 842";

async function openSample(app: App, name: string) {
  await app.goto("#/", { lang: name.slice(0, 2) as Language, depth: "full" });
  await app.page.locator(`[data-sample="${name}.json"]`).first().click();
  await app.workbookId();
}

async function openPaper(app: App, page: "page" | "report", kind: string = page) {
  await app.open(page);
  if (kind !== page) await app.page.locator(`[data-action="document"][data-value="${kind}"]`).click();
  await expect(app.page.locator(`[data-paper="${kind}"]`)).toBeVisible();
}

/** Blocks of the plan on a page that reach into what stands below them, laid out for print. */
async function overlaps(page: Page) {
  await page.emulateMedia({ media: "print" });
  const found = await page.evaluate(() => {
    const bad: string[] = [];
    const foot = document.querySelector(".onepage > footer")!.getBoundingClientRect();
    const sheet = document.querySelector(".onepage")!.getBoundingClientRect();
    if (foot.bottom > sheet.bottom) bad.push("foot outside the sheet");
    for (const column of document.querySelectorAll(".onepage-column")) {
      const blocks = [...column.querySelectorAll<HTMLElement>(".block")];
      blocks.forEach((block, at) => {
        const below = blocks[at + 1]?.getBoundingClientRect().top ?? foot.top;
        const lowest = Math.max(...[...block.querySelectorAll("*")].map((part) => part.getBoundingClientRect().bottom));
        if (lowest > below + 1) bad.push(`${block.dataset.block} reaches ${Math.round(lowest - below)} px too far down`);
        const right = Math.max(...[...block.querySelectorAll("p, h2, span, b")].map((part) => part.getBoundingClientRect().right));
        if (right > column.getBoundingClientRect().right + 1) bad.push(`${block.dataset.block} is too wide`);
      });
    }
    return bad;
  });
  await page.emulateMedia({ media: null });
  return found;
}

for (const lang of ["zh", "en"] as Language[]) {
  test(`the plan on a page is one page, ${lang}`, async ({ app, page }, info) => {
    await openSample(app, `${lang}-full`);
    await openPaper(app, "page");
    const { pages, sizes, text } = await print(page, info);
    expect({ pages, sizes }).toEqual({ pages: 1, sizes: [LANDSCAPE] });
    const book = sample(`${lang}-full.json`);
    for (const part of [book.card.profile.name, book.w6.page.headline, book.card.plan.kam]) {
      expect(text).toContain(squeezed(part));
    }
    if (lang === "zh") expect(text).toContain("客户健康度");
    expect(await overlaps(page)).toEqual([]);
  });

  test(`far too much is still one page, with marks where it was cut, ${lang}`, async ({ app, page }, info) => {
    test.setTimeout(120_000);
    await app.goto("#/", { lang });
    await app.importAsNew(tooMuch(lang));
    await openPaper(app, "page");
    const { pages, sizes, text } = await print(page, info);
    expect({ pages, sizes }).toEqual({ pages: 1, sizes: [LANDSCAPE] });
    expect(text).toContain(squeezed("…"));
    expect(text).toMatch(lang === "zh" ? /另有9\d项/ : /and9\dmore/);
    expect(await overlaps(page)).toEqual([]);
  });

  test(`an empty workbook prints one page that says what will stand where, ${lang}`, async ({ app, page }, info) => {
    await app.goto("#/", { lang });
    await app.action("new-workbook").first().click();
    await app.workbookId();
    await openPaper(app, "page");
    await expect(page.locator(".block.waiting")).toHaveCount(13);
    const { pages, sizes } = await print(page, info);
    expect({ pages, sizes }).toEqual({ pages: 1, sizes: [LANDSCAPE] });
    expect(await overlaps(page)).toEqual([]);
    // A heading leads to where it is filled.
    await page.locator('[data-block="needs"] .go').click();
    await expect(page.locator('[data-table-section="w3.needs"]')).toBeInViewport();
  });

  test(`every row of every table is in the report once, whole, ${lang}`, async ({ app, page }, info) => {
    test.setTimeout(180_000);
    await openSample(app, `${lang}-full`);
    await openPaper(app, "report");
    const book = sample(`${lang}-full.json`);
    const lists = Object.entries<any>(book).flatMap(([sheet, tables]) =>
      !/^(card|w\d)$/.test(sheet)
        ? []
        : Object.entries<any>(tables).flatMap(([table, rows]) => (Array.isArray(rows) ? [[`${sheet}.${table}`, rows.length] as const] : [])),
    );
    expect(lists.length).toBeGreaterThan(40);
    for (const [path, rows] of lists) {
      const table = page.locator(`[data-printed="${path}"]`);
      await expect(table, path).toHaveCount(1);
      expect(await table.locator('.grid tbody th[scope="row"]').count(), path).toBeGreaterThanOrEqual(rows);
    }
    const cells = await page.locator(".report .grid :is(th, td)").allTextContents();
    await page.emulateMedia({ media: "print" });
    expect(await clipped(page, ".report")).toEqual([]);
    await page.emulateMedia({ media: null });

    const { pages, sizes, text } = await print(page, info);
    expect(pages).toBeGreaterThan(20);
    expect(pages).toBeLessThan(80);
    expect(new Set(sizes)).toEqual(new Set([PORTRAIT, LANDSCAPE]));
    expect(sizes.filter((size) => size === LANDSCAPE), "the summary is one page").toHaveLength(1);
    const missing = [...new Set(cells.map(squeezed))].filter((cell) => cell && !text.includes(cell));
    expect(missing).toEqual([]);
    for (const row of book.w3.needs) expect(text).toContain(squeezed(row.need));
    expect(text).toContain(`1/${pages}`);
    expect(text, "whose report it is stands on every page").toContain(squeezed(book.card.profile.name));
    expect(text).not.toContain("NaN");
  });

  test(`forms and guides print in their languages, ${lang}`, async ({ app, page }, info) => {
    test.setTimeout(120_000);
    await openSample(app, `${lang}-full`);
    const book = sample(`${lang}-full.json`);
    await openPaper(app, "report", "forms");
    const forms = await print(page, info, "forms");
    expect(new Set(forms.sizes)).toEqual(new Set([LANDSCAPE]));
    expect(forms.pages).toBeGreaterThan(12);
    expect(forms.text).toContain(squeezed(lang === "zh" ? "需求（用结果表述）" : "Need as an outcome"));
    await page.emulateMedia({ media: "print" });
    expect(await clipped(page, ".forms")).toEqual([]);
    await page.emulateMedia({ media: null });

    await page.locator('[data-action="document"][data-value="interview"]').click();
    await expect(page.locator('[data-paper="interview"]')).toBeVisible();
    const interview = await print(page, info, "interview");
    const open = book.w3.verify.filter((row: any) => !["confirmed", "refuted"].includes(row.result));
    expect(open.length).toBeGreaterThan(0);
    for (const row of open) expect(interview.text).toContain(squeezed(row.question));

    await page.locator('[data-action="document"][data-value="facilitator"]').click();
    await page.locator('[data-choice="template"][value="full_day"]').check();
    await expect(page.locator('[data-paper="facilitator"]')).toContainText(lang === "zh" ? "全天，共510分钟" : "Full day, 510 minutes");
    const guide = await print(page, info, "guide");
    expect(guide.pages).toBeGreaterThan(2);
    expect(guide.text).toContain(squeezed(lang === "zh" ? "今年客户董事会在谈什么？" : "What does their board talk about this year?"));
  });

  for (const theme of ["light", "dark"] as const) {
    test(`no violation on what is made for paper, ${lang}, ${theme}`, async ({ app, page }) => {
      test.setTimeout(180_000);
      await page.emulateMedia({ colorScheme: theme });
      await openSample(app, `${lang}-full`);
      await openPaper(app, "page");
      await expectAccessible(page);
      await openPaper(app, "report");
      await expectAccessible(page);
      for (const kind of ["forms", "interview", "facilitator"]) {
        await openPaper(app, "report", kind);
        await expectAccessible(page);
      }
    });
  }
}

test("chapters can be switched off and on", async ({ app, page }) => {
  await openSample(app, "en-quick");
  await openPaper(app, "report");
  await expect(page.locator('[data-chapter="industry"]')).toHaveCount(1);
  await page.locator('[data-choice="chapter"][value="industry"]').uncheck();
  await expect(page.locator('[data-chapter="industry"]')).toHaveCount(0);
  await expect(page.locator('[data-chapter="competition"] h2')).toContainText("2");
  await expect(page.locator('[data-chapter="portfolio"]'), "other customers' figures").toHaveCount(0);
  await page.locator('[data-choice="chapter"][value="portfolio"]').check();
  await expect(page.locator('[data-chapter="portfolio"]')).toHaveCount(1);
});

test("the plan on a page follows the workbook", async ({ app, page }) => {
  await openSample(app, "en-quick");
  await openPaper(app, "page");
  const before = await page.locator('[data-block="needs"] .text').first().textContent();
  await app.open("needs");
  const id = (await app.rowIds("w3.needs.need"))[0];
  await app.field("w3.needs.need", { row: id }).fill("A need written just now");
  await openPaper(app, "page");
  await expect(page.locator('[data-block="needs"]')).toContainText("A need written just now");
  // Undoing goes to the field where it happened.
  await app.action("undo").click();
  await expect(page.locator('[data-table-section="w3.needs"]')).toBeVisible();
  await openPaper(app, "page");
  await expect(page.locator('[data-block="needs"]')).not.toContainText("A need written just now");
  await expect(page.locator('[data-block="needs"] .text').first()).toHaveText(before!);
});

test("what is made for paper fits a phone", async ({ app, page }) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 390, height: 800 });
  await openSample(app, "zh-full");
  for (const kind of ["page", "report", "forms", "interview", "facilitator"]) {
    await openPaper(app, kind === "page" ? "page" : "report", kind);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow, `${kind} scrolls sideways`).toBeLessThanOrEqual(0);
  }
});

test("a long list prints every row, also those out of view", async ({ app, page }, info) => {
  test.setTimeout(120_000);
  await app.goto("#/", { lang: "en" });
  const book = tooMuch("en");
  await app.importAsNew(book);
  await app.open("plan");
  await expect(page.locator('[data-table-section="w6.act"]')).toBeAttached();
  const { text } = await print(page, info);
  for (const at of [0, 50, 99]) expect(text).toContain(squeezed(book.w6.act[at].what));
  expect(text.split(squeezed(book.w6.act[99].what)).length).toBeGreaterThan(5);
});

test("a worksheet prints with its texts in full and nothing around it", async ({ app, page }, info) => {
  test.setTimeout(120_000);
  await openSample(app, "zh-full");
  for (const name of ["needs", "competition", "plan"]) {
    await app.open(name);
    await expect(page.locator(`[data-page="${name}"]`)).toHaveAttribute("aria-current", "page");
    await page.emulateMedia({ media: "print" });
    await expect(page.locator(".top")).toBeHidden();
    await expect(page.locator(".rail")).toBeHidden();
    const cut = await page.locator("textarea:visible").evaluateAll((all) =>
      all
        .filter((one) => one.scrollHeight > one.clientHeight + 2 || one.scrollWidth > one.clientWidth + 2)
        .map((one) => `${one.getAttribute("data-field")}: ${(one as HTMLTextAreaElement).value.slice(0, 40)}`),
    );
    expect(cut).toEqual([]);
    // Choices and references are texts on paper too.
    const hidden = await page.locator("select.in:not(.unset)").evaluateAll((all) => all.filter((one) => !one.checkVisibility()).length);
    expect(hidden, "choices that do not print").toBe(0);
    await page.emulateMedia({ media: null });
    const { sizes, text } = await print(page, info, name);
    expect(new Set(sizes)).toEqual(new Set([PORTRAIT]));
    // The last column of a wide matrix is on the sheet.
    if (name === "needs") expect(text).toContain("内部支持者");
  }
});
