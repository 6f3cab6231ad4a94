// What comes out of the printer: pages, their size, their text; and a workbook with too much of everything.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Page, type TestInfo } from "@playwright/test";
import { dist } from "./server.mjs";

export type Printed = { pages: number; sizes: string[]; text: string };

/** Prints the page as the print button would and reads the result. */
export async function print(page: Page, info: TestInfo, name = "print"): Promise<Printed> {
  const path = info.outputPath(`${name}.pdf`);
  writeFileSync(path, await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  const about = execFileSync("pdfinfo", ["-f", "1", "-l", "999", path], { encoding: "utf8" });
  const pages = Number(/^Pages:\s+(\d+)/m.exec(about)?.[1]);
  const sizes = [...about.matchAll(/^Page\s+\d+ size:\s+([\d.]+) x ([\d.]+)/gm)].map(
    ([, width, height]) => `${Math.round(Number(width))} x ${Math.round(Number(height))}`,
  );
  // In the order of the page, so that a text that runs over two lines of a cell stays together.
  const text = execFileSync("pdftotext", ["-raw", path, "-"], { encoding: "utf8", maxBuffer: 1 << 28 });
  return { pages, sizes, text: squeezed(text) };
}

/** A text without its spaces and line breaks, in the plain forms of its letters. */
export const squeezed = (text: string) => text.normalize("NFKC").replace(/\s+/g, "");

/** A sample as the site ships it. */
export const sample = (name: string) => JSON.parse(readFileSync(join(dist, "assets/samples", name), "utf8"));

const LONG = {
  zh: "名称特别长的一条内容，写了很多限定语和背景说明，看看会不会撑破版面",
  en: " is a rather long entry with many qualifications and much background that nobody needs to read at all here",
};

/** A sample with a hundred rows in every list, long names and far too much to decide. */
export function tooMuch(lang: "zh" | "en") {
  const book = sample(`${lang}-full.json`);
  const longer = (text: string) => (text + LONG[lang].repeat(4)).slice(0, 118);
  for (const sheet of ["card", "w1", "w2", "w3", "w4", "w5", "w6"]) {
    for (const [table, rows] of Object.entries<any>(book[sheet])) {
      if (!Array.isArray(rows) || !rows[0]?.id || table === "sq") continue;
      for (let at = 0; rows.length < 100; at += 1) rows.push({ ...rows[at], id: `more${sheet}${table}${at}` });
      for (const row of rows) {
        for (const key of ["text", "need", "statement", "what", "name", "metric", "category"]) {
          if (typeof row[key] === "string") row[key] = longer(row[key]);
        }
      }
    }
  }
  book.card.profile.name = longer(book.card.profile.name);
  book.card.plan.kam = longer(book.card.plan.kam);
  book.w6.page = { headline: LONG[lang], decisions: Array(9).fill(longer("?")).join("\n") };
  book.w5.summary.resource_request = longer("!").repeat(6);
  book.w4.summary.headline_number = longer("=");
  book.workbook_id = `toomuch${lang}`;
  delete book.results;
  delete book.base_hash;
  return book;
}

/** Texts that are cut, or that stand outside the sheet, in what is laid out for print. */
export async function clipped(page: Page, within: string): Promise<string[]> {
  return page.evaluate((within) => {
    const found: string[] = [];
    for (const root of document.querySelectorAll<HTMLElement>(within)) {
      const edge = root.getBoundingClientRect();
      for (const element of root.querySelectorAll<HTMLElement>("*")) {
        if (element.closest(".sr, svg, .onepage")) continue;
        const style = getComputedStyle(element);
        const box = element.getBoundingClientRect();
        const hides = style.overflowX !== "visible" || style.overflowY !== "visible";
        const cut = element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1;
        if (hides && element.clientWidth > 0 && cut) found.push(`cut: ${element.textContent?.slice(0, 60)}`);
        if (box.width > 0 && box.right > edge.right + 1) found.push(`outside: ${element.tagName} ${element.textContent?.slice(0, 60)}`);
      }
    }
    return found;
  }, within);
}
