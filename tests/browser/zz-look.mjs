import { chromium } from "@playwright/test";
import { startServer } from "./support/server.mjs";
import { executablePath, launchArguments } from "./support/chromium.mjs";
import { readFileSync, writeFileSync } from "node:fs";
const out = "/tmp/paper-shots";
const jobs = process.argv.slice(2); // e.g. page:zh-full:pdf page:en-full:1440 ...
const site = await startServer({ root: process.cwd().replace(/tests\/browser$/, "") + "dist-look" });
const browser = await chromium.launch({ executablePath, args: launchArguments });
for (const job of jobs) {
  const [route, sample, how, theme = "light", extra = ""] = job.split(":");
  const width = Number(how) || 1440;
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: theme, acceptDownloads: true, deviceScaleFactor: width < 600 ? 2 : 1 });
  const page = await context.newPage();
  page.on("pageerror", (e) => console.log("ERR", e.message));
  page.on("console", (m) => m.type() === "error" && console.log("CON", m.text()));
  const lang = sample.startsWith("zh") ? "zh" : "en";
  const depth = sample.includes("quick") || sample.includes("empty") ? "quick" : "full";
  await page.goto(`${site.url}?lang=${lang}&depth=${depth}#/`);
  await page.locator('html[data-ready="true"]').waitFor({ state: "attached" });
  if (sample.includes("empty")) await page.locator('[data-action="new-workbook"]').first().click();
  else if (sample.startsWith("/") || sample.includes("over")) {
    await page.locator('[data-action="import"]').first().setInputFiles({ name: "w.json", mimeType: "application/json", buffer: readFileSync(`/tmp/paper-shots/${sample}.json`) });
    await page.locator('[data-action="import-confirm"]').first().click();
  } else await page.locator(`[data-sample="${sample}.json"]`).first().click();
  await page.waitForURL(/#\/[^/]+\/[a-z]+/);
  const id = new URL(page.url()).hash.split("/")[1];
  await page.evaluate((h) => (location.hash = h), `#/${id}/${route}`);
  await page.waitForTimeout(1500);
  if (extra) { for (const sel of extra.split("+")) { await page.locator(sel).first().click(); await page.waitForTimeout(300);} await page.waitForTimeout(800); }
  const name = `${out}/${route}-${sample}-${how}-${theme}${extra ? "-" + extra.replace(/[^a-z]/g, "") : ""}`;
  if (how === "pdf") {
    writeFileSync(`${name}.pdf`, await page.pdf({ preferCSSPageSize: true, printBackground: process.env.NOBG ? false : true }));
  } else await page.screenshot({ path: `${name}.png`, fullPage: true });
  console.log(name);
  await context.close();
}
await browser.close();
await site.close();
