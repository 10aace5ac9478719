// The preview in a browser: what a save does to an open page; with --figures
// how soon, too.  They are printed and judge nothing: a busy machine is no fault.
import { execFileSync, spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { launch } from "./site.mjs";

const ROUNDS = 15;
let failed = 0;

function check(what, holds, found = "") {
	console.log(`${holds ? "ok  " : "FAIL"} ${what}`);
	if (!holds) {
		failed++;
		console.log(`     ${JSON.stringify(found)}`);
	}
}

/** Starts the preview of a content folder; gives its address and its end. */
async function serve(content) {
	const child = spawn("build/paragone", ["serve", content, "--port", "0"],
		{ stdio: ["ignore", "pipe", "inherit"] });
	const line = await new Promise((done) => child.stdout.once("data", done));
	return { url: String(line).split(" ")[0], end: () => child.kill("SIGINT") };
}

const edit = (path, change) => writeFileSync(path, change(readFileSync(path, "utf8")));

/** Milliseconds from a save to the first paint of the page that shows it. */
async function saveToPaint(page, path, change, mark) {
	const before = await page.evaluate(() => performance.timeOrigin);
	const text = change(readFileSync(path, "utf8"));
	const saved = Date.now();
	writeFileSync(path, text);
	await page.waitForFunction(({ before: old, mark: words }) =>
		performance.timeOrigin !== old && document.body?.textContent.includes(words) &&
		performance.getEntriesByName("first-contentful-paint").length > 0,
	{ before, mark });
	const painted = await page.evaluate(() => performance.timeOrigin +
		performance.getEntriesByName("first-contentful-paint")[0].startTime);
	return painted - saved;
}

async function measure(browser, work, comparisons) {
	execFileSync("python3", ["tests/bench/corpus.py", work, String(comparisons)]);
	const content = join(work, "paragone");
	const site = await serve(content);
	const page = await browser.newPage();
	const show = (words, times) => {
		times.sort((a, b) => a - b);
		console.log(`     ${words}: ${times[times.length >> 1].toFixed(0)} ms ` +
			`(${times[0].toFixed(0)} to ${times.at(-1).toFixed(0)})`);
	};
	const slug = "cmp-00007";
	const kinds = [
		["a title, on its page", `${slug}/`, `${slug}/comparison.md`,
			(round) => (text) => text.replace(/^title: .*$/m, `title: Titled ${round}`), "Titled"],
		["a title, on the home page", "", `${slug}/comparison.md`,
			(round) => (text) => text.replace(/^title: .*$/m, `title: Titled ${round}`), "Titled"],
		["a text, on its page", `${slug}/c1/`, `${slug}/criteria/01-c1.md`,
			(round) => (text) => text.replace(/(Saved \d+\.\s*)?$/, ` Saved ${round}.`), "Saved"],
	];
	console.log(`     from a save to the new page's paint, ${comparisons * 11} pages of Markdown`);
	await page.goto(site.url);
	for (const [words, path, file, change, mark] of kinds) {
		const times = [];
		await page.goto(site.url + path);
		for (let round = 0; round < ROUNDS; round++) {
			await page.waitForTimeout(150);
			times.push(await saveToPaint(page, join(content, file), change(round),
				`${mark} ${round}`));
		}
		show(words, times);
	}
	await page.close();
	site.end();
	rmSync(content, { recursive: true });
}

async function behave(browser, work) {
	const content = join(work, "content");
	cpSync("tests/golden/small/content", content, { recursive: true });
	cpSync("themes/default", join(work, "themes/default"), { recursive: true });
	const site = await serve(content);
	const page = await browser.newPage({ viewport: { width: 800, height: 400 } });
	const trouble = [];
	page.on("pageerror", (error) => trouble.push(String(error)));
	const scores = join(content, "oak-vs-elm/scores.csv");
	const good = readFileSync(scores, "utf8");
	const sheet = join(work, "themes/default/assets/style.css");
	const shown = () => page.evaluate(() =>
		document.querySelector("paragone-errors")?.shadowRoot.textContent ?? null);
	const until = (wanted) => page.waitForFunction((want) =>
		Boolean(document.querySelector("paragone-errors")) === want, wanted);

	await page.goto(`${site.url}oak-vs-elm/`);
	await page.evaluate(() => scrollTo({ top: 700, behavior: "instant" }));
	edit(join(content, "oak-vs-elm/comparison.md"),
		(text) => text.replace(/^title: .*$/m, "title: Quite new"));
	await page.waitForFunction(() => document.querySelector("h1")?.textContent === "Quite new");
	await page.waitForFunction(() => scrollY > 0).catch(() => {});
	const at = await page.evaluate(() => scrollY);
	check("a reloaded page is where it was", at === 700, at);

	await page.evaluate(() => { window.stays = true; });
	edit(sheet, (text) => `${text}\nbody { outline: 3px solid rgb(1, 2, 3); }\n`);
	await page.waitForFunction(() =>
		getComputedStyle(document.body).outlineColor === "rgb(1, 2, 3)");
	check("a style sheet is swapped without a reload",
		await page.evaluate(() => window.stays === true));

	writeFileSync(scores, good.replace(",8,", ",8/10,"));
	await until(true);
	const words = await shown();
	check("a mistake lies over the page with its place and caret",
		/scores\.csv:\d+:\d+: error: .*8\/10/.test(words) && words.includes("^~~~"), words);
	check("which stays behind it", await page.evaluate(() =>
		window.stays === true && document.querySelector("h1").textContent === "Quite new"));
	await page.goto(`${site.url}about.html`);
	await until(true);
	check("another page has it, too", (await shown()).includes("8/10"));
	await page.evaluate(() => { window.stays = true; });
	writeFileSync(scores, good);
	await page.waitForFunction(() => !window.stays && document.readyState === "complete" &&
		!document.querySelector("paragone-errors"));
	check("the repair takes it away and reloads", true);
	check("no script fails", trouble.length === 0, trouble);
	await page.close();
	site.end();
}

const work = mkdtempSync(join(tmpdir(), "paragone-serve-"));
const browser = await launch();
try {
	await behave(browser, work);
	for (const comparisons of process.argv.includes("--figures") ? [100, 1000] : [])
		await measure(browser, work, comparisons);
} finally {
	await browser.close();
	rmSync(work, { recursive: true, force: true });
}
process.exit(failed > 0 ? 1 : 0);
