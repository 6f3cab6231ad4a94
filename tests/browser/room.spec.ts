// In the room: agenda and timer, the facilitator's window, silent rating, dots, review, projector, the week, the tour.
import { type Page } from "@playwright/test";
import { expectAccessible } from "./support/accessibility";
import { App, type Language } from "./support/app";
import { expect, test } from "./support/fixtures";

/** A workbook file with what the room works on. */
const workbook = (more: object = {}) => ({
  format: "kamsheet",
  schema_version: 1,
  workbook_id: "room-test-workbook",
  locale: "en",
  card: { profile: { name: "Alder" }, team: [{ id: "t1", name: "Li" }] },
  w3: {
    needs: [
      { id: "n1", need: "Less waste" },
      { id: "n2", need: "Faster start" },
      { id: "n3", need: "Secret of theirs", private: true },
    ],
    people: [{ id: "p1", name: "COO", influence: 5, support: 1, last_contact: "2025-06-01" }],
    summary: { one_sentence: "They want to waste less." },
  },
  ...more,
});

async function open(app: App, page: string, file: object = workbook(), lang: Language = "en") {
  await app.goto("#/", { lang });
  await app.importAsNew(file);
  await app.open(page);
}

const face = (page: Page) => page.locator("[data-clock]").first();
const clock = (page: Page) => page.locator(".clock").first();
const block = (page: Page, at: number) => page.locator(".blocks li").nth(at);

test("an agenda is taken, the clock runs, pauses, warns, and shrinks what is to come", async ({ app, page }) => {
  await page.clock.install({ time: new Date("2026-03-05T09:00:00") });
  await open(app, "workshop");
  await app.action("agenda-template").and(page.locator('[data-value="sprint"]')).click();
  await expect(page.locator(".blocks li")).toHaveCount(10);
  await expect(clock(page)).toContainText("Ends at 11:00");
  await app.action("timer-toggle").click();
  await expect(face(page)).toHaveText(/^(5:00|4:59)$/);

  await page.clock.runFor(3 * 60_000);
  await expect(face(page)).toHaveText(/^(2:00|1:5\d)$/);
  await app.action("timer-toggle").click();
  await page.clock.runFor(10 * 60_000);
  await expect(face(page)).toHaveText(/^(2:00|1:5\d)$/);
  await expect(clock(page).getByRole("status")).toContainText("Paused");
  await app.action("timer-toggle").click();

  // The last minute is said in words and shown by the frame, not by colour alone.
  await page.clock.runFor(70_000);
  await expect(clock(page)).toHaveAttribute("data-signal", "last");
  await expect(clock(page).getByRole("status")).toContainText("Last minute");
  await app.action("timer-more-5").click();
  await expect(clock(page)).toHaveAttribute("data-signal", "calm");
  await expect(face(page)).toHaveText(/^5:[45]\d$/);

  await page.clock.runFor(20 * 60_000);
  await expect(clock(page)).toHaveAttribute("data-signal", "over");
  await expect(face(page)).toHaveText(/^−14:/);
  await expect(block(page, 1)).toContainText(/1\d min instead of 12/);
  await app.action("timer-next").click();
  await expect(block(page, 0)).toContainText("took 24 min");
  await expect(block(page, 1)).toHaveAttribute("aria-current", "step");

  // It is kept in the workbook: a reload goes on where the clock is.
  const left = async () => {
    const [minutes, seconds] = (await face(page).textContent())!.split(":").map(Number);
    return minutes * 60 + seconds;
  };
  const before = await left();
  await app.saveState("saved");
  await app.reload();
  await expect(face(page)).toHaveText(/^\d+:\d\d$/);
  expect(before - (await left())).toBeLessThan(120);
  expect(await left()).toBeLessThanOrEqual(before);
  const agenda = (await app.export()).log.agenda;
  expect(agenda[0].actual).toBeGreaterThan(23);
  expect(agenda[1].clock).toMatch(/^run \d+$/);
  await app.action("timer-reset").click();
  await expect(clock(page)).toContainText("Not started yet");
});

