import { chromium } from "@playwright/test";
import { executablePath, launchArguments } from "./support/chromium.mjs";
import { writeFileSync } from "node:fs";
const b = await chromium.launch({ executablePath, args: launchArguments });
const p = await b.newPage();
await p.setContent(`<style>@page doc{size:A4;margin:20mm;@bottom-left{content:var(--r, "none")}@bottom-right{content:counter(page) " / " counter(pages)}} .d{page:doc}</style><div class=d>hello 世界</div>`);
await p.evaluate(()=>document.documentElement.style.setProperty("--r", '"客户A · 机密"'));
writeFileSync("/tmp/paper-shots/t.pdf", await p.pdf({preferCSSPageSize:true}));
await b.close();
