// axe-core over what is on the screen.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Expects no violation of WCAG 2.2 AA that axe can see; `within` narrows it to a part of the page. */
export async function expectAccessible(page: Page, within?: string) {
  // What fades in has its colours only when it has arrived; what goes on for good is not waited for.
  await page.evaluate(() => {
    const passing = document.getAnimations().filter((one) => Number.isFinite(one.effect?.getComputedTiming().endTime));
    return Promise.allSettled(passing.map((one) => one.finished));
  });
  await page.evaluate(axeSource);
  const found: string[] = await page.evaluate(
    async ([scope, tags]) => {
      const axe = (window as any).axe;
      const { violations } = await axe.run(scope ?? document, { runOnly: { type: "tag", values: tags } });
      return violations.flatMap((violation: any) =>
        violation.nodes.map((node: any) => `${violation.id}: ${node.target.join(" ")} ${node.failureSummary}`),
      );
    },
    [within, STANDARDS] as const,
  );
  expect(found, "accessibility violations").toEqual([]);
}