test("the facilitator's window shows the same clock, asks, and takes notes", async ({ app, page, context }) => {
  await open(app, "workshop");
  await app.action("agenda-template").first().click();
  await app.action("timer-toggle").click();
  await app.saveState("saved");
  const [popup] = await Promise.all([context.waitForEvent("page"), app.action("facilitator").click()]);
  const small = new App(popup, app.url);
  await small.ready();
  await expect(popup.locator(".top")).toBeHidden();
  await expect(popup.locator(".clock-block")).toHaveText("Opening and ground rules");
  const first = await popup.locator("[data-question]").textContent();
  await small.action("next-question").click();
  await expect(popup.locator("[data-question]")).not.toHaveText(first!);
  const own = popup.locator('[data-note="log.questions"]');
  await own.fill("Who is missing today?");
  await own.press("Enter");
  await expect(popup.locator("[data-question]")).toHaveText("Who is missing today?");
  await popup.locator('[data-note="log.parking"]').fill("Prices in 2027");
  await popup.keyboard.press("Enter");
  await popup.locator('[data-note="log.decisions"]').fill("Pilot in May");
  await popup.keyboard.press("Enter");
  await small.action("timer-next").click();
  // The other window follows while it stays open.
  await expect(page.locator(".clock-block").first()).toHaveText("Industry");
  await expect(page.locator('[data-quick="log.parking"]').first()).toContainText("Prices in 2027");
  const { log } = await app.export();
  expect(log.decisions[0].text).toBe("Pilot in May");
  expect(log.questions[0]).toMatchObject({ sheet: "card", text: "Who is missing today?" });
  await expectAccessible(popup);
});

/** One person's turn: steps by item, from the top. */
async function rate(app: App, name: string, values: number[]) {
  const { page } = app;
  await page.locator('[data-choice="rater"]').fill(name);
  await app.action("begin-rating").click();
  for (const [at, value] of values.entries()) {
    await page.locator(".rate-item").nth(at).getByRole("radio").nth(value - 1).check();
  }
  await app.action("pass-on").click();
}

test("people rate in silence; revealed are the spread, the disagreement and a proposal", async ({ app, page }) => {
  await open(app, "workshop");
  await rate(app, "Li", [8, 3, 5]);
  const round = page.locator('[data-round="rating"]');
  await expect(round).toContainText("1 has rated");
  await expect(round.locator(".spread")).toHaveCount(0);
  await expect(round).not.toContainText("Li rates");
  await rate(app, "Tom", [9, 9, 5]);
  await rate(app, "An", [9, 4, 5]);
  await app.action("reveal").click();
  const row = (id: string) => round.locator(`tr[data-row="${id}"]`);
  await expect(row("n1")).toHaveAttribute("data-disagree", "false");
  await expect(row("n2")).toHaveAttribute("data-disagree", "true");
  await expect(row("n2")).toContainText("Talk about it");
  await expect(row("n2").getByRole("cell").nth(1)).toHaveText("4");
  await expect(row("n2").getByRole("cell").nth(2)).toHaveText("5.3");
  await expect(row("n2").getByRole("cell").nth(3)).toHaveText("3–9");
  await expect(row("n2").getByRole("img")).toHaveAttribute("aria-label", "Li: 3, Tom: 9, An: 4");
  await expect(round).toContainText("Agreement on 67% of the items");
  await app.action("take-median", { row: "n2" }).click();
  await app.action("take-all").click();
  const file = await app.export();
  expect(file.w3.needs.map((need: any) => need.importance)).toEqual([9, 4, 5]);
  expect(file.log.ratings).toHaveLength(9);
  expect(file.log.ratings[0]).toMatchObject({ item: "w3.needs.importance/n1", rater: "Li", value: 8 });
  await app.action("clear-ratings").click();
  expect((await app.export()).log?.ratings ?? []).toHaveLength(0);
});

test("raters stay unknown when that is wanted", async ({ app, page }) => {
  await open(app, "workshop");
  await page.locator('[data-choice="anonymous"]').check();
  await expect(page.locator('[data-choice="rater"]')).toHaveCount(0);
  await app.action("begin-rating").click();
  await page.locator(".rate-item").first().getByRole("radio").nth(6).check();
  await app.action("pass-on").click();
  await app.action("reveal").click();
  await expect(page.locator(".spread").getByRole("img").first()).toHaveAttribute("aria-label", "R1: 7");
  expect((await app.export()).log.ratings[0].rater).toBe("R1");
});

