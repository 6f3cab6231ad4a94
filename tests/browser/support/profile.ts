// A browser of its own on a profile that outlives it: for tests that kill the browser and look again.
import { spawn, type ChildProcess } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { chromium, type Browser, type BrowserContext } from "@playwright/test";
import { executablePath, launchArguments } from "./chromium.mjs";

/** A profile folder, and at most one browser running on it. */
export class Profile {
  private process?: ChildProcess;
  private browser?: Browser;

  private constructor(private readonly folder: string) {}

  /** A new profile; `preferences` are Chromium's own, as `{ profile: { … } }`. */
  static async create(preferences?: object) {
    const folder = await mkdtemp(join(tmpdir(), "kamsheet-profile-"));
    if (preferences) {
      await mkdir(join(folder, "Default"));
      await writeFile(join(folder, "Default", "Preferences"), JSON.stringify(preferences));
    }
    return new Profile(folder);
  }

  /** Starts a browser in a process group of its own. */
  async launch(): Promise<BrowserContext> {
    const flags = [...launchArguments, "--headless", "--remote-debugging-port=0", `--user-data-dir=${this.folder}`];
    this.process = spawn(executablePath!, [...flags, "about:blank"], { detached: true, stdio: ["ignore", "ignore", "pipe"] });
    const endpoint = await endpointOf(this.process);
    this.browser = await chromium.connectOverCDP(endpoint);
    return this.browser.contexts()[0];
  }

  /** Ends the browser and everything that it started with a signal, at once and without a last word. */
  async kill(signal: NodeJS.Signals = "SIGKILL") {
    if (!this.process || this.process.exitCode !== null) return;
    const gone = new Promise((resolve) => this.process!.once("exit", resolve));
    process.kill(-this.process.pid!, signal);
    await gone;
    await this.browser?.close();
    this.process = this.browser = undefined;
  }

  /** Waits until the browser has ended by itself. */
  async ended() {
    if (this.process && this.process.exitCode === null) await new Promise((over) => this.process!.once("exit", over));
    this.process = this.browser = undefined;
  }

  /** Whether a browser is running. */
  get runs() {
    return this.process !== undefined && this.process.exitCode === null;
  }

  /** Kills what is running and deletes the folder. */
  async remove() {
    await this.kill();
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Reads the address for remote control from the browser's output. */
function endpointOf(process: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    createInterface({ input: process.stderr! }).on("line", (line) => {
      const found = /DevTools listening on (\S+)/.exec(line);
      if (found) resolve(found[1]);
    });
    process.once("error", reject);
    process.once("exit", (code) => reject(new Error(`the browser ended with ${code}`)));
  });
}
