// What every test gets: the served site, the page as an `app`, and a guard that fails on any error.
import { test as base } from "@playwright/test";
import { App } from "./app";
import { Guard } from "./guard";
import { startServer } from "./server.mjs";

export type Site = Awaited<ReturnType<typeof startServer>>;

type PerTest = { app: App; guard: Guard };
type PerWorker = { site: Site };

export const test = base.extend<PerTest, PerWorker>({
  site: [
    async ({}, use) => {
      const site = await startServer();
      await use(site);
      await site.close();
    },
    { scope: "worker" },
  ],

  guard: [
    async ({ context, site }, use) => {
      const guard = new Guard(site.origin);
      await guard.watch(context);
      await use(guard);
      guard.check();
    },
    { auto: true },
  ],

  app: async ({ page, site }, use) => {
    await use(new App(page, site.url));
  },
});

export { expect } from "@playwright/test";

/** True when the long versions of tests were asked for (`cargo xtask test --long`). */
export const long = process.env.KAMSHEET_LONG === "1";
