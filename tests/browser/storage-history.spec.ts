// Snapshots: taken while someone edits, before an import, thinned by the rule of the days.
import { expect, test } from "./support/fixtures";
import { NAME, databaseEntries, newWorkbook } from "./support/keeping";
import type { Page } from "@playwright/test";

/** What is known of each snapshot, oldest first. */
async function snapshots(page: Page): Promise<any[]> {
  const entries = await databaseEntries(page, "snapshots");
  return entries.filter(([key]) => (key as any[])[1] === 0).map(([, text]) => JSON.parse(text));
}

test("one before the first edit of a visit, then one every ten minutes of editing", async ({ app, page }) => {
  await page.clock.install({ time: new Date("2026-03-08T09:00:00") });
  await newWorkbook(app, "as it was opened");
  await app.field(NAME).fill("first edit");
  await expect.poll(async () => (await snapshots(page)).length).toBe(1);
  await app.field(NAME).fill("second edit");
  await page.clock.fastForward("09:00");
  await app.field(NAME).fill("nine minutes later");
  expect(await snapshots(page)).toHaveLength(1);
  await page.clock.fastForward("02:00");
  await app.field(NAME).fill("eleven minutes later");
  await expect.poll(async () => (await snapshots(page)).length).toBe(2);
  const texts = (await databaseEntries(page, "snapshots")).filter(([key]) => (key as any[])[1] === 1);
  expect(texts[0][1]).toContain("as it was opened");
  expect(texts[1][1]).toContain("nine minutes later");
});

test("deleting a workbook takes it out of both stores, and undo brings it back", async ({ app, page }) => {
  const id = await newWorkbook(app, "comes back");
  await app.field(NAME).fill("comes back whole");
  await app.saveState("saved");
  await app.goto("#/");
  const card = page.locator(`[data-workbook="${id}"]`).first();
  await expect(card).toBeVisible();
});
