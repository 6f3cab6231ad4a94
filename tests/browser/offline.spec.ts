// Without a network, and from one build to the next: whole or not at all, and never unasked.
import { createHash } from "node:crypto";
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Page } from "@playwright/test";
import { expectAccessible } from "./support/accessibility";
import { App } from "./support/app";
import { expect, test as base } from "./support/fixtures";
import { NAME, newWorkbook } from "./support/keeping";
import { dist, startServer } from "./support/server.mjs";

type Site = Awaited<ReturnType<typeof startServer>>;

/** A server of the test's own, whose builds it may change. */
const test = base.extend<{ own: Site; shop: App; folder: string }>({
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), "kamsheet-builds-"));
    await use(folder);
    await rm(folder, { recursive: true });
  },
  // The builds outlive the server, which may still be asked for them.
  own: async ({ guard, folder: _ }, use) => {
    const site = await startServer({ base: "/plan/" });
    guard.own(site.origin);
    await use(site);
    await site.close();
  },
  shop: async ({ page, own }, use) => use(new App(page, own.url)),
});

/** A copy of the built site that tells itself from the first one; `change` makes it what the test needs. */
async function nextBuild(folder: string, name: string, change: (root: string) => Promise<void> = async () => {}) {
  const root = join(folder, name);
  await cp(dist, root, { recursive: true });
  const page = await readFile(join(root, "index.html"), "utf8");
  const marked = page.replace("<html", `<html data-build="${name}"`);
  await writeFile(join(root, "index.html"), marked);
  const digest = `sha384-${createHash("sha384").update(marked).digest("base64")}`;
  const script = await readFile(join(root, "sw.js"), "utf8");
  const filled = script
    .replace(/"index\.html": "[^"]*"/, `"index.html": "${digest}"`)
    .replace(/const BUILD = "[^"]*"/, `const BUILD = "${name}"`);
  await writeFile(join(root, "sw.js"), filled);
  await change(root);
  return root;
}

const kept = (page: Page) => expect(page.locator("html")).toHaveAttribute("data-offline", "ready", { timeout: 30_000 });
const build = (page: Page) => page.locator("html").getAttribute("data-build");
const card = (page: Page) => page.locator("#update");

/** Has the browser look for a new version, and waits until it has come to something. */
const look = (page: Page) =>
  page.evaluate(async () => {
    const registration = (await navigator.serviceWorker.getRegistration())!;
    await registration.update().catch(() => {});
    const coming = registration.installing;
    if (!coming) return;
    await new Promise<void>((done) => {
      coming.addEventListener("statechange", () => coming.state !== "installing" && done());
      if (coming.state !== "installing") done();
    });
  });

test("after one visit everything works without a network", async ({ own, shop, page, guard }) => {
  // The browser itself looks for a newer worker and says that it cannot.
  guard.allow(/Failed to load resource: net::ERR_\w+ \(\S+sw\.js\)/);
  const id = await newWorkbook(shop);
  await kept(page);
  await shop.saveState("saved");
  await own.close();
  await shop.reload();
  await expect(shop.field(NAME)).toHaveValue("Alder");
  await shop.field(NAME).fill("Alder offline");
  await shop.open("needs");
  await shop.open("workshop");
  await expect(page.locator("[data-part=agenda]")).toBeVisible();
  await shop.goto(`#/${id}/account`, { lang: "zh" });
  await expect(shop.field(NAME)).toHaveValue("Alder offline");
  await shop.goto("#/", { lang: "zh" });
  await shop.action("open-sample").first().click();
  await shop.workbookId();
});

test("a new version waits until it is asked for, and loses nothing", async ({ own, shop, page, folder }) => {
  await newWorkbook(shop);
  await kept(page);
  await shop.saveState("saved");
  own.root = await nextBuild(folder, "second");
  await look(page);
  await expect(card(page)).toBeVisible();
  expect(await build(page)).toBeNull();
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await expectAccessible(page);

  // A reload is no consent: still the first build, and all of it, with nothing from the host but the question.
  own.requests.length = 0;
  await shop.reload();
  expect(await build(page)).toBeNull();
  expect([...new Set(own.requests)]).toEqual(["/plan/sw.js"]);
  await expect(card(page)).toBeVisible();
  await card(page).getByRole("button", { name: "Later" }).click();
  await expect(card(page)).toBeHidden();

  await shop.reload();
  await shop.field(NAME).fill("Typed just before");
  await Promise.all([page.waitForEvent("load"), card(page).getByRole("button", { name: "Load it now" }).click()]);
  await shop.ready();
  expect(await build(page)).toBe("second");
  await expect(shop.field(NAME)).toHaveValue("Typed just before");
  await expect(card(page)).toBeHidden();
});

