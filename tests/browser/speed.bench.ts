// How fast the page starts and answers on a slow machine (processor slowed down four times).
import { writeFileSync } from "node:fs";
import type { Browser, Page } from "@playwright/test";
import { App } from "./support/app";
import { median, quantile, table, type Line } from "./support/figures";
import { expect, test } from "./support/fixtures";
import { workbookWithNeeds } from "./support/needs";
import { startServer } from "./support/server.mjs";

const SLOWDOWN = 4;
const STARTS = 5;
const ROWS = [50, 500, 2000];
const KEYS = 80;
/** Milliseconds between two keys of a quick typist. */
const CADENCE = 120;

/** Bars: milliseconds from a key to the picture at the 95th percentile, and its growth from few rows to many. */
const KEY_BAR = 50;
const GROWTH_BAR = 1.3;
/** Bar: milliseconds to the largest paint on the slow network (R25). */
const PAINT_BAR = 2500;

/** 1.6 Mb/s down, 150 ms there and back. */
const SLOW_NETWORK = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 90_000 };

const report: Record<string, Line[]> = { start: [], typing: [] };

test.afterAll(() => {
  for (const [name, lines] of Object.entries(report)) console.log(`\n${name}, milliseconds\n${table(lines)}\n`);
  if (process.env.KAMSHEET_JSON) writeFileSync(process.env.KAMSHEET_JSON, JSON.stringify(report, null, 1));
});

type Start = { ready: number; paint: number; largest: number; shift: number; blocked: number };

/** Collects the marks of a start; runs in the page before anything else. */
function observeStart() {
  const start: Start = { ready: 0, paint: 0, largest: 0, shift: 0, blocked: 0 };
  (window as any).start = start;
  new MutationObserver(() => {
    if (document.documentElement.dataset.ready === "true") start.ready ||= performance.now();
  }).observe(document, { subtree: true, attributeFilter: ["data-ready"] });
  const observe = (type: string, read: (entry: any) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(read)).observe({ type, buffered: true });
  observe("paint", (entry) => entry.name === "first-contentful-paint" && (start.paint = entry.startTime));
  observe("largest-contentful-paint", (entry) => (start.largest = entry.startTime));
  observe("layout-shift", (entry) => (start.shift += entry.value));
  observe("longtask", (entry) => (start.blocked += Math.max(0, entry.duration - 50)));
}

async function measureStart(browser: Browser, url: string, network?: typeof SLOW_NETWORK): Promise<Start> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await slowDown(page);
  if (network) {
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", network);
  }
  await page.addInitScript(observeStart);
  await page.goto(url);
  await page.waitForFunction(() => (window as any).start.ready > 0 && (window as any).start.largest > 0);
  const start = await page.evaluate(() => (window as any).start);
  await context.close();
  return start;
}

async function slowDown(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
}

for (const [name, network] of [["this machine", undefined], ["1.6 Mb/s, 150 ms", SLOW_NETWORK]] as const) {
  test(`cold start, ${name}`, async ({ browser }) => {
    const site = await startServer({ compress: true });
    try {
      await measureStart(browser, site.url); // the server compresses each file once
      const starts: Start[] = [];
      for (let i = 0; i < STARTS; i++) starts.push(await measureStart(browser, site.url, network));
      const of = (key: keyof Start) => median(starts.map((start) => start[key]));
      const line = { "first paint": of("paint"), "largest paint": of("largest"), ready: of("ready"), blocked: of("blocked") };
      report.start.push({ what: name, ...line, "layout shift": of("shift").toFixed(3) });
      expect(of("largest"), "largest paint").toBeLessThanOrEqual(PAINT_BAR);
    } finally {
      await site.close();
    }
  });
}

/** Notes for each key how long the picture took, counted from the key itself; runs in the page. */
function observeKeys() {
  const keys: number[] = [];
  const tasks: number[] = [];
  Object.assign(window, { keys, tasks });
  const painted = new MessageChannel();
  const waiting: number[] = [];
  painted.port1.onmessage = () => keys.push(performance.now() - waiting.shift()!);
  addEventListener(
    "keydown",
    (event) => {
      waiting.push(event.timeStamp);
      requestAnimationFrame(() => painted.port2.postMessage(0)); // answered after the frame is painted
    },
    { capture: true },
  );
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map((entry) => entry.duration))).observe({ type: "longtask" });
}

/** Presses keys in the cadence of a typist; gives the milliseconds of each. */
async function measureKeys(page: Page, keys: string[]) {
  const clear = () => page.evaluate(() => void ((window as any).keys.length = (window as any).tasks.length = 0));
  const press = async (list: string[]) => {
    for (const key of list) await page.keyboard.press(key, { delay: CADENCE });
  };
  await press(keys.slice(0, 10));
  await clear();
  await press(keys);
  await page.waitForFunction((count) => (window as any).keys.length >= count, keys.length);
  return page.evaluate(() => ({ keys: (window as any).keys as number[], tasks: (window as any).tasks as number[] }));
}

for (const rows of ROWS) {
  test(`typing with ${rows} needs`, async ({ page, site }) => {
    const app = new App(page, site.url);
    await app.goto("#/");
    const before = Date.now();
    await app.importAsNew(workbookWithNeeds(rows));
    const imported = Date.now() - before;
    await app.open("needs");
    await page.evaluate(observeKeys);
    await slowDown(page);

    const note = (what: string, { keys, tasks }: Awaited<ReturnType<typeof measureKeys>>) => {
      const longest = Math.max(0, ...tasks);
      report.typing.push({ what, rows, p50: median(keys), p95: quantile(keys, 0.95), "longest task": longest, import: imported });
    };
    await app.field("w3.needs.need").first().focus();
    note("text", await measureKeys(page, Array.from("abcdefgh".repeat(KEYS / 8))));
    await app.field("w3.needs.importance").first().focus();
    note("rating", await measureKeys(page, Array.from({ length: KEYS / 2 }, (_, i) => (i % 2 ? "ArrowLeft" : "ArrowRight"))));
  });
}

test("keys stay within their bars", () => {
  for (const what of ["text", "rating"]) {
    const p95 = (rows: number) => report.typing.find((line) => line.what === what && line.rows === rows)?.p95 as number;
    const [few, many] = [p95(ROWS[0]), p95(ROWS.at(-1)!)];
    expect.soft(many, `${what}: key to picture`).toBeLessThanOrEqual(KEY_BAR);
    expect.soft(many / few, `${what}: growth from ${ROWS[0]} to ${ROWS.at(-1)} rows`).toBeLessThanOrEqual(GROWTH_BAR);
  }
});
