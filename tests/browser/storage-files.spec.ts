// Whatever is handed to the import: it says why, changes nothing, holds nothing up, and the page goes on.
import { readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "@playwright/test";
import type { App } from "./support/app";
import { expect, long, test } from "./support/fixtures";
import { NAME, newWorkbook } from "./support/keeping";
import { random, type Random } from "./support/random";

const sample = (name: string) => readFile(path.resolve(import.meta.dirname, "../../assets/samples", name), "utf8");

/** Everything the workbook holds, and the texts on this device. */
async function everything(app: App) {
  // Each export counts itself.
  const { exported_at, checksum, rev, ...file } = await app.export();
  const keys = await app.page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("kamsheet:doc:")));
  return { file, keys };
}

/** Hands over a file and waits for the answer: refused, or taken with remarks. */
async function answer(app: App, content: string | Buffer | { path: string }): Promise<"refused" | "taken"> {
  const input = app.page.locator('[data-action="import"]').first();
  if (typeof content === "object" && "path" in content) await input.setInputFiles(content.path);
  else await input.setInputFiles({ name: "odd.json", mimeType: "application/json", buffer: Buffer.from(content as string) });
  const refused = app.page.locator('dialog [role="alert"]');
  const taken = app.action("import-confirm");
  await expect(refused.or(taken)).toBeVisible();
  const said = (await refused.count()) > 0 ? "refused" : "taken";
  if (said === "refused") await expect(refused).toContainText(/\S{3,}/);
  await app.page.keyboard.press("Escape");
  await expect(app.page.locator("dialog[open]")).toHaveCount(0);
  return said;
}

const MUTATIONS: ((text: string, random: Random) => string)[] = [
  (text, random) => text.slice(0, random.below(text.length)),
  (text, random) => replaced(text, random.below(text.length), 1, String.fromCharCode(32 + random.below(95))),
  (text, random) => replaced(text, random.below(text.length), 1 + random.below(40), ""),
  (text, random) => replaced(text, random.below(text.length), 0, text.slice(0, random.below(200))),
  (text, random) => text.replace(/"([a-z_]+)":/g, (all) => (random.next() < 0.02 ? '"strange":' : all)),
  (text, random) => text.replace(/: ?("[^"]*"|-?\d+(\.\d+)?)(?=[,\s}\]])/g, (all) => (random.next() < 0.05 ? random.of([":null", ":[]", ":{}", ":true", ":-1e9", ':"\\ud800"']) : all)),
  (text, random) => "\ufeff".repeat(random.below(3)) + text + random.of(["", "\n\n", "\0", "}", "x"]),
];
const replaced = (text: string, at: number, length: number, by: string) => text.slice(0, at) + by + text.slice(at + length);

const COUNT = long ? 200 : 60;

test(`${COUNT} damaged files change nothing until they are taken`, async ({ app }) => {
  test.setTimeout(long ? 600_000 : 180_000);
  await newWorkbook(app);
  await app.field(NAME).fill("as it was");
  await app.saveState("saved");
  const before = await everything(app);
  const texts = [await sample("zh-quick.json"), await sample("en-quick.json")];
  const source = random(7);
  const said = { refused: 0, taken: 0 };
  for (let at = 0; at < COUNT; at++) {
    const damaged = MUTATIONS[at % MUTATIONS.length](source.of(texts), source);
    said[await answer(app, damaged)]++;
    if (at % 20 === 19) expect(await everything(app)).toEqual(before);
  }
  expect(await everything(app)).toEqual(before);
  expect(said.refused).toBeGreaterThan(0);
  expect(said.taken).toBeGreaterThan(0);
});

test("a damaged file that is taken in place of the workbook goes again with one undo", async ({ app, page }) => {
  await newWorkbook(app);
  await app.field(NAME).fill("as it was");
  const source = random(11);
  const text = await sample("zh-quick.json");
  const start = text.indexOf('"card"');
  for (let at = 0; at < 5; at++) {
    const before = await everything(app);
    await app.import(text.slice(0, start) + MUTATIONS[5](text.slice(start), source));
    await app.action("import-replace").click();
    await expect(page.locator("dialog[open]")).toHaveCount(0);
    expect(await everything(app)).not.toEqual(before);
    await page.keyboard.press("Control+z");
    expect(await everything(app)).toEqual(before);
  }
});

/** Notes every task over 50 ms that ends from now on. */
async function observeLongTasks(page: Page) {
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(window, { tasks });
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => tasks.push(entry.duration))).observe({ type: "longtask" });
  });
}
const longest = (page: Page) => page.evaluate(() => Math.max(0, ...(window as any).tasks));

test("fifty megabytes are answered within three seconds, before anything of them is read", async ({ app, page }) => {
  const file = path.join(tmpdir(), `kamsheet-large-${process.pid}.json`);
  await writeFile(file, '{"format":"kamsheet","junk":"' + "x".repeat(50 * 1024 * 1024) + '"}');
  try {
    await newWorkbook(app);
    await app.saveState("saved");
    await observeLongTasks(page);
    const from = Date.now();
    expect(await answer(app, { path: file })).toBe("refused");
    expect(Date.now() - from).toBeLessThan(3000);
    expect(await longest(page)).toBeLessThan(200);
    await app.field(NAME).fill("goes on");
    await app.saveState("saved");
  } finally {
    await rm(file);
  }
});

const members = (text: string) => `{"format":"kamsheet","schema_version":1,"workbook_id":"x",${text}}`;
const HOSTILE: [string, string, "refused" | "taken"][] = [
  ["nested 101 deep", members(`"x":${"[".repeat(101)}${"]".repeat(101)}`), "refused"],
  ["nested 100,000 deep", "[".repeat(100_000), "refused"],
  ["a million entries", members(`"w3":{"needs":[${"1,".repeat(999_999)}1]}`), "refused"],
  ["a number beyond all numbers", members('"w3":{"needs":[{"id":"a","importance":1e400}]}'), "taken"],
  ["no number", members('"w3":{"needs":[{"id":"a","importance":NaN}]}'), "taken"],
  ["the same key twice", members('"w3":{"needs":[{"id":"a","need":"one","need":"two"}]}'), "taken"],
  ["keys of prototypes", members('"__proto__":{"a":1},"constructor":{"prototype":{"a":1}}'), "taken"],
  ["the same id twice", members('"w3":{"needs":[{"id":"a","need":"one"},{"id":"a","need":"two"}]}'), "taken"],
];
for (const [what, text, wanted] of HOSTILE) {
  test(`${what}: answered within a second, and the page goes on`, async ({ app, page }) => {
    await newWorkbook(app);
    await app.saveState("saved");
    const from = Date.now();
    expect(await answer(app, text)).toBe(wanted);
    expect(Date.now() - from).toBeLessThan(long ? 1000 : 3000); // busy machines get more
    await app.field(NAME).fill("goes on");
    await app.saveState("saved");
    expect(await page.evaluate(() => ({}) as any).then((plain) => plain.a)).toBeUndefined();
  });
}

test("a file cut off at every kibibyte is answered", async ({ app }) => {
  await newWorkbook(app);
  const text = await sample("zh-quick.json");
  for (let at = 0; at < text.length; at += 1024 * (long ? 1 : 4)) {
    expect(["refused", "taken"]).toContain(await answer(app, text.slice(0, at)));
  }
});
