// Input by an input method editor, as when pinyin is typed.
import type { CDPSession, Page } from "@playwright/test";

/** An input method at work in the focused field. */
export class InputMethod {
  private constructor(private readonly session: CDPSession) {}

  static async of(page: Page) {
    return new InputMethod(await page.context().newCDPSession(page));
  }

  /** Types the steps of a composition without finishing it: `["n", "ni", "ni'h", "ni'hao"]`. */
  async compose(...steps: string[]) {
    for (const text of steps) {
      await this.key("Process");
      await this.session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    }
  }

  /** Finishes the composition with the chosen words. */
  async commit(text: string) {
    await this.session.send("Input.insertText", { text });
  }

  /** Gives the composition up. */
  async cancel() {
    await this.session.send("Input.imeSetComposition", { text: "", selectionStart: 0, selectionEnd: 0 });
  }

  /** A key that the input method takes for itself: the page sees key code 229. */
  async key(key: string) {
    const event = { key, windowsVirtualKeyCode: 229, nativeVirtualKeyCode: 229 };
    await this.session.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...event });
    await this.session.send("Input.dispatchKeyEvent", { type: "keyUp", ...event });
  }
}
