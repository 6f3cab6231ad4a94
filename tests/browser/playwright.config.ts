import { defineConfig } from "@playwright/test";
import { executablePath, launchArguments } from "./support/chromium.mjs";

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.ts",
  outputDir: "test-results",
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  use: {
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    acceptDownloads: true,
    launchOptions: { executablePath, args: launchArguments },
    trace: "retain-on-failure",
  },
});
