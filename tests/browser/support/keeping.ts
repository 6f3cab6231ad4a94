// For the tests of the storage: a workbook to type into, and what the two stores hold of it.
import type { BrowserContext, Page } from "@playwright/test";
import { App } from "./app";
import { workbookWithNeeds } from "./needs";

/** The field most tests type into. */
export const NAME = "card.profile.name";

/** A new workbook under a name, open on its account page and saved. */
export async function newWorkbook(app: App, name = "Alder"): Promise<string> {
  await app.goto("#/");
  await app.page.locator("#new-name").first().fill(name);
  await app.action("new-workbook").first().click();
  const id = await app.workbookId();
  await app.open("account");
  await app.field(NAME).waitFor();
  return id;
}

/** A workbook with a thousand needs, open on the needs. */
export async function longWorkbook(app: App, rows = 1000): Promise<string> {
  await app.goto("#/");
  await app.importAsNew(workbookWithNeeds(rows));
  const id = await app.workbookId();
  await app.open("needs");
  await toNeeds(app);
  return id;
}

/** Scrolls to the list of needs: of a long list only the rows in view are on the page. */
export async function toNeeds(app: App) {
  await app.page.locator('[data-table-section="w3.needs"]').evaluate((section) => section.scrollIntoView({ block: "start" }));
  await app.field("w3.needs.need").first().waitFor();
}

/** A new page of a context on a route. */
export async function visit(context: BrowserContext, url: string, route = "#/"): Promise<App> {
  const app = new App(await context.newPage(), url);
  await app.goto(route);
  return app;
}

/** Types as fast as a quick typist; ends with the last key, not later. */
export async function typeQuickly(page: Page, text: string, pause = 40) {
  const session = await page.context().newCDPSession(page);
  for (const letter of text) {
    await session.send("Input.insertText", { text: letter });
    await new Promise((next) => setTimeout(next, pause));
  }
}

/** The text of a workbook in localStorage, exactly as it is there. */
export function localText(page: Page, id: string): Promise<string | null> {
  return page.evaluate((key) => localStorage.getItem(key), `kamsheet:doc:${id}`);
}

/** Everything of a store of the database, as [key, text] pairs. */
export function databaseEntries(page: Page, store: string): Promise<[unknown, string][]> {
  return page.evaluate(async (name) => {
    const settled = (request: IDBRequest) =>
      new Promise<any>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database: IDBDatabase = await settled(indexedDB.open("kamsheet"));
    const objects = database.transaction(name).objectStore(name);
    const [keys, values] = await Promise.all([settled(objects.getAllKeys()), settled(objects.getAll())]);
    database.close();
    return keys.map((key: unknown, at: number) => [key, values[at]]);
  }, store);
}

/** Empties localStorage or the database of this site, in a page of it without the program. */
export async function wipe(context: BrowserContext, origin: string, what: "local" | "database") {
  const page = await context.newPage();
  await page.goto(`${origin}/assets/icon.svg`);
  await page.evaluate(async (what) => {
    if (what === "local") return localStorage.clear();
    await new Promise((done) => (indexedDB.deleteDatabase("kamsheet").onsuccess = done));
  }, what);
  await page.close();
}
