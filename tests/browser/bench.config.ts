// `cargo xtask bench`: one measurement at a time, on an otherwise idle browser.
import { defineConfig } from "@playwright/test";
import tests from "./playwright.config";

export default defineConfig(tests, {
  testMatch: "*.bench.ts",
  fullyParallel: false,
  workers: 1,
  timeout: 300_000,
  reporter: "line",
  use: { trace: "off" },
});
