// Runs before the first paint: language, theme, and the gate for HTML strings.
(() => {
  "use strict";
  const root = document.documentElement;

  // Storage may be blocked; the page works without it.
  const stored = (key) => {
    try {
      const text = localStorage.getItem("kamsheet:" + key);
      return text && text.replace(/^"|"$/g, ""); // plain, or a JSON string
    } catch {
      return null;
    }
  };

  // Language: the address wins, then the stored choice, then the browser's.
  const known = (tag) => {
    const main = (tag || "").toLowerCase().split("-")[0];
    return main === "zh" || main === "en" ? main : null;
  };
  const asked = new URLSearchParams(location.search).get("lang");
  const browser = (navigator.languages || [navigator.language]).map(known).find(Boolean);
  const language = known(asked) || known(stored("lang")) || browser || "en";
  root.lang = language === "zh" ? "zh-CN" : "en";
  document.title = language === "zh" ? "KAMSheet · 大客户规划" : "KAMSheet · Key-account planning";

  // Theme: a stored choice; otherwise the style sheet follows the system.
  const theme = stored("theme");
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;

  // At every key the browser's own filling-in looks at all fields that stand in no form. The field in use stands in one
  // by itself (see index.html).
  addEventListener("focusin", ({ target }) => {
    if (target.form === null) target.setAttribute("form", "alone");
  });
  addEventListener("focusout", ({ target }) => {
    if (target.getAttribute("form") === "alone") target.removeAttribute("form");
  });

  // Trusted Types: the view library builds its static markup through <template>.innerHTML. This policy
  // lets markup through that cannot run anything, and nothing else; user text never comes this way.
  const ACTIVE_TAG = /^(script|iframe|frame|object|embed|applet|base|meta|link|style|form|portal|noscript|noembed|noframes|xmp|plaintext|animate|set)$/i;
  const TAG = /<\/?([a-z][\w:-]*)((?:\s+[\w:.-]+(?:\s*=\s*(?:"[^"<]*"|'[^'<]*'|[^\s"'=<>`]+))?)*)\s*\/?>/gi;
  const ATTRIBUTE = /([\w:.-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;
  const ACTIVE_ATTRIBUTE = /^(on.*|srcdoc|formaction|action)$/i;
  const ADDRESS = /^(href|src|xlink:href)$/i;
  const ACTIVE_URL = /^[\s\u0000-\u0020]*(javascript|vbscript|data)\s*:/i;

  const isStatic = (html) => {
    let harmless = true;
    const rest = html
      .replace(/<!-*>|<!--[^<>]*-->/g, "") // comments are the view library's place holders
      .replace(TAG, (_, name, attributes) => {
        if (ACTIVE_TAG.test(name)) harmless = false;
        for (const [, key, ...values] of attributes.matchAll(ATTRIBUTE)) {
          const value = values.find((part) => part !== undefined) || "";
          // An entity in a value could spell a scheme that the test below does not see.
          const hidden = ADDRESS.test(key) && value.includes("&");
          if (ACTIVE_ATTRIBUTE.test(key) || ACTIVE_URL.test(value) || hidden) harmless = false;
        }
        return "";
      });
    return harmless && !rest.includes("<");
  };

  if (window.trustedTypes) {
    const passed = new Set();
    const worker = new URL("sw.js", document.baseURI).href;
    window.trustedTypes.createPolicy("default", {
      createHTML(html) {
        if (passed.has(html)) return html;
        if (!isStatic(html)) return null;
        if (passed.size < 1000) passed.add(html);
        return html;
      },
      createScriptURL: (url) => (new URL(url, document.baseURI).href === worker ? url : null),
    });
  }
})();
