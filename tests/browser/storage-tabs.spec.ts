// Several tabs: edits of all reach all, a tab that is gone is replaced, builds and clocks that differ do no harm.
import type { BrowserContext, Page } from "@playwright/test";
import { expect, long, test } from "./support/fixtures";
import { App } from "./support/app";
import { NAME, localText, newWorkbook, visit } from "./support/keeping";

const OTHER = "card.profile.industry";

async function twoTabs(context: BrowserContext, url: string): Promise<[App, App, string]> {
  const one = new App(await context.newPage(), url);
  const id = await newWorkbook(one);
  const two = await visit(context, url, `#/${id}/account`);
  await expect(two.field(NAME)).toHaveValue("Alder");
  return [one, two, id];
}

/** The document in localStorage, without what only orders the copies. */
async function storedDocument(page: Page, id: string) {
  const text = await localText(page, id);
  return text ? JSON.parse(text).doc : null;
}

async function exported(app: App) {
  const { rev, exported_at, checksum, as_of, ...rest } = await app.export();
  return rest;
}

test("edits in two tabs appear in both within a second and survive", async ({ context, site }) => {
  const [one, two, id] = await twoTabs(context, site.url);
  await one.field(NAME).fill("from the first");
  await two.field(OTHER).fill("from the second");
  await expect(two.field(NAME)).toHaveValue("from the first", { timeout: 1_000 });
  await expect(one.field(OTHER)).toHaveValue("from the second", { timeout: 1_000 });
  await one.saveState("saved");
  await two.saveState("saved");
  const three = await visit(context, site.url, `#/${id}/account`);
  await expect(three.field(NAME)).toHaveValue("from the first");
  await expect(three.field(OTHER)).toHaveValue("from the second");
});

test("random edits in two tabs end in one document in all", async ({ context, site }) => {
  test.setTimeout(300_000);
  const [one, two, id] = await twoTabs(context, site.url);
  const fields = [NAME, OTHER];
  let seed = 7;
  const random = (most: number) => (seed = (seed * 48271) % 2147483647) % most;
  const edits = (app: App, name: string) =>
    Array.from({ length: long ? 200 : 30 }, (_, at) => [fields[random(fields.length)], `${name}${at}`] as const);
  const run = async (app: App, list: (readonly [string, string])[]) => {
    for (const [field, text] of list) await app.field(field).fill(text);
  };
  await Promise.all([run(one, edits(one, "a")), run(two, edits(two, "b"))]);
  for (const field of fields) {
    await expect(async () => {
      expect(await two.field(field).inputValue()).toBe(await one.field(field).inputValue());
    }).toPass({ timeout: 2_000 });
  }
  await one.saveState("saved");
  await two.saveState("saved");
  const three = await visit(context, site.url, `#/${id}/account`);
  const [first, second, third] = [await exported(one), await exported(two), await exported(three)];
  expect(second).toEqual(first);
  expect(third).toEqual(first);
});

const DEATHS: Record<string, (app: App) => Promise<unknown>> = {
  closed: (app) => app.page.close(),
  crashed: async (app) => {
    const session = await app.page.context().newCDPSession(app.page);
    void session.send("Page.crash").catch(() => {});
    await new Promise((crashed) => app.page.once("crash", crashed));
  },
  "navigated away": (app) => app.page.goto(`${app.url}assets/icon.svg`),
  frozen: async (app) => {
    const session = await app.page.context().newCDPSession(app.page);
    await session.send("Page.setWebLifecycleState", { state: "frozen" });
  },
};
for (const [how, die] of Object.entries(DEATHS)) {
  test(`when the writing tab is ${how} the other one saves within a second`, async ({ context, site, guard }) => {
    guard.allow(/crash/i);
    const [one, two, id] = await twoTabs(context, site.url);
    await one.field(NAME).fill("the last words of the writer");
    await expect(two.field(NAME)).toHaveValue("the last words of the writer");
    await die(one);
    await two.field(OTHER).fill("written by the other");
    await expect.poll(() => localText(two.page, id), { timeout: 2_000 }).toContain("written by the other");
    expect(await localText(two.page, id)).toContain("the last words of the writer");
    await two.saveState("saved");
  });
}

