// Which browser is started, and how.
import { existsSync } from "node:fs";

const USUAL_PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

export const executablePath = process.env.CHROMIUM ?? USUAL_PLACES.find((path) => existsSync(path));

/** Nothing but the page itself may use the network or the processor. */
export const launchArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  "--no-first-run",
  "--no-default-browser-check",
];