test("another tab goes on with its own build while one takes the new one", async ({ own, shop, page, context, folder }) => {
  await newWorkbook(shop);
  await kept(page);
  const other = new App(await context.newPage(), own.url);
  await other.goto("#/");
  own.root = await nextBuild(folder, "second");
  await look(page);
  await Promise.all([page.waitForEvent("load"), card(page).getByRole("button", { name: "Load it now" }).click()]);
  await shop.ready();
  expect(await build(page)).toBe("second");
  expect(await build(other.page)).toBeNull();
  await other.action("open-sample").first().click();
  await other.workbookId();
});

const BROKEN: Record<string, (root: string) => Promise<void>> = {
  "without its program": async (root) => {
    const program = (await readdir(root)).find((name) => name.endsWith(".wasm"))!;
    await rm(join(root, program));
  },
  "with a file of another build": async (root) => {
    const script = (await readdir(root)).find((name) => /^start.*\.js$/.test(name)) ?? "manifest.webmanifest";
    await writeFile(join(root, script), "// not what was built");
  },
};
for (const [what, change] of Object.entries(BROKEN)) {
  test(`a new version ${what} is not taken`, async ({ own, shop, page, folder }) => {
    await newWorkbook(shop);
    await kept(page);
    await shop.saveState("saved");
    own.root = await nextBuild(folder, "broken", change);
    await look(page);
    for (let visit = 0; visit < 2; visit++) {
      await shop.reload();
      expect(await build(page)).toBeNull();
      await expect(shop.field(NAME)).toHaveValue("Alder");
      await expect(card(page)).toBeHidden();
    }
    own.root = await nextBuild(folder, "mended");
    await look(page);
    await expect(card(page)).toBeVisible();
  });
}

test("a host that takes the script away is forgotten", async ({ own, shop, page, folder, guard }) => {
  guard.allow(/404.*sw\.js/);
  await newWorkbook(shop);
  await kept(page);
  await shop.saveState("saved");
  own.root = await nextBuild(folder, "without", (root) => rm(join(root, "sw.js")));
  const left = () =>
    page.evaluate(async () => [(await navigator.serviceWorker.getRegistrations()).length, (await caches.keys()).length]);
  await page.reload();
  await shop.ready();
  await expect.poll(left).toEqual([0, 0]);
  await page.reload();
  await shop.ready();
  expect(await build(page)).toBe("without");
  await expect(shop.field(NAME)).toHaveValue("Alder");
  await page.waitForLoadState("networkidle");
});

test("the off switch ends it at once", async ({ own, shop, page, folder }) => {
  await newWorkbook(shop);
  await kept(page);
  const off = new URL("../../boot/sw-off.js", import.meta.url);
  own.root = await nextBuild(folder, "off", (root) => cp(off, join(root, "sw.js")));
  await look(page);
  await expect
    .poll(() => page.evaluate(async () => [(await navigator.serviceWorker.getRegistrations()).length, (await caches.keys()).length]))
    .toEqual([0, 0]);
});

test("the page can be installed", async ({ shop, page }) => {
  await shop.goto("#/");
  await kept(page);
  const href = (await page.locator('link[rel="manifest"]').getAttribute("href"))!;
  const manifest = await (await page.request.get(new URL(href, shop.url).href)).json();
  for (const icon of manifest.icons) {
    const answer = await page.request.get(new URL(icon.src, new URL(href, shop.url)).href);
    expect(answer.headers()["content-type"], icon.src).toBe(icon.type);
  }
  expect(new URL(manifest.start_url, new URL(href, shop.url)).href).toBe(shop.url);
  const session = await page.context().newCDPSession(page);
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  expect(installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito")).toEqual([]);
});

test("the one-file edition needs none of it", async () => {
  const file = await readFile(join(dist, "kamsheet.html"), "utf8");
  expect(file).not.toContain("manifest.webmanifest");
  expect(file).not.toContain('name="kamsheet-offline"');
  expect(file).not.toContain("serviceWorker.register");
  const script = await readFile(join(dist, "sw.js"), "utf8");
  expect(script).not.toContain("kamsheet.html");
  expect(script).toContain('"index.html": "sha384-');
});