test("a tab brought back from the back/forward cache has what happened meanwhile", async ({ context, site }) => {
  const [one, two] = await twoTabs(context, site.url);
  await one.page.goto(`${site.url}assets/icon.svg`);
  await two.field(NAME).fill("while it was away");
  await two.saveState("saved");
  await one.page.goBack();
  await one.ready();
  await expect(one.field(NAME)).toHaveValue("while it was away");
});

test("without channels and locks the storage event carries the edits", async ({ context, site }) => {
  await context.addInitScript(() => {
    delete (window as any).BroadcastChannel;
    Object.defineProperty(Navigator.prototype, "locks", { get: () => undefined });
  });
  const [one, two, id] = await twoTabs(context, site.url);
  await one.field(NAME).fill("over the wire");
  await expect(two.field(NAME)).toHaveValue("over the wire");
  await two.field(OTHER).fill("and back");
  await expect(one.field(OTHER)).toHaveValue("and back");
  await expect.poll(() => localText(one.page, id)).toContain("and back");
  expect(await localText(one.page, id)).toContain("over the wire");
});

test("a newer build's data is left alone and the text stays on the screen", async ({ context, site }) => {
  const app = new App(await context.newPage(), site.url);
  const id = await newWorkbook(app, "typed in the old build");
  await app.saveState("saved");
  const newer = (await localText(app.page, id))!.replace(/"schema":\d+/, '"schema":999').replace("typed in the old build", "by the new build");
  const other = await context.newPage();
  await other.goto(`${site.url}assets/icon.svg`);
  await other.evaluate(([key, text]) => localStorage.setItem(key, text), [`kamsheet:doc:${id}`, newer]);
  await app.saveState("readonly");
  await expect(app.page.getByRole("alert")).toHaveAttribute("data-trouble", "newer");
  await app.field(NAME).fill("typed after that");
  await app.page.evaluate(() => dispatchEvent(new Event("pagehide")));
  await expect(app.field(NAME)).toHaveValue("typed after that");
  expect(await localText(app.page, id)).toBe(newer);
  await other.goto(`${site.url}#/${id}/account`);
  await expect(other.getByRole("alert")).toHaveAttribute("data-trouble", "newer");
  expect(await localText(other, id)).toBe(newer);
});

test("wrong clocks and a change to summer time order nothing", async ({ context, site }) => {
  const day = 86_400_000;
  const clock = (offset: number) => (page: Page) =>
    page.addInitScript((offset) => {
      const { now } = Date;
      Date.now = () => now() + offset;
      const Real = Date;
      (window as any).Date = class extends Real {
        constructor(...parameters: any[]) {
          super(...((parameters.length ? parameters : [now() + offset]) as []));
        }
      };
    }, offset);
  const early = await context.newPage();
  await clock(-2 * day)(early);
  const late = await context.newPage();
  await clock(2 * day)(late);
  for (const page of [early, late]) {
    const session = await context.newCDPSession(page);
    await session.send("Emulation.setTimezoneOverride", { timezoneId: "America/New_York" });
  }
  const one = new App(late, site.url);
  const id = await newWorkbook(one, "by the tab from the future");
  await one.saveState("saved");
  const two = new App(early, site.url);
  await two.goto(`#/${id}/account`);
  await two.field(NAME).fill("later, by the tab from the past");
  await expect(one.field(NAME)).toHaveValue("later, by the tab from the past");
  await two.field("card.plan.next_review").fill("2026-03-08");
  await two.saveState("saved");
  await early.close();
  await late.close();
  const three = await visit(context, site.url, `#/${id}/account`);
  await expect(three.field(NAME)).toHaveValue("later, by the tab from the past");
  expect((await storedDocument(three.page, id)).card.plan.next_review).toBe("2026-03-08");
});
