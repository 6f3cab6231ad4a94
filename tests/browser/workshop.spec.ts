// A whole workshop: three copies go out, come back filled and rated apart, are brought together, and become one page and
// a file for the customer. And what surrounds it: private rows, the guide, the change log, a move to another machine.
import { readFile } from "node:fs/promises";
import { type Browser, type Page } from "@playwright/test";
import { App, type Language } from "./support/app";
import { expect, test } from "./support/fixtures";
import { print, sample, squeezed } from "./support/paper";

async function downloaded(page: Page, act: () => Promise<unknown>) {
  const [download] = await Promise.all([page.waitForEvent("download"), act()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

async function openSample(app: App, name: string, lang: Language) {
  await app.goto("#/", { lang, depth: "standard" });
  await app.page.locator(`[data-sample="${name}.json"]`).first().click();
  await app.workbookId();
}

async function handOut(app: App, names: string[]) {
  await app.open("copies");
  await app.page.locator('[data-action="hand-out-names"]').fill(names.join("\n"));
  await app.action("hand-out").click();
  const files: Record<string, string> = {};
  for (const name of names) {
    const file = await downloaded(app.page, () => app.page.locator(`[data-action="download-handed-out"][data-author="${name}"]`).click());
    files[name] = file.bytes.toString();
  }
  return files;
}

/** At another machine: a copy is opened, filled, and sent back. */
async function fillIn(browser: Browser, url: string, text: string, lang: Language, fill: (app: App) => Promise<void>) {
  const context = await browser.newContext({ acceptDownloads: true, viewport: { width: 1440, height: 900 } });
  const app = new App(await context.newPage(), url);
  await app.goto("#/", { lang, depth: "standard" });
  await app.importAsNew(text, "copy.json");
  await fill(app);
  const file = await downloaded(app.page, () => app.action("send-back").click());
  await context.close();
  return { name: file.name, mimeType: "application/json", buffer: file.bytes };
}

async function write(app: App, key: string, text: string, row?: string) {
  const field = app.field(key, { row }).first();
  await field.fill(text);
  await field.blur();
}

for (const lang of ["zh", "en"] as Language[]) {
  test(`a whole workshop, ${lang}`, async ({ app, page, browser, site }, info) => {
    test.setTimeout(300_000);
    await openSample(app, `${lang}-full`, lang);
    await app.open("needs");
    const [first, second] = (await app.rowIds("w3.needs.need")) as [string, string];
    const own = sample(`${lang}-full.json`);

    // Three people, three worksheets, and each has an opinion of their own about the same needs.
    const [ann, bo, cy] = lang === "zh" ? ["小安", "老柏", "小岑"] : ["Ann", "Bo", "Cy"];
    const texts = await handOut(app, [ann, bo, cy]);
    const rate = async (copy: App, digits: [string, string]) => {
      await copy.open("needs");
      await copy.field("w3.needs.importance", { row: first }).press(digits[0]);
      await copy.field("w3.needs.importance", { row: second }).press(digits[1]);
    };
    const back = [
      await fillIn(browser, site.url, texts[ann], lang, async (copy) => {
        await copy.open("competition");
        await write(copy, "w2.summary.must_win", `from ${ann}`);
        await rate(copy, ["2", "3"]);
      }),
      await fillIn(browser, site.url, texts[bo], lang, async (copy) => {
        await copy.open("service");
        const row = await copy.addRow("w5.svc", "w5.svc.name");
        await write(copy, "w5.svc.name", `from ${bo}`, row);
        await rate(copy, ["7", "3"]);
      }),
      await fillIn(browser, site.url, texts[cy], lang, async (copy) => {
        await copy.open("plan");
        const row = await copy.addRow("w6.act", "w6.act.what");
        await write(copy, "w6.act.what", `from ${cy}`, row);
        await rate(copy, ["5", "8"]);
      }),
    ];

    // All come back at once: what only one said is in, what they disagree on is asked.
    await app.open("copies");
    await page.locator('[data-action="merge-files"]').setInputFiles(back);
    await expect(page.locator('[data-base="known"]')).toHaveCount(3);
    await expect(page.locator(".conflict")).toHaveCount(2);
    const conflict = (row: string) => page.locator(`.conflict[data-conflict*="${row}"]`);
    await conflict(first).locator('[data-action="edit-conflict"]').fill("6");
    await conflict(first).locator('[data-action="edit-conflict"]').blur();
    await conflict(second).locator(`[data-action="choose-side"][data-author="${cy}"]`).check();
    await expect(page.locator(".conflicts [data-open]")).toHaveAttribute("data-open", "0");
    await app.action("merge").click();
    await expect(page.locator(".conflict")).toHaveCount(0);

    const merged = await app.export();
    const need = (id: string) => merged.w3.needs.find((row: any) => row.id === id);
    expect([need(first).importance, need(second).importance]).toEqual([6, 8]);
    expect(merged.w2.summary.must_win).toBe(`from ${ann}`);
    expect(merged.w5.svc.map((row: any) => row.name)).toContain(`from ${bo}`);
    expect(merged.w6.act.map((row: any) => row.what)).toContain(`from ${cy}`);
    expect(merged.w6.act).toHaveLength(own.w6.act.length + 1);

    // The plan is one page and shows what was agreed.
    await app.open("page");
    await expect(page.locator('[data-paper="page"]')).toBeVisible();
    const { pages, sizes, text } = await print(page, info);
    expect({ pages, sizes }).toEqual({ pages: 1, sizes: ["842 x 595"] });
    expect(text).toContain(squeezed(own.card.profile.name));

    // What the customer gets holds no rival, no judgement of people, no margin, and nothing of our own log.
    await app.open("copies");
    const part = page.locator('[data-part="share"]');
    if (!(await part.evaluate((element: HTMLDetailsElement) => element.open))) await part.locator("summary").first().click();
    await page.locator('[data-action="level"][value="customer"]').check();
    await app.action("look").click();
    await expect(page.locator('[data-scan="clean"]')).toBeVisible();
    const file = await downloaded(page, () => app.action("download-shared").click());
    const shared = file.bytes.toString();
    const rivals = own.w2.comp.filter((row: any) => row.id !== "us" && !["in_house", "do_nothing"].includes(row.type));
    for (const name of [...rivals.map((row: any) => row.name), `from ${ann}`]) {
      expect(shared).not.toContain(name);
    }
    const open = JSON.parse(shared);
    expect(open.w4?.economics ?? {}).toEqual({});
    expect(open.w3?.people ?? []).toEqual([]);
    expect(open.log ?? {}).toEqual({});
    expect(open.snapshots ?? []).toEqual([]);
  });
}

test("a workbook that moves to another machine still knows what it handed out and what was named", async ({ app, page, browser, site }) => {
  test.setTimeout(180_000);
  await openSample(app, "en-quick", "en");
  const { Ann } = await handOut(app, ["Ann"]);
  await app.open("compare");
  await page.locator('[data-action="snapshot-name"]').fill("2026Q1");
  await app.action("take-snapshot").click();
  await expect(page.locator('[data-action="compare-old"]')).toContainText("2026Q1");
  const moved = await app.export();
  expect(moved.snapshots.map((one: any) => [one.kind, one.label])).toEqual([["base", expect.stringContaining("Ann")], ["named", "2026Q1"]]);
  expect(moved.snapshots[1].data.w3.needs).toEqual(moved.w3.needs);
  expect((await app.export()).rev).toBe(moved.rev + 1);

  const copy = JSON.parse(Ann);
  copy.w3.needs[0].need = "Said by Ann";
  const context = await browser.newContext({ acceptDownloads: true });
  const other = new App(await context.newPage(), site.url);
  await other.goto("#/", { lang: "en" });
  await other.importAsNew(moved);
  await other.open("needs");
  await write(other, "w3.needs.need", "Written here", copy.w3.needs[1].id);
  await other.open("copies");
  await other.page.locator('[data-action="merge-files"]').setInputFiles({ name: "ann.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(copy)) });
  await expect(other.page.locator('[data-base="known"]')).toHaveCount(1);
  await expect(other.page.locator(".conflict")).toHaveCount(0);
  await other.action("merge").click();
  const merged = await other.export();
  expect(merged.w3.needs.slice(0, 2).map((row: any) => row.need)).toEqual(["Said by Ann", "Written here"]);
  await other.open("compare");
  await expect(other.page.locator('[data-action="compare-old"]')).toContainText("2026Q1");
  await context.close();
});

test("private rows stay out of print and downloads unless somebody wants them there", async ({ app, page }, info) => {
  test.setTimeout(120_000);
  const book = sample("en-full.json");
  book.workbook_id = "with-private-rows";
  book.w3.needs[0].private = true;
  book.w6.act[0].private = true;
  const [need, action] = [book.w3.needs[0].need, book.w6.act[0].what];
  await app.goto("#/", { lang: "en", depth: "full" });
  await app.importAsNew(book);
  for (const name of ["page", "report"]) {
    await app.open(name);
    await expect(page.locator(`[data-paper="${name}"]`)).toBeVisible();
    const { text } = await print(page, info, name);
    for (const hidden of [need, action]) expect(text).not.toContain(squeezed(hidden));
  }
  await page.locator('[data-choice="with-private"]').check();
  await expect(page.locator('[data-printed="w3.needs"]')).toContainText(need);
  await expect(page.locator('[data-printed="w6.act"]')).toContainText(action);

  await app.open("copies");
  const part = page.locator('[data-part="downloads"]');
  await part.locator("summary").first().click();
  const take = async (kind: string) => (await downloaded(page, () => page.locator(`[data-action="download"][data-kind="${kind}"]`).click())).bytes.toString();
  for (const kind of ["md", "csv", "actions", "ics", "all"]) {
    const text = await take(kind);
    for (const hidden of [need, action]) expect(text, kind).not.toContain(hidden);
  }
  await page.locator('[data-action="downloads-with-private"]').check();
  expect(await take("csv")).toContain(need);
  expect(await take("actions")).toContain(action);
  // The workbook itself is the backup: it always holds everything.
  expect((await app.export()).w3.needs[0].need).toBe(need);
});

test("the facilitator guide follows the workbook's own agenda and begins when the workshop does", async ({ app, page }) => {
  await openSample(app, "en-quick", "en");
  await app.open("workshop");
  await app.action("agenda-template").and(page.locator('[data-value="half_day"]')).click();
  await expect(page.locator(".blocks li")).toHaveCount(10);
  await app.open("report");
  await page.locator('[data-action="document"][data-value="facilitator"]').click();
  const guide = page.locator('[data-paper="facilitator"]');
  await expect(guide).toContainText("This workbook's agenda, 250 minutes");
  await expect(guide.locator(".timetable")).toContainText("09:00 – 09:15");
  await page.locator('[data-choice="begin"]').fill("13:30");
  await expect(guide.locator(".timetable")).toContainText("13:30 – 13:45");
  await page.locator('[data-choice="template"][value="sprint"]').check();
  await expect(guide).toContainText("2-hour sprint, 120 minutes. Times count from 13:30.");
  // It is remembered.
  await app.reload();
  await page.locator('[data-action="document"][data-value="facilitator"]').click();
  await expect(page.locator('[data-choice="begin"]')).toHaveValue("13:30");
});

test("the report tells what changed since a named state", async ({ app, page }) => {
  await openSample(app, "en-quick", "en");
  await app.open("compare");
  await page.locator('[data-action="snapshot-name"]').fill("Before the meeting");
  await app.action("take-snapshot").click();
  await expect(page.locator('[data-action="compare-old"]')).toContainText("Before the meeting");
  await app.open("needs");
  const [first, second] = await app.rowIds("w3.needs.need");
  await app.field("w3.needs.importance", { row: first }).press("2");
  const name = await app.field("w3.needs.need", { row: second }).inputValue();
  await app.action("delete-row", { row: second }).click();
  await app.open("report");
  const log = page.locator('[data-printed="changes"]');
  await expect(log).toContainText("Changes since Before the meeting");
  await expect(log.locator("tbody", { hasText: name })).toContainText("removed");
  await expect(log.locator("tbody", { hasText: "→ 2" })).toContainText("Needs");
  await page.locator('[data-choice="since"]').selectOption({ label: "no state: the dates on the rows" });
  await expect(log).toContainText("Latest changes, row by row");
});

test("the clock is no step of undo, and sounds only when that is wanted", async ({ app, page }) => {
  await page.clock.install({ time: new Date("2026-03-05T09:00:00") });
  await page.addInitScript(() => {
    const tones: number[] = ((window as any).tones = []);
    const param = { setValueAtTime() {}, exponentialRampToValueAtTime() {}, value: 0 };
    (window as any).AudioContext = class {
      currentTime = 0;
      destination = {};
      createGain = () => ({ gain: param, connect() {} });
      createOscillator = () => ({ frequency: { value: 0 }, connect() {}, start: (at: number) => tones.push(at), stop() {} });
    };
  });
  const tones = () => page.evaluate(() => (window as any).tones.length);
  await openSample(app, "en-quick", "en");
  await app.open("needs");
  const [first] = await app.rowIds("w3.needs.need");
  const before = await app.field("w3.needs.need", { row: first }).inputValue();
  await app.open("workshop");
  await app.action("agenda-template").and(page.locator('[data-value="sprint"]')).click();
  await app.open("needs");
  await write(app, "w3.needs.need", "Written in the room", first);
  await app.open("workshop");
  await app.action("timer-toggle").click();
  await page.clock.runFor(4 * 60_000 + 10_000);
  await expect(page.locator(".clock").first()).toHaveAttribute("data-signal", "last");
  expect(await tones()).toBe(0);
  await app.action("timer-next").click();

  await app.action("timer-sound").check();
  expect(await tones()).toBe(1);
  await page.clock.runFor(11 * 60_000 + 10_000);
  await expect(page.locator(".clock").first()).toHaveAttribute("data-signal", "last");
  expect(await tones()).toBe(2);
  await page.clock.runFor(60_000);
  await expect(page.locator(".clock").first()).toHaveAttribute("data-signal", "over");
  expect(await tones()).toBe(4);

  // Undo takes back what was written, not the clock.
  await page.keyboard.press("Control+z");
  await app.open("needs");
  await expect(app.field("w3.needs.need", { row: first })).toHaveValue(before);
  await app.open("workshop");
  await expect(page.locator(".blocks li").nth(1)).toHaveAttribute("aria-current", "step");
});

test("weights are given in silence too, and everybody counts the same", async ({ app, page }) => {
  await app.goto("#/", { lang: "en", depth: "standard" });
  await app.importAsNew({
    format: "kamsheet", schema_version: 1, workbook_id: "weights-in-the-room", locale: "en",
    card: { profile: { name: "Alder" } },
    w2: { factors: [{ id: "a", factor: "Price" }, { id: "b", factor: "Quality" }] },
  });
  await app.open("workshop");
  await page.locator('[data-choice="topic"]').selectOption({ label: "Success factors (CPM) · Weight" });
  for (const [name, weights] of [["Li", ["1", "3"]], ["Wu", ["50", "50"]]] as const) {
    await page.locator('[data-choice="rater"]').fill(name);
    await app.action("begin-rating").click();
    for (const [at, weight] of weights.entries()) await page.locator('[data-choice="weight"]').nth(at).fill(weight);
    await app.action("pass-on").click();
  }
  await app.action("reveal").click();
  await app.action("take-all").click();
  const { w2 } = await app.export();
  expect(w2.factors.map((row: any) => row.weight)).toEqual([37.5, 62.5]);
});
