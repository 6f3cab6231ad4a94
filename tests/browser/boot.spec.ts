// The frame around the program: policy, shell, language, one-file edition, recovery screen.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { App } from "./support/app";
import { expectAccessible } from "./support/accessibility";
import { expect, test } from "./support/fixtures";
import { dist, startServer } from "./support/server.mjs";

const policyOf = (html: string) => /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? "";

test("the site allows its own files and nothing else", async ({ app, page }) => {
  await app.goto();
  const policy = policyOf(await (await page.request.get(app.url)).text());
  expect(policy.split("; ").sort()).toEqual([
    "base-uri 'none'",
    "connect-src 'self'",
    "default-src 'none'",
    "form-action 'none'",
    "img-src 'self' data: blob:",
    "manifest-src 'self'",
    "require-trusted-types-for 'script'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "trusted-types default kamsheet",
    "worker-src 'self'",
  ]);
});

test.describe("without the worker that fetches everything again for later", () => {
  test.use({ serviceWorkers: "block" });

  test("the program is loaded once, from relative addresses, under any folder", async ({ page, guard }) => {
    const site = await startServer({ base: "/teams/north sea/plan/" });
    guard.own(site.origin);
    try {
      await new App(page, site.url).goto();
      const programs = () => site.requests.filter((path) => path.endsWith(".wasm"));
      // What starts the page, and the parts that come after it: each once.
      await expect.poll(() => programs().some((path) => path.includes("kamsheet-late-"))).toBe(true);
      expect(programs()).toHaveLength(new Set(programs()).size);
      expect(site.requests.filter((path) => !path.startsWith(site.base))).toEqual([]);
    } finally {
      await site.close();
    }
  });
});

