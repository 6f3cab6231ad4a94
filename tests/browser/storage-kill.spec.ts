// Kill-safe and close-safe typing: nothing that was typed is lost, however the browser ends.
import { expect, long, test } from "./support/fixtures";
import { App } from "./support/app";
import { Profile } from "./support/profile";
import { NAME, longWorkbook, newWorkbook, toNeeds, typeQuickly, visit } from "./support/keeping";

const ROUNDS = long ? 20 : 2;
const pause = (milliseconds: number) => new Promise((over) => setTimeout(over, milliseconds));

test.describe.configure({ timeout: long ? 1_800_000 : 180_000 });

async function withProfile(act: (profile: Profile) => Promise<void>) {
  const profile = await Profile.create();
  try {
    await act(profile);
  } finally {
    await profile.remove();
  }
}

test(`a killed browser has kept every key older than 300 ms, ${ROUNDS} rounds`, async ({ site }) => {
  await withProfile(async (profile) => {
    let app = new App(await (await profile.launch()).newPage(), site.url);
    const id = await newWorkbook(app);
    for (let round = 0; round < ROUNDS; round++) {
      const text = `键盘${round} typed quickly!`.padEnd(20, ".").slice(0, 20);
      await app.field(NAME).fill("");
      await app.field(NAME).focus();
      await typeQuickly(app.page, text);
      await pause(300);
      await profile.kill();
      app = await visit(await profile.launch(), site.url, `#/${id}/account`);
      await expect(app.field(NAME)).toHaveValue(text);
    }
  });
});

const NEED = "w3.needs.need";

const LONG_ROUNDS = long ? 20 : 1;

test(`the same with a thousand rows, ${LONG_ROUNDS} rounds`, async ({ site }) => {
  await withProfile(async (profile) => {
    let app = new App(await (await profile.launch()).newPage(), site.url);
    const id = await longWorkbook(app);
    for (let round = 0; round < LONG_ROUNDS; round++) {
      const [row] = await app.rowIds(NEED);
      const text = `长表${round} typed quickly!`.padEnd(20, ".").slice(0, 20);
      await app.field(NEED, { row }).fill("");
      await app.field(NEED, { row }).focus();
      await typeQuickly(app.page, text);
      await pause(300);
      await profile.kill();
      app = await visit(await profile.launch(), site.url, `#/${id}/needs`);
      await toNeeds(app);
      await expect(app.field(NEED, { row })).toHaveValue(text);
      expect((await app.export()).w3.needs).toHaveLength(1000);
    }
  });
});

// An app that relies on localStorage alone loses the second edit for minutes, and the longer the text the longer.
const WAIT = long ? 20_000 : 4_000;
for (const [what, begin, page, key] of [
  ["a small workbook", newWorkbook, "account", NAME],
  ["a thousand rows", longWorkbook, "needs", NEED],
] as const) {
  test(`a second edit of ${what} is there after a kill ${WAIT / 1000} s later`, async ({ site }) => {
    await withProfile(async (profile) => {
      const app = new App(await (await profile.launch()).newPage(), site.url);
      const id = await begin(app);
      await app.field(key).first().fill("first");
      await app.saveState("saved");
      await app.field(key).first().fill("second");
      await pause(WAIT);
      await profile.kill();
      const again = await visit(await profile.launch(), site.url, `#/${id}/${page}`);
      if (page === "needs") await toNeeds(again);
      await expect(again.field(key).first()).toHaveValue("second");
    });
  });
}

type End = (app: App, profile: Profile) => Promise<unknown>;
const send = async (app: App, method: any, parameters: any = {}) =>
  (await app.page.context().newCDPSession(app.page)).send(method, parameters);

const ENDS: Record<string, End> = {
  "closing the page": (app) => app.page.close({ runBeforeUnload: false }),
  "navigating away": (app) => app.page.goto(`${app.url}assets/icon.svg`),
  reloading: (app) => app.page.reload(),
  "closing the target": async (app) => {
    const { targetInfo } = (await send(app, "Target.getTargetInfo")) as any;
    await send(app, "Target.closeTarget", { targetId: targetInfo.targetId });
  },
  freezing: async (app, profile) => {
    await send(app, "Page.setWebLifecycleState", { state: "frozen" });
    await profile.kill();
  },
  "closing the browser": async (app, profile) => {
    await send(app, "Browser.close").catch(() => {});
    await profile.ended();
  },
  SIGTERM: (_, profile) => profile.kill("SIGTERM"),
};

for (const [how, end] of Object.entries(ENDS)) {
  test(`nothing is lost by ${how} right after the last key`, async ({ site }) => {
    await withProfile(async (profile) => {
      let context = await profile.launch();
      let app = new App(await context.newPage(), site.url);
      const id = await newWorkbook(app);
      for (let round = 0; round < (long ? 10 : 2); round++) {
        const text = `${how} ${round}`;
        await app.field(NAME).fill("");
        await app.field(NAME).focus();
        await typeQuickly(app.page, text, 10);
        await end(app, profile);
        if (!profile.runs) context = await profile.launch();
        app = await visit(context, site.url, `#/${id}/account`);
        await expect(app.field(NAME)).toHaveValue(text);
      }
    });
  });
}
