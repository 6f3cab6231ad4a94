// `cargo xtask screenshots`: pictures of every page of a sample workbook.
import { defineConfig } from "@playwright/test";
import tests from "./playwright.config";

export default defineConfig(tests, {
  testMatch: "*.screenshots.ts",
  timeout: 180_000,
  reporter: "list",
  use: { trace: "off" },
});
