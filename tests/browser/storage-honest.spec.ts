// The indicator never lies; full and blocked storage cost nothing.
import { expect, test } from "./support/fixtures";
import { App } from "./support/app";
import { Profile } from "./support/profile";
import { NAME, localText, newWorkbook } from "./support/keeping";

/** Lets a test break either store while the page runs. */
const breakable = () => {
  const broken = ((window as any).broken = { local: false, database: false, lies: false });
  const { setItem } = Storage.prototype;
  Storage.prototype.setItem = function (key, value) {
    if (broken.local) throw new DOMException("no", "InvalidStateError");
    if (!broken.lies) setItem.call(this, key, value);
  };
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (...parameters) {
    if (broken.database) throw new DOMException("no", "DataError");
    return put.apply(this, parameters as any);
  };
};
const setBroken = (app: App, broken: object) =>
  app.page.evaluate((broken) => Object.assign((window as any).broken, broken), broken);

/** Whether leaving the page now would be held up. */
const holdsUp = (app: App) =>
  app.page.evaluate(() => !dispatchEvent(new Event("beforeunload", { cancelable: true })));

test("saved is said only of what is written and read back", async ({ app, page }) => {
  await page.addInitScript(breakable);
  const id = await newWorkbook(app);
  await app.field(NAME).fill("both stores take it");
  await app.saveState("saved");
  expect(await localText(page, id)).toContain("both stores take it");
  expect(await holdsUp(app)).toBe(false);

  await setBroken(app, { local: true });
  await app.field(NAME).fill("only the database");
  await app.saveState("degraded");
  await expect(page.getByRole("alert")).toContainText("InvalidStateError");
  expect(await holdsUp(app)).toBe(false);

  await setBroken(app, { database: true });
  await app.field(NAME).fill("neither");
  await app.saveState("unsaved");
  await expect(page.getByRole("alert").locator('[data-action="download-copy"]')).toBeVisible();
  await expect(page.locator('[data-save-state] [role="status"]')).toHaveAttribute("aria-live", "polite");
  expect(await holdsUp(app)).toBe(true);

  await setBroken(app, { local: false, database: false });
  await app.saveState("saved");
  await expect(page.getByRole("alert")).toHaveCount(0);
  expect(await localText(page, id)).toContain("neither");
  expect(await holdsUp(app)).toBe(false);
});

test("a write that only seems to work is no save", async ({ app, page }) => {
  await page.addInitScript(breakable);
  await newWorkbook(app);
  await app.saveState("saved");
  await setBroken(app, { lies: true, database: true });
  await app.field(NAME).fill("swallowed");
  await app.saveState("unsaved");
  await setBroken(app, { lies: false, database: false });
  await app.saveState("saved");
});

test("a full storage keeps the last good copy and heals by itself", async ({ app, page }) => {
  const id = await newWorkbook(app);
  await app.field(NAME).fill("the good copy");
  await app.saveState("saved");
  const good = await localText(page, id);
  await page.evaluate(() => {
    for (let size = 4_194_304, at = 0; size >= 1; size = Math.floor(size / 2)) {
      try {
        for (;;) localStorage.setItem(`junk${at++}`, "x".repeat(size));
      } catch {
        // Smaller pieces fill the rest.
      }
    }
  });
  await app.field(NAME).fill(`too long to fit ${"x".repeat(200)}`);
  await app.saveState("degraded");
  const banner = page.getByRole("alert");
  await expect(banner).toHaveAttribute("data-trouble", "full");
  await expect(banner).toContainText("of 10.00 MB");
  await expect(banner.locator('[data-action="download-copy"]')).toBeVisible();
  expect(await localText(page, id)).toBe(good);
  await expect(app.field(NAME)).toHaveValue(/too long to fit/);
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage)) if (key.startsWith("junk")) localStorage.removeItem(key);
  });
  await expect(page.locator("[data-save-state]").first()).toHaveAttribute("data-save-state", "saved", { timeout: 2_000 });
  expect(await localText(page, id)).toContain("too long to fit");
  await expect(banner).toHaveCount(0);
});

test("with site data blocked the page works and says that nothing is kept", async ({ site }) => {
  const profile = await Profile.create({ profile: { default_content_setting_values: { cookies: 2 } } });
  try {
    const page = await (await profile.launch()).newPage();
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    const app = new App(page, site.url);
    await newWorkbook(app, "kept nowhere");
    await app.saveState("memory");
    await expect(page.getByRole("alert")).toHaveAttribute("data-trouble", "blocked");
    await app.field(NAME).fill("only on this page");
    await app.open("needs");
    await app.open("account");
    await expect(app.field(NAME)).toHaveValue("only on this page");
    expect(await holdsUp(app)).toBe(true);
    expect(errors).toEqual([]);
  } finally {
    await profile.remove();
  }
});

test("a database that does not answer holds nothing up", async ({ app, page }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => new EventTarget() as any;
  });
  const id = await newWorkbook(app);
  await app.saveState("degraded");
  await app.field(NAME).fill("in one place");
  await expect.poll(() => localText(page, id)).toContain("in one place");
  await app.saveState("degraded");
  await app.reload();
  await expect(app.field(NAME)).toHaveValue("in one place");
});
