// An edit of a score, made while its page is open in the preview, is seen.
import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { launch } from "../browser/site.mjs";

const content = join(process.env.FIRST_USE, "content");
const scores = join(content, "rail-vs-road/scores.csv");
const preview = spawn("build/paragone", ["serve", content, "--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
const line = await new Promise((done) => preview.stdout.once("data", done));
const url = String(line).split(" ")[0];
const browser = await launch();
try {
	const page = await browser.newPage();
	await page.goto(`${url}rail-vs-road/`);
	await page.waitForSelector("text=Rail leads with 7.00 of 10");
	writeFileSync(scores, readFileSync(scores, "utf8").replace("ease-of-use,7,6", "ease-of-use,2,6"));
	await page.waitForSelector("text=Road leads", { timeout: 10000 });
	writeFileSync(scores, readFileSync(scores, "utf8").replace("ease-of-use,2,6", "ease-of-use,7,6"));
	await page.waitForSelector("text=Rail leads", { timeout: 10000 });
} finally {
	await browser.close();
	preview.kill("SIGINT");
}
const status = await new Promise((done) => preview.once("exit", done));
process.exitCode = status;
