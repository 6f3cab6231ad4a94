// The test's own tools, so that a failure elsewhere is a failure of the page.
import { InputMethod } from "./support/ime";
import { Profile } from "./support/profile";
import { expect, test } from "./support/fixtures";

test("a killed browser starts again on its profile", async ({ site }) => {
  const profile = await Profile.create();
  try {
    const visit = async () => {
      const page = await (await profile.launch()).newPage();
      await page.goto(`${site.url}assets/icon.svg`);
      return page;
    };
    const first = await visit();
    await first.evaluate(async () => {
      const request = indexedDB.open("probe", 1);
      request.onupgradeneeded = () => request.result.createObjectStore("kept");
      await new Promise((open) => (request.onsuccess = open));
      const change = request.result.transaction("kept", "readwrite");
      change.objectStore("kept").put("still here", 1);
      await new Promise((done) => (change.oncomplete = done));
    });
    await profile.kill();
    const second = await visit();
    expect(await second.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).toEqual(["probe"]);
  } finally {
    await profile.remove();
  }
});

test("preferences of a profile are in force", async ({ site }) => {
  const profile = await Profile.create({ profile: { default_content_setting_values: { cookies: 2 } } });
  try {
    const page = await (await profile.launch()).newPage();
    await page.goto(`${site.url}assets/icon.svg`);
    const blocked = () => {
      try {
        return localStorage.length < 0;
      } catch (error) {
        return (error as Error).name;
      }
    };
    expect(await page.evaluate(blocked)).toBe("SecurityError");
  } finally {
    await profile.remove();
  }
});

test("a composition shows its steps and reaches the field once", async ({ page }) => {
  await page.setContent('<input aria-label="name"><script>0</script>');
  const field = page.getByLabel("name");
  await field.evaluate((input) => {
    input.addEventListener("keydown", (event) => (input.dataset.keys = `${input.dataset.keys ?? ""}${(event as KeyboardEvent).keyCode} `));
    input.addEventListener("compositionend", (event) => (input.dataset.end = (event as CompositionEvent).data));
  });
  await field.focus();
  const pinyin = await InputMethod.of(page);
  await pinyin.compose("n", "ni", "ni'hao");
  await expect(field).toHaveValue("ni'hao");
  await pinyin.commit("你好");
  await expect(field).toHaveValue("你好");
  await expect(field).toHaveAttribute("data-end", "你好");
  await expect(field).toHaveAttribute("data-keys", "229 229 229 ");
});
