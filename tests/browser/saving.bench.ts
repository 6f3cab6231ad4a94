// How long a save holds the page up on a slow machine (processor slowed down four times), with a thousand rows.
import { median, quantile, table, type Line } from "./support/figures";
import { expect, test } from "./support/fixtures";
import { App } from "./support/app";
import { longWorkbook } from "./support/keeping";

const SLOWDOWN = 4;
const SAVES = 12;
/** Bar: milliseconds that one turn of a save may take. */
const SAVE_BAR = 8;

type Turn = { took: number; local: boolean; database: boolean };

/** Notes how long everything takes that runs from a timer, and whether it wrote a store; runs in the page. */
function observeTurns() {
  const turns: Turn[] = [];
  Object.assign(window, { turns });
  let [local, database] = [0, 0];
  const { setItem } = Storage.prototype;
  Storage.prototype.setItem = function (key, value) {
    if (key.startsWith("kamsheet:doc:")) local++;
    setItem.call(this, key, value);
  };
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (...parameters) {
    if (this.name === "state") database++;
    return put.apply(this, parameters as any);
  };
  const real = window.setTimeout;
  window.setTimeout = ((act: (...rest: any[]) => void, milliseconds?: number, ...rest: any[]) =>
    real(() => {
      const [from, before, beforeState] = [performance.now(), local, database];
      act(...rest);
      turns.push({ took: performance.now() - from, local: local > before, database: database > beforeState });
    }, milliseconds)) as typeof window.setTimeout;
}

test("a save with a thousand needs", async ({ page, site }) => {
  await page.addInitScript(observeTurns);
  const app = new App(page, site.url);
  await longWorkbook(app);
  await app.saveState("saved");
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
  const longest = { local: [] as number[], database: [] as number[], other: [] as number[] };
  for (let save = 0; save < SAVES; save++) {
    await page.evaluate(() => void ((window as any).turns.length = 0));
    await app.field("w3.needs.need").first().fill(`save number ${save}`);
    const wrote = () => page.evaluate(() => (window as any).turns.some((turn: Turn) => turn.local));
    await expect.poll(wrote, { timeout: 30_000 }).toBe(true);
    const turns: Turn[] = await page.evaluate(() => (window as any).turns);
    const most = (list: Turn[]) => Math.max(0, ...list.map((turn) => turn.took));
    longest.local.push(most(turns.filter((turn) => turn.local)));
    longest.other.push(most(turns.filter((turn) => !turn.local && !turn.database)));
    const checkpoints = turns.filter((turn) => turn.database);
    if (checkpoints.length) longest.database.push(most(checkpoints));
  }
  const line = (what: string, took: number[]): Line => ({ what, saves: took.length, p50: median(took), p95: quantile(took, 0.95) });
  const lines = [line("localStorage", longest.local), line("slices before it", longest.other)];
  if (longest.database.length) lines.push(line("checkpoint", longest.database));
  console.log(`\nlongest turn of a save, milliseconds at ${SLOWDOWN} times slower\n${table(lines)}\n`);
  expect.soft(median(longest.local), "localStorage").toBeLessThanOrEqual(SAVE_BAR);
});