test("dots are given by the keyboard, and the result sorts the list", async ({ app, page }) => {
  await open(app, "workshop");
  await page.locator('[data-choice="dots"]').fill("3");
  await page.locator('[data-choice="dots"]').blur();
  const round = page.locator('[data-round="voting"]');
  const more = (id: string) => round.locator(`[data-row="${id}"] [data-action="dot-more"]`);
  await app.action("begin-vote").click();
  await expect(more("n1")).toBeFocused();
  await more("n2").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await more("n3").click();
  await expect(round).toContainText("0 dots left");
  await expect(more("n1")).toBeDisabled();
  await app.action("cast").click();
  await expect(round).toContainText("1 has voted");
  await app.action("begin-vote").click();
  await more("n2").click();
  await app.action("cast").click();
  await app.action("reveal-vote").click();
  await expect(round.locator(".result li")).toHaveCount(2);
  await expect(round.locator(".result li").first()).toContainText("Faster start");
  await expect(round.locator(".result li").first()).toContainText("● 3");
  await app.action("sort-by-vote").click();
  expect((await app.export()).w3.needs.map((need: any) => need.id)).toEqual(["n2", "n3", "n1"]);
  await page.locator('[data-action="toast-undo"]').last().click();
  expect((await app.export()).w3.needs.map((need: any) => need.id)).toEqual(["n1", "n2", "n3"]);
});

