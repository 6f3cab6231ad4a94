// How long a save holds the page up on a slow machine (processor slowed down four times), with a thousand rows.
import { median, quantile, table, type Line } from "./support/figures";
import { expect, test } from "./support/fixtures";
import { App } from "./support/app";
import { longWorkbook } from "./support/keeping";

const SLOWDOWN = 4;
const SAVES = 12;
/** Bar: milliseconds that one turn of a save may take. */
const SAVE_BAR = 8;

/** A turn of the page that a timer began; `from` is the turn that set the timer, none where a key did. */
type Turn = { id: number; from?: number; took: number; local: boolean; database: boolean };

/**
 * Notes how long everything takes that runs from a timer, whether it wrote a store, and in which turn the timer was set;
 * runs in the page. The turns of a save are the one that writes and those it came from: pictures and advice have timers
 * as well, which go off in the same pauses and are no part of a save.
 */
function observeTurns() {
  const turns: Turn[] = [];
  Object.assign(window, { turns });
  let now: number | undefined;
  let count = 0;
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
  window.setTimeout = ((act: (...rest: any[]) => void, milliseconds?: number, ...rest: any[]) => {
    const from = now;
    return real(() => {
      const id = (now = ++count);
      const [begun, before, beforeState] = [performance.now(), local, database];
      act(...rest);
      turns.push({ id, from, took: performance.now() - begun, local: local > before, database: database > beforeState });
      now = undefined;
    }, milliseconds);
  }) as typeof window.setTimeout;
}

/** The turns that led to one, from the first on, itself left out. */
function before(turns: Turn[], turn: Turn): Turn[] {
  const from = turns.find((other) => other.id === turn.from);
  return from ? [...before(turns, from), from] : [];
}

test("a save with a thousand needs", async ({ page, site }) => {
  await page.addInitScript(observeTurns);
  const app = new App(page, site.url);
  await longWorkbook(app);
  await app.saveState("saved");
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
  const longest = { local: [] as number[], database: [] as number[], slices: [] as number[] };
  for (let save = 0; save < SAVES; save++) {
    await page.evaluate(() => void ((window as any).turns.length = 0));
    await app.field("w3.needs.need").first().fill(`save number ${save}`);
    const wrote = () => page.evaluate(() => (window as any).turns.some((turn: Turn) => turn.local));
    await expect.poll(wrote, { timeout: 30_000 }).toBe(true);
    const turns: Turn[] = await page.evaluate(() => (window as any).turns);
    const most = (list: Turn[]) => Math.max(0, ...list.map((turn) => turn.took));
    const writes = turns.filter((turn) => turn.local);
    longest.local.push(most(writes));
    longest.slices.push(most(writes.flatMap((turn) => before(turns, turn))));
    const checkpoints = turns.filter((turn) => turn.database && !turn.local);
    if (checkpoints.length) longest.database.push(most(checkpoints.flatMap((turn) => [...before(turns, turn), turn])));
  }
  const line = (what: string, took: number[]): Line => ({ what, saves: took.length, p50: median(took), p95: quantile(took, 0.95) });
  const lines = [line("localStorage", longest.local), line("slices before it", longest.slices)];
  if (longest.database.length) lines.push(line("checkpoint", longest.database));
  console.log(`\nlongest turn of a save, milliseconds at ${SLOWDOWN} times slower\n${table(lines)}\n`);
  for (const [what, took] of Object.entries(longest)) {
    if (took.length) expect.soft(quantile(took, 0.95), what).toBeLessThanOrEqual(SAVE_BAR);
  }
});
