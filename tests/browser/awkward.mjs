/*
 * Names and numbers of any length, and two options that are level: one page of each type of each comparison in the
 * default theme, on a phone and a desk.  Nothing is wider than the window, no number is parted, no word that has room
 * is parted or cut off, and tables, charts and arrows look as they are meant.  By TESTS=all at more widths, and in
 * each theme.
 *
 *	node tests/browser/awkward.mjs [THEME…]
 */
import { readFileSync, readdirSync } from "node:fs";

import { layoutFaults, lookFaults, unfold, wordFaults } from "./inspect.mjs";
import { ALL, inPages, launch, openSite, pageUrl } from "./site.mjs";

const THEMES = process.argv.length > 2 ? process.argv.slice(2) : ALL ? readdirSync("themes").sort() : ["default"];
const WIDTHS = ALL ? [320, 360, 700, 768, 1024, 1280, 1920] : [360, 1280];
/** Letters of a word that has room everywhere, of a name that a choice shows, and pixels of the smallest text. */
const WORD = 10, NAME = 16, SMALLEST_TEXT = 11;
let failures = 0;
const fail = (text) => { failures++; console.error(`FAIL ${text}`); };

const browser = await launch();
for (const theme of THEMES) {
	const site = await openSite("tests/browser/awkward", { theme, warnings: "ignore" });
	const context = await browser.newContext();
	const paths = onePageOfEachType(site);
	await inPages(context, paths, 2, async (page, path) => {
		await page.goto(pageUrl(site, path));
		await page.evaluate(() => document.fonts.ready.then(() => true));
		await page.evaluate(unfold);
		for (const width of WIDTHS) {
			await page.setViewportSize({ width, height: 900 });
			for (const what of await faultsOf(page))
				fail(`${theme} ${path} at ${width}: ${what}`);
		}
	});
	await context.close();
	site.close();
	console.log(`ok   ${theme}: ${paths.length} pages`);
}
await browser.close();
process.exit(failures > 0 ? 1 : 0);

async function faultsOf(page) {
	const { faults } = await page.evaluate(layoutFaults, SMALLEST_TEXT);
	return [...faults, ...await page.evaluate(wordFaults, WORD), ...await page.evaluate(lookFaults, NAME)];
}

/** Of each comparison in each language, and of the site. */
function onePageOfEachType(site) {
	const found = new Map();
	for (const path of site.pages) {
		const type = readFileSync(`build/browser/out/${path}`, "utf8").match(/<body class="page-([a-z0-9]+)/)?.[1];
		const folder = path.match(/^(ar\/)?(names|many|tie)\//)?.[0] ?? "";
		found.set(`${folder} ${type}`, found.get(`${folder} ${type}`) ?? path);
	}
	return [...found.values()];
}