test("the shell is on the screen before the program arrives, and goes when it does", async ({ app, page }) => {
  let arrive = () => {};
  const held = new Promise<void>((resolve) => (arrive = resolve));
  await page.route("**/*.wasm", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(app.url, { waitUntil: "commit" });
  await expect(page.locator(".shell-mark")).toBeVisible();
  arrive();
  await app.ready();
  await expect(page.locator("#shell")).toBeHidden();
});

test.describe("before what works on a workbook is loaded", () => {
  test.use({ serviceWorkers: "block" });

  test("a name that is sent off twice makes one workbook, which opens when the rest is there", async ({ app, page }) => {
    let arrive = () => {};
    const held = new Promise<void>((resolve) => (arrive = resolve));
    await page.route("**/*-workbook-*.wasm", async (route) => {
      await held;
      await route.continue();
    });
    await app.goto();
    await page.locator("#new-name").fill("Beispiel AG");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await expect(page.locator("#new-name")).toBeVisible();
    arrive();
    await app.workbookId();
    await expect(app.field("card.profile.name")).toHaveValue("Beispiel AG");
    await app.goto();
    await expect(page.locator("[data-workbook]")).toHaveCount(1);
  });

  test("when it does not arrive, a notice says so and the next try works", async ({ app, page, guard }) => {
    guard.allow(/failed to (fetch|load)/i);
    let broken = true;
    await page.route("**/*-workbook-*.wasm", (route) => (broken ? route.abort() : route.continue()));
    await app.goto();
    await page.locator("#new-name").fill("Beispiel AG");
    await page.keyboard.press("Enter");
    await expect(page.locator(".toast").first()).toContainText("could not be loaded");
    broken = false;
    // The first try may still be on its way to its own failure; while it is, another one is not heard.
    await expect(async () => {
      await page.locator("#new-name").press("Enter", { timeout: 500 });
      await expect(page).toHaveURL(/#\/[^/]+\/account/, { timeout: 500 });
    }).toPass();
    await expect(app.field("card.profile.name")).toHaveValue("Beispiel AG");
  });
});

test.describe("language and theme before the program", () => {
  test.use({ locale: "zh-CN" });

  test("the browser's language, then the stored one, then the address", async ({ page, site }) => {
    await page.route("**/*.wasm", (route) => route.fulfill({ path: join(dist, "index.html") })); // it never starts
    const language = async (query = "") => {
      await page.goto(site.url + query, { waitUntil: "commit" });
      await page.waitForLoadState("domcontentloaded");
      return page.locator("html").getAttribute("lang");
    };
    expect(await language()).toBe("zh-CN");
    await page.evaluate(() => localStorage.setItem("kamsheet:lang", "en"));
    expect(await language()).toBe("en");
    expect(await language("?lang=zh")).toBe("zh-CN");
    await page.evaluate(() => localStorage.setItem("kamsheet:theme", "dark"));
    await language();
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  });

  test.beforeEach(({ guard }) => guard.allow(/integrity|failed to fetch/i));
});

test("the one-file edition starts from the disk and connects to nothing", async ({ page }) => {
  const file = join(dist, "kamsheet.html");
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  await new App(page, pathToFileURL(file).href).goto();
  expect(requests.filter((url) => !url.startsWith("data:"))).toEqual([page.url().split("#")[0]]);

  const policy = policyOf(await readFile(file, "utf8"));
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain("'self'");
  expect(policy).not.toContain("connect-src");
  expect(await page.evaluate(() => Object.keys(window).filter((key) => /wasm|kamsheet/i.test(key)))).toEqual([]);
});

test("markup that could run is refused, static markup passes", async ({ app, page, guard }) => {
  guard.allow(/TrustedHTML|Trusted Type|policy violation/i);
  await app.goto();
  const accepted = (html: string) =>
    page.evaluate((text) => {
      try {
        document.createElement("template").innerHTML = text;
        return true;
      } catch {
        return false;
      }
    }, html);
  for (const html of [
    '<div class="a"><input type="text" required><!----><p>1 &lt; 2</p></div>',
    '<svg viewBox="0 0 1 1"><path d="M0 0"></path></svg>',
    '<a href="#/x/needs">→</a>',
  ]) {
    expect(await accepted(html), html).toBe(true);
  }
  for (const html of [
    "<script>1</script>",
    "<img src=x onerror=alert(1)>",
    '<a href="javascript:alert(1)">x</a>',
    '<a href=" java&#115;cript:alert(1)">x</a>',
    "<svg/onload=alert(1)>",
    "<iframe srcdoc='<p>'></iframe>",
    "<p title=\"a\"onclick=\"alert(1)\">x</p>",
    "<!--><img src=x onerror=alert(1)>-->",
    "<img src=x onerror=alert(1)",
    "<style>*{}</style>",
    '<textarea><p title="</textarea><img src=x onerror=alert(1)>">',
  ]) {
    expect(await accepted(html), html).toBe(false);
  }
});

test.describe("recovery screen", () => {
  const seed = () =>
    new Promise<void>((done) => {
      localStorage.setItem("kamsheet:doc:abc", '{"a":"中文"}');
      localStorage.setItem("other", "not ours");
      const request = indexedDB.open("kamsheet", 99);
      request.onupgradeneeded = () => {
        const name = "rescue-test";
        if (!request.result.objectStoreNames.contains(name)) request.result.createObjectStore(name);
      };
      request.onsuccess = () => {
        const change = request.result.transaction("rescue-test", "readwrite");
        change.objectStore("rescue-test").put({ bytes: new Uint8Array([1, 2]) }, "k");
        change.oncomplete = () => (request.result.close(), done());
      };
    });

  // The worker would bring the program back that the test takes away.
  test.use({ serviceWorkers: "block" });

  /** The boot scripts without the program, whose own data would be in the way. */
  test.beforeEach(async ({ page, site, guard }) => {
    guard.allow(/integrity|failed to fetch/i);
    await page.route("**/*.wasm", (route) => route.fulfill({ body: "not a program" }));
    await page.goto(site.url);
    await page.evaluate(seed);
  });

  test("shows when the program does not load, and is accessible", async ({ page }) => {
    const screen = page.getByRole("alertdialog");
    await expect(screen).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("data-crashed", "load");
    await expect(screen.locator(".crash-load").first()).toBeVisible();
    await expect(page.locator("#crash-title")).toBeFocused();
    await expectAccessible(page);
    await page.emulateMedia({ colorScheme: "dark" });
    await expectAccessible(page);
  });

  test("hands out everything that is stored", async ({ page }) => {
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator('[data-crash="download"]').click()]);
    expect(download.suggestedFilename()).toMatch(/^kamsheet-rescue-\d{4}-\d\d-\d\d\.json$/);
    const rescue = JSON.parse(await readFile(await download.path(), "utf8"));
    expect(rescue.format).toBe("kamsheet-rescue");
    expect(rescue.local_storage).toEqual({ "kamsheet:doc:abc": '{"a":"中文"}' });
    expect(rescue.database["rescue-test"]).toEqual([{ key: "k", value: { bytes: { bytes: "AQI=" } } }]);
    await expect(page.getByRole("status")).toContainText("1 workbook");
  });

  test("deletes only after asking twice", async ({ page }) => {
    const stored = () => page.evaluate(() => Object.keys(localStorage).sort());
    const press = (name: string) => page.locator(`[data-crash="${name}"]:visible`).click();
    await page.locator("#crash summary").click();
    await press("delete");
    await press("delete");
    await press("keep");
    expect(await stored()).toEqual(["kamsheet:doc:abc", "other"]);
    await press("delete");
    await press("delete");
    await Promise.all([page.waitForEvent("load"), press("delete")]);
    expect(await stored()).toEqual(["other"]);
    expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
  });
});

test("a trap of the program brings the recovery screen", async ({ app, page, guard }) => {
  guard.allow(/RuntimeError|unreachable/);
  await app.goto();
  await expect(page.getByRole("alertdialog")).toBeHidden();
  await page.evaluate(() => {
    // (module (func (export "trap") unreachable))
    const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 8, 1, 4, 116, 114, 97, 112, 0, 0, 10, 5, 1, 3, 0, 0, 11];
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes)));
    document.addEventListener("click", () => (exports.trap as () => void)(), { once: true });
  });
  await page.evaluate(() => {
    const dialog = document.querySelector("#app")!.appendChild(document.createElement("dialog"));
    dialog.textContent = "open when it happens";
    dialog.showModal();
  });
  await page.mouse.click(5, 5);
  await expect(page.getByRole("alertdialog")).toBeVisible();
  await expect(page.locator(".crash-load").first()).toBeHidden();
  await Promise.all([page.waitForEvent("load"), page.locator('[data-crash="reload"]').click()]);
  await app.ready();
});
