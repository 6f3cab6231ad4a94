// Stored data that cannot be read is never destroyed, and the newest good state opens.
import { expect, long, test } from "./support/fixtures";
import { NAME, databaseEntries, localText, newWorkbook, wipe } from "./support/keeping";

/** Damaged copies of a stored text: cut at many places, a byte changed, other things altogether. */
function mutations(text: string): [string, string][] {
  const all: [string, string][] = ["", "null", "[]", "{}", "42", '{"format":"kamsheet"}', '{"schema":1}'].map((other) => [other, other]);
  const cuts = Math.min(15, Math.ceil(text.length / 1024));
  for (let at = 0; at < cuts; at++) all.push([`cut at ${at} KiB`, text.slice(0, 1 + at * 1024)]);
  for (let at = 0; all.length < 36; at++) {
    const place = 20 + Math.floor((text.length - 40) * ((at * 0.618) % 1));
    const changed = String.fromCharCode(text.charCodeAt(place) ^ 1);
    all.push([`changed at ${place}`, text.slice(0, place) + changed + text.slice(place + 1)]);
  }
  all.push(["half a character", text.slice(0, -2) + "\ud800" + text.slice(-2)]);
  all.push(["garbage behind", text + "garbage"]);
  all.push(["wrong types", text.replace(/"card":\{.*?\}/, '"card":[]')]);
  all.push(["two versions", text.slice(0, text.length / 2) + text]);
  return all;
}

test("every kind of damage leaves the original aside, byte for byte", async ({ app, page, context, site }) => {
  test.setTimeout(600_000);
  const id = await newWorkbook(app, "before the damage");
  await app.saveState("saved");
  const good = (await localText(page, id))!;
  await page.goto(`${site.url}assets/icon.svg`);
  const every = long ? 1 : 5;
  for (const [what, text] of mutations(good).filter((_, at) => at % every === 0)) {
    await page.goto(`${site.url}assets/icon.svg`);
    await page.evaluate(([key, text]) => {
      for (const key of Object.keys(localStorage)) if (key.startsWith("kamsheet:aside:")) localStorage.removeItem(key);
      localStorage.setItem(key, text);
      localStorage.setItem("seed", text);
    }, [`kamsheet:doc:${id}`, text]);
    await app.goto(`#/${id}/account`);
    await expect(app.field(NAME), what).toHaveValue(/before|edited/);
    await expect(page.getByRole("alert"), what).toHaveAttribute("data-trouble", "unreadable");
    await app.field(NAME).fill(`edited after ${what.slice(0, 20)}`);
    await app.saveState("saved");
    const isUntouched = (id: string) => localStorage.getItem(`kamsheet:aside:${id}:0`) === localStorage.getItem("seed");
    expect(await page.evaluate(isUntouched, id), what).toBe(true);
    expect(await localText(page, id), what).toContain("edited after");
  }
});

test("with nothing else left the newest snapshot opens", async ({ app, page, site }) => {
  const id = await newWorkbook(app, "in the snapshot");
  await app.field(NAME).fill("behind the snapshot");
  await app.saveState("saved");
  await expect.poll(async () => (await databaseEntries(page, "snapshots")).length).toBeGreaterThan(0);
  await page.goto(`${site.url}assets/icon.svg`);
  await page.evaluate(async (id) => {
    localStorage.setItem(`kamsheet:doc:${id}`, "not readable");
    const request = indexedDB.open("kamsheet");
    await new Promise((open) => (request.onsuccess = open));
    const change = request.result.transaction(["state", "journal"], "readwrite");
    change.objectStore("state").put("not readable either", id);
    change.objectStore("journal").clear();
    await new Promise((done) => (change.oncomplete = done));
    request.result.close();
  }, id);
  await app.goto(`#/${id}/account`);
  await expect(app.field(NAME)).toHaveValue("in the snapshot");
});

test("either store alone brings everything back", async ({ app, page, context, site }) => {
  const id = await newWorkbook(app);
  await app.field(NAME).fill("in both");
  await app.saveState("saved");
  await page.goto(`${site.url}assets/icon.svg`);
  await wipe(context, site.origin, "local");
  await app.goto(`#/${id}/account`);
  await expect(app.field(NAME)).toHaveValue("in both");
  await app.saveState("saved");
  await expect.poll(() => localText(page, id)).toContain("in both");
  await page.goto(`${site.url}assets/icon.svg`);
  await wipe(context, site.origin, "database");
  await app.goto(`#/${id}/account`);
  await expect(app.field(NAME)).toHaveValue("in both");
});

test("the second crash on the same data opens the snapshot before it", async ({ app, page, site }) => {
  const id = await newWorkbook(app, "before the crash");
  await app.field(NAME).fill("what crashes");
  await app.saveState("saved");
  await expect.poll(async () => (await databaseEntries(page, "snapshots")).length).toBeGreaterThan(0);
  await page.goto(`${site.url}assets/icon.svg`);
  await page.evaluate((id) => localStorage.setItem("kamsheet:crash", `2 ${id}`), id);
  await app.goto(`#/${id}/account`);
  await expect(app.field(NAME)).toHaveValue("before the crash");
  await expect.poll(async () => JSON.stringify(await databaseEntries(page, "snapshots"))).toContain("what crashes");
});

test("data cleared while the page is open comes back with the next edit, not before", async ({ app, page, context, site }) => {
  const id = await newWorkbook(app);
  await app.field(NAME).fill("still on the screen");
  await app.saveState("saved");
  await wipe(context, site.origin, "local");
  await expect(page.getByRole("alert")).toHaveAttribute("data-trouble", "cleared");
  expect(await localText(page, id)).toBeNull();
  await app.field(NAME).fill("typed on");
  await expect.poll(() => localText(page, id)).toContain("typed on");
});
