// The page as a person sees it: fields, rows, actions and results by the names of the specification.
import { readFile } from "node:fs/promises";
import { expect, type Locator, type Page } from "@playwright/test";

export type Depth = "quick" | "standard" | "full";
export type Language = "zh" | "en";

/** Where a control stands: the row of a list, and the column of a matrix. */
export type Place = { row?: string; col?: string };

/** Anything that can be handed to a file input: text, or a value that becomes JSON. */
export type Content = string | Buffer | object;

export class App {
  constructor(
    readonly page: Page,
    /** The address of the page without query and hash. */
    readonly url: string,
  ) {}

  /** Opens a route and waits until inputs respond. */
  async goto(route = "#/", { lang = "en", depth }: { lang?: Language; depth?: Depth } = {}) {
    const query = new URLSearchParams({ lang, ...(depth && { depth }) });
    await this.page.goto(`${this.url}?${query}${route}`);
    await this.ready();
  }

  /** Waits until the stored workbook is shown, down to the last section, and inputs respond. */
  async ready() {
    await this.page.locator('html[data-ready="true"]:not([data-filling])').waitFor({ state: "attached" });
  }

  /** Loads the page anew, as after pressing F5. */
  async reload() {
    await this.page.reload();
    await this.ready();
  }

  /** The id of the workbook on the screen, from the address. */
  async workbookId() {
    await this.page.waitForURL(/#\/[^/]+\/[a-z]+/);
    return new URL(this.page.url()).hash.split("/")[1];
  }

  /** Opens a page of the workbook on the screen. */
  async open(page: string) {
    const id = await this.workbookId();
    await this.page.evaluate(async (hash) => {
      location.hash = hash;
      // The page is there two frames later; what is out of view follows.
      await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
    }, `#/${id}/${page}`);
    await this.ready();
  }

  /** The control of a field. */
  field(key: string, place: Place = {}): Locator {
    return this.within(place).locator(`[data-field="${key}"]`);
  }

  /** The rows on the screen that hold a field, in their order. */
  rowsWith(key: string): Locator {
    return this.page.locator("[data-row]").filter({ has: this.page.locator(`[data-field="${key}"]`) });
  }

  /** The ids of the rows on the screen that hold a field, in their order. */
  async rowIds(key: string): Promise<string[]> {
    const ids = await this.rowsWith(key).evaluateAll((rows) => rows.map((row) => row.getAttribute("data-row")!));
    return [...new Set(ids)];
  }

  /** The element with a computed value. */
  result(name: string): Locator {
    return this.page.locator(`[data-result="${name}"]`);
  }

  /** The control of an action; `table` for add-row, `row` for delete-row. */
  action(name: string, { table, ...place }: Place & { table?: string } = {}): Locator {
    const ofTable = table ? `[data-table="${table}"]` : "";
    return this.within(place).locator(`[data-action="${name}"]${ofTable}`);
  }

  /** Adds a row by its button; gives the new row's id. */
  async addRow(table: string, key: string): Promise<string> {
    const before = await this.rowIds(key);
    await this.action("add-row", { table }).first().click();
    await expect.poll(() => this.rowIds(key)).toHaveLength(before.length + 1);
    const after = await this.rowIds(key);
    return after.find((id) => !before.includes(id))!;
  }

  /** Waits for a state of the save indicator. */
  async saveState(state: "saving" | "saved" | "degraded" | "unsaved" | "memory" | "readonly") {
    await expect(this.page.locator("[data-save-state]").first()).toHaveAttribute("data-save-state", state);
  }

  /** Gives a file to the import; where a choice is asked, adds it as a workbook of its own. */
  async import(content: Content, name = "workbook.json") {
    const text = typeof content === "string" || Buffer.isBuffer(content) ? content : JSON.stringify(content);
    const file = { name, mimeType: "application/json", buffer: Buffer.from(text as string) };
    await this.page.locator('[data-action="import"]').first().setInputFiles(file);
  }

  /** Imports a file as a workbook of its own and waits until it is open. */
  async importAsNew(content: Content, name?: string) {
    await this.import(content, name);
    await this.action("import-confirm").first().click();
    await this.workbookId();
    await this.ready();
  }

  /** The exported file as text. */
  async exportText(): Promise<string> {
    const [download] = await Promise.all([
      this.page.waitForEvent("download"),
      this.action("export-json").first().click(),
    ]);
    return readFile(await download.path(), "utf8");
  }

  /** The exported file as a value. */
  async export(): Promise<any> {
    return JSON.parse(await this.exportText());
  }

  private within({ row, col }: Place): Page | Locator {
    const selector = (row ? `[data-row="${row}"]` : "") + (col ? ` [data-col="${col}"]` : "");
    return selector ? this.page.locator(selector) : this.page;
  }
}
