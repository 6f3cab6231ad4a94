// Copies: handed out, filled apart, brought together; shared without names; compared; sent as a link.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { chromium, type Browser, type Page } from "@playwright/test";
import { expectAccessible } from "./support/accessibility";
import { App, type Language } from "./support/app";
import { executablePath, launchArguments } from "./support/chromium.mjs";
import { expect, test } from "./support/fixtures";

const sample = async (name: string) =>
  JSON.parse(await readFile(path.resolve(import.meta.dirname, "../../assets/samples", name), "utf8"));

/** The text of the file that an action offers. */
async function downloaded(page: Page, act: () => Promise<unknown>) {
  const [download] = await Promise.all([page.waitForEvent("download"), act()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

async function openSample(app: App, name: string) {
  await app.page.locator(`[data-sample="${name}"]`).first().click();
  await app.workbookId();
}

async function unfold(page: Page, part: string) {
  const details = page.locator(`[data-part="${part}"]`).first();
  if (!(await details.evaluate((element: HTMLDetailsElement) => element.open))) await details.locator("summary").first().click();
}

/** Hands copies out and gives their files by name. */
async function handOut(app: App, names: string[], what: "whole" | "scoring", sheets: string[] = []) {
  const { page } = app;
  await app.open("copies");
  await page.locator('[data-action="hand-out-names"]').fill(names.join("\n"));
  await page.locator(`[data-action="hand-out-what"][value="${what}"]`).check();
  for (const sheet of sheets) await page.locator(`[data-action="hand-out-sheet"][value="${sheet}"]`).check();
  await app.action("hand-out").click();
  const files: Record<string, string> = {};
  for (const name of names) {
    const file = await downloaded(page, () => page.locator(`[data-action="download-handed-out"][data-author="${name}"]`).click());
    files[name] = file.bytes.toString();
  }
  return files;
}

/** A participant at another machine opens a copy, fills it and saves the file to send back. */
async function fillIn(browser: Browser, url: string, text: string, fill: (app: App) => Promise<void>) {
  const context = await browser.newContext({ acceptDownloads: true, viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const app = new App(page, url);
  await app.goto("#/", { lang: "en" });
  await app.importAsNew(text, "copy.json");
  await fill(app);
  const file = await downloaded(page, () => app.action("send-back").click());
  await context.close();
  return { name: file.name, mimeType: "application/json", buffer: file.bytes };
}

test("three copies go out, come back at once, conflicts are decided, and one undo takes it all back", async ({ app, page, browser, site }) => {
  test.setTimeout(240_000);
  await app.goto("#/", { lang: "en" });
  await openSample(app, "en-quick.json");
  await app.open("needs");
  const [first, second] = await app.rowIds("w3.needs.need");
  const before = await app.field("w3.needs.need", { row: first }).inputValue();

  const whole = await handOut(app, ["Ann", "Bo", "Cy"], "whole");
  const scoring = await handOut(app, ["Dee", "Eve", "Fay"], "scoring", ["w3"]);
  for (const text of Object.values(scoring)) {
    const file = JSON.parse(text);
    expect(file.copy).toMatchObject({ scoring_only: true, scope: expect.arrayContaining(["w3.needs"]) });
    expect(file.w3.needs.every((need: any) => need.importance === undefined)).toBe(true);
  }

  const back = [];
  back.push(await fillIn(browser, site.url, whole.Ann, async (ann) => {
    await expect(ann.page.locator('[data-banner="copy"]')).toContainText("Ann");
    await ann.open("needs");
    await ann.field("w3.needs.need", { row: first }).fill("Said by Ann");
    await ann.field("w3.needs.need", { row: first }).blur();
  }));
  back.push(await fillIn(browser, site.url, whole.Bo, async (bo) => {
    await bo.open("needs");
    await bo.field("w3.needs.need", { row: first }).fill("Said by Bo");
    await bo.field("w3.needs.need", { row: second }).fill("Only Bo changed this");
    await bo.field("w3.needs.need", { row: second }).blur();
  }));
  back.push(await fillIn(browser, site.url, whole.Cy, async (cy) => {
    await cy.open("account");
    await cy.field("card.plan.kam").fill("Cy of the team");
    await cy.field("card.plan.kam").blur();
  }));
  for (const [name, digit] of [["Dee", "2"], ["Eve", "4"], ["Fay", "9"]]) {
    back.push(await fillIn(browser, site.url, scoring[name], async (rater) => {
      await rater.open("needs");
      await rater.field("w3.needs.importance", { row: first }).press(digit);
      await rater.field("w3.needs.importance", { row: second }).press("7");
    }));
  }

  await app.open("copies");
  await page.locator('[data-action="merge-files"]').setInputFiles(back);
  await expect(page.locator('[data-base="known"]')).toHaveCount(6);
  await expect(page.locator(".conflict")).toHaveCount(1);
  const conflict = page.locator(".conflict").first();
  await expect(conflict).toContainText("Said by Ann");
  await expect(conflict).toContainText("Said by Bo");
  await expect(conflict).toContainText(before);
  await expectAccessible(page);
  await conflict.locator('[data-action="choose-side"][data-author="Bo"]').check();
  await expect(page.locator(".conflicts [data-open]")).toHaveAttribute("data-open", "0");
  await app.open("needs");
  await expect(app.field("w3.needs.need", { row: first })).toHaveValue(before);
  await app.open("copies");
  await expect(conflict.locator('[data-action="choose-side"][data-author="Bo"]')).toBeChecked();
  await app.action("merge").click();

  const item = page.locator(`[data-item="w3.needs.importance/${first}"]`);
  await expect(item.locator("[data-median]")).toHaveText("4");
  await expect(item.locator("[data-flag]")).toHaveAttribute("data-flag", "apart");
  await expect(page.locator(`[data-item="w3.needs.importance/${second}"] [data-flag]`)).toHaveAttribute("data-flag", "agree");
  const merged = await app.export();
  const need = (file: any, id: string) => file.w3.needs.find((row: any) => row.id === id);
  expect(need(merged, first).need).toBe("Said by Bo");
  expect(need(merged, second).need).toBe("Only Bo changed this");
  expect(merged.card.plan.kam).toBe("Cy of the team");
  expect(merged.log.ratings).toHaveLength(6);
  expect(merged.log.merges.filter((row: any) => row.kind === "merge").map((row: any) => row.from).sort()).toEqual(["Ann", "Bo", "Cy", "Dee", "Eve", "Fay"]);

  // The agreed value: the median, set by the facilitator; raters may stay unknown.
  await page.locator('[data-action="anonymous"]').check();
  await expect(item.locator("svg")).toHaveAttribute("aria-label", /R1 2, R2 4, R3 9/);
  await item.locator('[data-action="set-consensus"]').click();
  await expect(item.locator("[data-now]")).toHaveText("4");
  await page.keyboard.press("Control+z");

  await page.keyboard.press("Control+z");
  const undone = await app.export();
  expect(need(undone, first).need).toBe(before);
  expect(undone.card.plan.kam).not.toBe("Cy of the team");
  expect(undone.log.ratings ?? []).toHaveLength(0);
});

test("whoever opens a copy without a name is asked, and the name travels back", async ({ app, page, browser, site }) => {
  await app.goto("#/", { lang: "zh" });
  await openSample(app, "zh-quick.json");
  await app.open("copies");
  const copy = await downloaded(page, () => app.action("hand-out").click());
  const back = await fillIn(browser, site.url, copy.bytes.toString(), async (someone) => {
    await someone.page.locator('[data-action="copy-author"]').fill("王工");
    await someone.action("copy-author-set").click();
    await someone.open("account");
    await someone.field("card.plan.kam").fill("王工");
    await someone.field("card.plan.kam").blur();
  });
  expect(back.name).toContain("王工");
  // One returned file goes through the usual door, which offers to merge it.
  await app.open("needs");
  await page.locator('[data-action="import"]').first().setInputFiles(back);
  await app.action("import-merge").click();
  await expect(page.locator('[data-action="returned-author"]')).toHaveValue("王工");
  await expect(page.locator("tr[data-author='王工']")).toBeVisible();
  await app.action("merge").click();
  expect((await app.export()).card.plan.kam).toBe("王工");
});

test("what was deleted here and changed there is asked; twins can be joined", async ({ app, page }) => {
  await app.goto("#/", { lang: "en" });
  await openSample(app, "en-quick.json");
  const { Ann } = await handOut(app, ["Ann"], "whole");
  const copy = JSON.parse(Ann);
  const gone = copy.w3.needs[0];
  gone.need = "Still wanted";
  copy.w3.needs.push({ id: "twin", need: copy.w3.needs[1].need.toUpperCase() });
  await app.open("needs");
  await app.action("delete-row", { row: gone.id }).click();
  await app.open("copies");
  await page.locator('[data-action="merge-files"]').setInputFiles({ name: "ann.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(copy)) });
  await expect(page.locator(".conflict")).toContainText("Still wanted");
  await page.locator('[data-action="take-all"][data-author="Ann"]').click();
  await expect(page.locator("[data-twin]")).toHaveCount(1);
  await page.locator('[data-action="join-rows"]').check();
  await app.action("merge").click();
  const file = await app.export();
  expect(file.w3.needs.some((row: any) => row.need === "Still wanted")).toBe(true);
  expect(file.w3.needs.some((row: any) => row.id === "twin")).toBe(false);
});

test("the sample of the account at risk brings its second copy along for practice", async ({ app, page }) => {
  await app.goto("#/", { lang: "zh" });
  await openSample(app, "zh-two-snapshots.json");
  await app.open("copies");
  await app.action("exercise-copy").click();
  await expect(page.locator('[data-action="returned-author"]')).toHaveValue("售后部");
  const conflict = page.locator(".conflict").filter({ hasText: "龚瑞" });
  await expect(conflict.first()).toContainText("售后部");
  await page.locator('[data-action="take-all"][data-author="售后部"]').click();
  await app.action("merge").click();
  const { w3, w5 } = await app.export();
  expect(w3.people.find((row: any) => row.name === "龚瑞").support).toBe(1);
  const before = await sample("zh-two-snapshots.json");
  expect(w5.iss).toHaveLength(before.w5.iss.length + 2);
  // Other workbooks have nothing to practise on.
  await app.goto("#/", { lang: "zh" });
  await openSample(app, "zh-quick.json");
  await app.open("copies");
  await expect(app.action("merge-files")).toBeAttached();
  await expect(app.action("exercise-copy")).toHaveCount(0);
});

test("a file that is no copy is named with its reason and changes nothing", async ({ app, page }) => {
  await app.goto("#/", { lang: "en" });
  await openSample(app, "en-quick.json");
  await app.open("copies");
  await page.locator('[data-action="merge-files"]').setInputFiles([
    { name: "odd.json", mimeType: "application/json", buffer: Buffer.from("hello") },
    { name: "other.txt", mimeType: "text/plain", buffer: Buffer.from("{}") },
  ]);
  await expect(page.locator('tr[data-file="odd.json"]')).toContainText(/cannot be read/);
  await expect(app.action("merge")).toHaveCount(0);
});

test("ten copies of a large workbook are compared in less than a second", async ({ app, page }) => {
  test.setTimeout(120_000);
  await app.goto("#/", { lang: "en" });
  const large = await sample("en-full.json");
  for (let at = 0; at < 480; at += 1) {
    large.w3.needs.push({ id: `many${at}`, need: `A need that somebody wrote down, number ${at}, with a sentence that goes on for a while`, importance: (at % 10) + 1, satisfaction: (at % 7) + 1, so_what: "What it means for us, in a sentence of usual length." });
  }
  delete large.results;
  delete large.checksum;
  expect(JSON.stringify(large).length).toBeGreaterThan(200_000);
  await app.importAsNew(large);
  const names = Array.from({ length: 10 }, (_, at) => `P${at}`);
  const copies = await handOut(app, names, "whole");
  const back = names.map((name, at) => {
    const copy = JSON.parse(copies[name]);
    for (const need of copy.w3.needs.slice(at * 20, at * 20 + 30)) need.so_what = `Said by ${name}`;
    copy.checksum = undefined;
    return { name: `${name}.json`, mimeType: "application/json", buffer: Buffer.from(JSON.stringify(copy)) };
  });
  const begun = Date.now();
  await page.locator('[data-action="merge-files"]').setInputFiles(back);
  await expect(page.locator('[data-base="known"]')).toHaveCount(10, { timeout: 60_000 });
  test.info().annotations.push({ type: "with reading", description: `${Date.now() - begun} ms` });
  const took = Number(await page.locator("[data-merge-ms]").getAttribute("data-merge-ms"));
  test.info().annotations.push({ type: "merge", description: `${took} ms` });
  expect(took).toBeGreaterThan(0);
  expect(took).toBeLessThan(1_000);
});

test("no name that was taken out is in a shared file, nor in its name", async ({ app, page }) => {
  await app.goto("#/", { lang: "en" });
  await openSample(app, "en-full.json");
  const full = await app.export();
  await page.locator('[data-menu="more"] summary').click();
  await app.action("share").click();
  await expect(page.locator('[data-part="share"]')).toHaveAttribute("open", "");
  for (const level of ["L2", "L3", "customer"]) {
    await page.locator(`[data-action="level"][value="${level}"]`).check();
    await app.action("look").click();
    await expect(page.locator('[data-scan="clean"]')).toBeVisible();
    const file = await downloaded(page, () => app.action("download-shared").click());
    const text = file.bytes.toString();
    const rivals = full.w2.comp.filter((row: any) => row.id !== "us" && !["in_house", "do_nothing"].includes(row.type)).map((row: any) => row.name);
    const people = full.w3.people.map((row: any) => row.name);
    for (const name of level === "customer" ? rivals : [full.card.profile.name, ...rivals, ...people]) {
      expect(text, `${level}: ${name}`).not.toContain(`"${name}"`);
      if (level !== "customer") expect(file.name).not.toContain(full.card.profile.name);
    }
    const shared = JSON.parse(text);
    expect(shared.log ?? {}).toEqual({});
    expect(shared.snapshots ?? []).toEqual([]);
    if (level === "customer") expect(shared.w3?.people ?? []).toEqual([]);
    if (level === "customer") expect(shared.w2?.wallet ?? []).toEqual([]);
  }
  // A word of one's own that only stands in running text.
  await page.locator('[data-action="level"][value="L2"]').check();
  await unfold(page, "names");
  await app.action("add-name").click();
  const word = full.w3.needs[0].need.split(" ").find((word: string) => word.length > 5);
  await page.locator('[data-action="real-name"]').last().fill(word);
  await page.locator('[data-action="real-name"]').last().blur();
  await app.action("look").click();
  await expect(page.locator('[data-scan="clean"]')).toBeVisible();
  const file = await downloaded(page, () => app.action("download-shared").click());
  expect(JSON.parse(file.bytes.toString()).w3.needs[0].need).not.toContain(word);
});

test("downloads: an archive of tables, a calendar, a report, actions", async ({ app, page }) => {
  await app.goto("#/", { lang: "zh" });
  await openSample(app, "zh-full.json");
  await app.open("copies");
  await unfold(page, "downloads");
  const take = (kind: string) => downloaded(page, () => page.locator(`[data-action="download"][data-kind="${kind}"]`).click());
  const zip = await take("csv");
  expect(zip.name).toMatch(/\.zip$/);
  expect(zip.bytes.readUInt32LE(0)).toBe(0x04034b50);
  expect(zip.bytes.includes(Buffer.from("w3.needs.csv"))).toBe(true);
  const calendar = (await take("ics")).bytes.toString();
  expect(calendar).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/);
  expect(calendar.match(/BEGIN:VEVENT/g)!.length).toBeGreaterThan(1);
  for (const line of calendar.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect((await take("md")).bytes.toString()).toMatch(/^# /);
  const actions = (await take("actions")).bytes;
  expect(actions.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  expect((await take("all")).bytes.includes(Buffer.from("csv/w6.act.csv"))).toBe(true);
});

test("two points in time: figures, rows, moves, and a new period in one step", async ({ app, page }) => {
  await app.goto("#/", { lang: "zh" });
  await openSample(app, "zh-two-snapshots.json");
  await app.open("compare");
  await expect(page.locator('[data-compare="differs"]')).toBeVisible();
  await expect(page.locator('tr[data-verdict="worse"]').first()).toBeVisible();
  await expect(page.locator('[data-picture="people_moves"] svg')).toBeVisible();
  await expectAccessible(page);
  const before = await app.export();
  await unfold(page, "period");
  await app.action("new-period").click();
  const after = await app.export();
  expect(after.card.plan.period_from).not.toBe(before.card.plan.period_from);
  expect(after.w6.obj ?? []).toEqual([]);
  expect(after.w3.people.map((row: any) => row.name)).toEqual(before.w3.people.map((row: any) => row.name));
  await page.keyboard.press("Control+z");
  const undone = await app.export();
  expect(undone.card).toEqual(before.card);
  expect(undone.w6).toEqual(before.w6);
});

test("a link opens elsewhere through the same door as a file, and nothing is replaced", async ({ site }) => {
  test.setTimeout(120_000);
  const host = "plan.example";
  const browser = await chromium.launch({ executablePath, args: [...launchArguments, `--host-resolver-rules=MAP ${host} 127.0.0.1`] });
  try {
    const url = site.url.replace("127.0.0.1", host);
    const page = await (await browser.newContext()).newPage();
    const app = new App(page, url);
    await app.goto("#/", { lang: "en" });
    await page.locator("#new-name").fill("Alder");
    await app.action("new-workbook").click();
    await app.workbookId();
    await app.open("copies");
    await unfold(page, "share");
    await app.action("look").click();
    await app.action("make-link").click();
    const link = await page.locator('[data-action="link"]').inputValue();
    expect(link.length).toBeLessThanOrEqual(8_000);
    await page.locator('[data-action="show-qr"]').click();
    await expect(page.locator("svg.qr")).toBeVisible();

    const other = await (await browser.newContext()).newPage();
    const receiver = new App(other, url);
    await other.goto(link);
    await receiver.ready();
    await expect(other.locator("dialog[open]")).toContainText("Alder");
    expect(other.url()).not.toContain("share=");
    await expect(other.locator(".book")).toHaveCount(0);
    await receiver.action("import-confirm").click();
    await receiver.workbookId();
    await expect(receiver.field("card.profile.name")).toHaveValue("Alder");
    await other.evaluate((link) => (location.href = link), `${link.slice(0, -40)}AAAA`);
    await expect(other.locator(".toast", { hasText: "damaged" })).toBeVisible();
    expect(await receiver.workbookId()).toBeTruthy();
  } finally {
    await browser.close();
  }
});

test("on this machine a link would help nobody, and the page says so", async ({ app, page }) => {
  await app.goto("#/", { lang: "en" });
  await openSample(app, "en-quick.json");
  await app.open("copies");
  await unfold(page, "share");
  await app.action("look").click();
  await app.action("make-link").click();
  await expect(page.locator('[data-link="refused"]')).toContainText("this machine only");
});

for (const lang of ["zh", "en"] as Language[]) {
  for (const theme of ["light", "dark"] as const) {
    test(`no violation on the pages of copies, ${lang}, ${theme}`, async ({ app, page }) => {
      test.setTimeout(120_000);
      await page.emulateMedia({ colorScheme: theme });
      await app.goto("#/", { lang });
      await openSample(app, `${lang}-full.json`);
      await app.open("copies");
      for (const part of ["share", "downloads"]) await unfold(page, part);
      await page.locator('[data-action="level"][value="L2"]').check();
      await unfold(page, "names");
      await app.action("look").click();
      await expect(page.locator('[data-scan="clean"]')).toBeVisible();
      await expectAccessible(page);
      await app.open("compare");
      await unfold(page, "period");
      await expectAccessible(page);
      await page.setViewportSize({ width: 390, height: 800 });
      for (const name of ["copies", "compare"]) {
        await app.open(name);
        await expect(page.locator(`[data-extra="${name}"]`)).toBeVisible();
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        expect(overflow, `${name} scrolls sideways`).toBeLessThanOrEqual(0);
      }
    });
  }
}
