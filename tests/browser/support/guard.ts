// Watches every page of a test: no error, no breach of the content security policy, no request elsewhere.
import { expect, type BrowserContext, type Page } from "@playwright/test";

export class Guard {
  private readonly problems: string[] = [];
  private readonly allowed: RegExp[] = [];

  private readonly origins: string[] = [];

  constructor(origin: string) {
    this.own(origin);
  }

  /** A further server of the test itself, which is not "elsewhere". */
  own(origin: string) {
    this.origins.push(origin);
  }

  /** Watches all pages of a context, those that open later included. */
  async watch(context: BrowserContext) {
    await context.addInitScript(() => {
      addEventListener("securitypolicyviolation", (event) => {
        console.error(`policy violation: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
      });
    });
    context.pages().forEach((page) => this.watchPage(page));
    context.on("page", (page) => this.watchPage(page));
    context.on("request", (request) => {
      const { protocol, origin } = new URL(request.url());
      const local = ["data:", "blob:", "file:", "about:"].includes(protocol) || this.origins.includes(origin);
      if (!local) this.problems.push(`request elsewhere: ${request.url()}`);
    });
  }

  /** Errors that this test provokes on purpose. */
  allow(...patterns: RegExp[]) {
    this.allowed.push(...patterns);
  }

  /** Fails for everything that happened and was not allowed. */
  check() {
    const unexpected = this.problems.filter((problem) => !this.allowed.some((pattern) => pattern.test(problem)));
    expect(unexpected, "errors on the page").toEqual([]);
  }

  private watchPage(page: Page) {
    page.on("pageerror", (error) => this.problems.push(`page error: ${error.message}`));
    page.on("console", (message) => {
      if (message.type() === "error") this.problems.push(`console: ${message.text()} (${message.location().url})`);
    });
  }
}
