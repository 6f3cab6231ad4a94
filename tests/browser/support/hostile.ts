// Texts that break things elsewhere: the same list as the native tests use.
import { readFileSync } from "node:fs";

const source = readFileSync(new URL("../../common/hostile.rs", import.meta.url), "utf8");
const list = source.slice(source.indexOf("&[&str] = &[") + "&[&str] = &[".length, source.indexOf("\n];"));

/** Hostile texts. The list is written with escapes that both languages read alike. */
export const HOSTILE: string[] = new Function(`return [${list}]`)();

/** Markup and addresses that would run if any of them were taken for code; they set `window.ran`. */
export const CODE = [
  "<script>window.ran=1</script>",
  "<img src=x onerror=window.ran=1>",
  "<svg onload=window.ran=1>",
  "<svg><script>window.ran=1</script></svg>",
  "<math><mi//xlink:href=\"data:x,<script>window.ran=1</script>\">",
  "\"><script>window.ran=1</script>",
  "' onfocus=window.ran=1 autofocus x='",
  "\" onmouseover=\"window.ran=1\" x=\"",
  "javascript:window.ran=1",
  "  java\tscript:window.ran=1",
  "data:text/html,<script>window.ran=1</script>",
  "<iframe srcdoc='<script>parent.ran=1</script>'></iframe>",
  "<iframe src=javascript:parent.ran=1></iframe>",
  "<a href=javascript:window.ran=1>x</a>",
  "<body onload=window.ran=1>",
  "<input onfocus=window.ran=1 autofocus>",
  "<details open ontoggle=window.ran=1>",
  "<style>@import 'http://example.invalid/x.css';</style>",
  "<link rel=stylesheet href=http://example.invalid/x.css>",
  "<img src=http://example.invalid/x.png>",
  "<video><source onerror=window.ran=1></video>",
  "<object data=javascript:window.ran=1>",
  "<base href=http://example.invalid/>",
  "<meta http-equiv=refresh content='0;url=http://example.invalid/'>",
  "</textarea><script>window.ran=1</script>",
  "</title><script>window.ran=1</script>",
  "</style><script>window.ran=1</script>",
  "<!--><img src=x onerror=window.ran=1>-->",
  "{{constructor.constructor('window.ran=1')()}}",
  "${window.ran=1}",
  "`+(window.ran=1)+`",
  "';window.ran=1//",
  "&lt;script&gt;window.ran=1&lt;/script&gt;",
  "\u003cscript\u003ewindow.ran=1\u003c/script\u003e",
  "＜script＞window.ran=1＜/script＞",
  "url(javascript:window.ran=1)",
  "expression(window.ran=1)",
  "=HYPERLINK(\"http://example.invalid\",\"x\")",
  "+cmd|' /C calc'!A0",
  "@SUM(1+1)",
];