test("the projector is led by keys, hides what is private, and leaves the workbook as it was", async ({ app, page }) => {
  await open(app, "needs");
  await page.keyboard.press("Control+k");
  await page.keyboard.type("Projector");
  await page.keyboard.press("Enter");
  const screen = page.locator("dialog.projector");
  await expect(screen).toBeVisible();
  const title = screen.locator("h1");
  const first = await title.textContent();
  await page.keyboard.press("ArrowRight");
  await expect(title).not.toHaveText(first!);
  await page.keyboard.press("ArrowLeft");
  await expect(title).toHaveText(first!);
  await page.keyboard.press("3");
  for (let at = 0; at < 9 && (await title.textContent()) !== "Needs list" && !(await screen.locator('[data-row="n1"]').count()); at++) {
    await page.keyboard.press("ArrowRight");
  }
  await expect(screen.locator('[data-row="n1"]')).toContainText("Less waste");
  await expect(screen).not.toContainText("Secret of theirs");
  const size = await screen.locator('[data-row="n1"] td').first().evaluate((cell) => parseFloat(getComputedStyle(cell).fontSize));
  expect(size, "half as large again as on the sheet, or more").toBeGreaterThanOrEqual(22.5);

  await page.keyboard.press("ArrowDown");
  await expect(screen.locator(".lit")).toContainText("Less waste");
  await page.keyboard.press("ArrowDown");
  await expect(screen.locator(".lit")).toContainText("Faster start");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await expect(screen.locator(".lit")).toHaveCount(0);
  await expectAccessible(page);
  await page.keyboard.press("b");
  await expect(screen.locator(".black")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(screen.locator(".black")).toHaveCount(0);
  await expect(screen).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(screen).toHaveCount(0);
  await expect(page).toHaveURL(/workshop$/);
  expect((await app.export()).w3.needs).toHaveLength(3);
});

test("the findings are seven screens, the last leads to the plan on a page", async ({ app, page }) => {
  await open(app, "workshop");
  await app.action("present").click();
  const screen = page.locator("dialog.projector");
  await page.keyboard.press("3");
  await expect(screen).toContainText("They want to waste less.");
  await expect(screen.locator(".key")).toHaveCount(3);
  await page.keyboard.press("End");
  await app.action("to-plan").click();
  await expect(page).toHaveURL(/page$/);
  await expect(screen).toHaveCount(0);
});

test("a review goes through its four stages, with a place for the notes", async ({ app, page }) => {
  await open(app, "workshop");
  const round = page.locator('[data-round="review"]');
  await expect(round).toContainText("without interruption");
  await app.action("stage-on").click();
  await expect(round).toContainText("Questions only");
  await app.action("stage-on").click();
  await expect(round).toContainText("vulnerability");
  await round.locator('[data-note="log.parking"]').fill("One contact only");
  await page.keyboard.press("Enter");
  await app.action("stage-on").click();
  await round.locator('[data-note="log.decisions"]').fill("Meet the CFO");
  await page.keyboard.press("Enter");
  await expect(app.action("stage-on")).toBeDisabled();
  const { log } = await app.export();
  expect([log.parking[0].text, log.decisions[0].text]).toEqual(["One contact only", "Meet the CFO"]);
});

test("this week names what is late, due, red and cold, and leads there", async ({ app, page }) => {
  await page.clock.setFixedTime(new Date("2026-03-05T09:00:00"));
  const act = [
    { id: "a1", what: "Visit the plant", due: "2026-03-01", owner: "t1", status: "doing" },
    { id: "a2", what: "Send the offer", due: "2026-03-06" },
    { id: "a3", what: "Done already", due: "2026-03-01", status: "done" },
    { id: "a4", what: "Next month", due: "2026-04-01" },
  ];
  const risk = [{ id: "r1", text: "Plant closes", flag: "red_flag" }];
  await open(app, "week", workbook({ w6: { act, risk } }));
  const group = (name: string) => page.locator(`[data-group="${name}"]`);
  await expect(group("overdue").locator("li")).toHaveCount(1);
  await expect(group("overdue")).toContainText("4 days late · 1 Mar · Li");
  await expect(group("due").locator("li")).toHaveCount(1);
  await expect(group("due")).toContainText("tomorrow");
  await expect(group("flags")).toContainText("Plant closes");
  await expect(group("cold")).toContainText("COO");
  await group("overdue").getByRole("button", { name: "Visit the plant" }).click();
  await expect(app.field("w6.act.due", { row: "a1" })).toBeFocused();
});

test("what changed since the last visit is told", async ({ app, page }) => {
  await open(app, "needs");
  await app.field("w3.needs.need", { row: "n1" }).fill("Much less waste");
  await app.saveState("saved");
  await app.reload();
  await app.open("week");
  const changed = page.locator('[data-changed="w3.needs"]');
  await expect(changed).toContainText("Much less waste");
  await changed.getByRole("button", { name: "Much less waste" }).click();
  await expect(app.field("w3.needs.need", { row: "n1" })).toBeFocused();
});

test("the tour has five steps, works by keyboard, and is offered once", async ({ app, page }) => {
  await app.goto("#/");
  await page.locator("main").locator('[data-action="tour"]').click();
  const tour = page.locator(".tour");
  await expect(tour).toContainText("1 of 5");
  await expect(app.action("tour-next")).toBeFocused();
  await expectAccessible(page);
  for (const step of ["2 of 5", "3 of 5"]) {
    await page.keyboard.press("Enter");
    await expect(tour).toContainText(step);
    await expect(app.action("tour-next")).toBeFocused();
  }
  await page.keyboard.press("ArrowLeft");
  await expect(tour).toContainText("2 of 5");
  await page.keyboard.press("Escape");
  await expect(tour).toHaveCount(0);
  await app.goto("#/");
  await expect(page.locator("main").locator('[data-action="tour"]')).toHaveCount(0);
  await page.keyboard.press("?");
  await page.locator("dialog").locator('[data-action="tour"]').click();
  await expect(tour).toContainText("1 of 5");
});

for (const lang of ["zh", "en"] as Language[]) {
  for (const theme of ["light", "dark"] as const) {
    test(`no accessibility violation in the room, ${lang}, ${theme}`, async ({ app, page }) => {
      test.setTimeout(180_000);
      await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
      await app.goto("#/", { lang, depth: "standard" });
      await page.locator(`[data-sample="${lang}-full.json"]`).first().click();
      await app.workbookId();
      await app.open("week");
      await expect(page.locator('[data-part="changes"]')).toBeVisible();
      await expectAccessible(page);
      await app.open("workshop");
      await expectAccessible(page);
      await app.action("agenda-template").first().click();
      await app.action("timer-toggle").click();
      await app.action("begin-rating").click();
      await page.locator(".rate-item").first().getByRole("radio").first().check();
      await app.action("begin-vote").click();
      await expectAccessible(page);
      await app.action("pass-on").click();
      await app.action("reveal").click();
      await app.action("cast").click();
      await expectAccessible(page);
      for (const screen of ["projector", "present"]) {
        await app.open(screen);
        await expect(page.locator("dialog.projector")).toBeVisible();
        await expectAccessible(page);
        await page.keyboard.press("Escape");
        await expect(page.locator("dialog.projector")).toHaveCount(0);
      }
    });
  }
}

test("the room fits a phone", async ({ app, page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await open(app, "workshop", workbook(), "zh");
  await app.action("agenda-template").first().click();
  for (const name of ["workshop", "week"]) {
    await app.open(name);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow, `${name} scrolls sideways`).toBeLessThanOrEqual(0);
  }
  await expectAccessible(page);
});
