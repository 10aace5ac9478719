/*
 * Every theme of ours, but the default one, at which check.mjs looks: one page
 * of each type, those that differ most in each theme, light at 360 and 1280 pixels, and dark, which differs in colours alone.  Nothing is wider than the
 * window, and axe-core finds nothing in the narrow light one, and nothing in the colours of the wide dark one.
 * No two texts of a chart in Arabic lie over each other.
 *
 *	node tests/browser/themes.mjs [--shots FOLDER] [--content FOLDER] [THEME…]
 */
import { mkdirSync, readFileSync, readdirSync } from "node:fs";

import { lookFaults, schemeFaults } from "./inspect.mjs";
import { ALL, inPages, launch, openSite, pageUrl, require } from "./site.mjs";

const ARABIC = "tests/golden/languages/content";
const SMALL = "tests/golden/small/content";
const options = { shots: null, content: SMALL, themes: [] };
for (let args = process.argv.slice(2); args.length > 0;) {
	const arg = args.shift();
	if (arg === "--shots" || arg === "--content")
		options[arg.slice(2)] = args.shift();
	else
		options.themes.push(arg);
}
const THEMES = options.themes.length > 0 ? options.themes : readdirSync("themes").filter((name) => name !== "default").sort();
/** What a style sheet may break; the rest is the templates', at which check.mjs looks. */
const OF_STYLE = ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable", "link-name",
	"button-name", "label", "select-name", "summary-name"];
const RULES = {
	light: ALL ? { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] }
		: { type: "rule", values: OF_STYLE },
	dark: { type: "rule", values: ["color-contrast", "link-in-text-block"] },
};
/** Looked at in each theme; of the other types, each in one, and by TESTS=all in each. */
const IN_EACH = ["overview", "scoreboard", "matrix"];
/** Letters of a name that a choice shows. */
const NAME = 16;
const LOOKS = [["light", 360], ["light", 1280], ["dark", 1280], ...ALL || options.shots ? [["dark", 360]] : []];
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
let failures = 0;
const fail = (text) => { failures++; console.error(`FAIL ${text}`); };

const browser = await launch();
for (const theme of THEMES) {
	const site = await openSite(options.content, { theme });
	/* Past the policy, so that axe-core can run. */
	const context = await browser.newContext({ bypassCSP: true });
	const types = [...onePageOfEachType(site)].filter(([type], k) =>
		ALL || options.shots || IN_EACH.includes(type) || k % THEMES.length === THEMES.indexOf(theme));
	await inPages(context, types, 2, async (page, [type, path]) => {
		await page.goto(pageUrl(site, path));
		await page.evaluate(() => document.fonts.ready);
		await page.evaluate(axe);
		for (const what of (await page.evaluate(schemeFaults)).faults)
			fail(`${theme} ${type}: ${what}`);
		for (const [colorScheme, width] of LOOKS) {
			const where = `${theme} ${type} ${colorScheme} ${width}`;
			await page.emulateMedia({ colorScheme });
			await page.setViewportSize({ width, height: 900 });
			await checkWidth(page, where);
			for (const what of colorScheme === "light" ? await page.evaluate(lookFaults, NAME) : [])
				fail(`${where}: ${what}`);
			if ((width === 360) === (colorScheme === "light"))
				await checkAxe(page, where, RULES[colorScheme]);
			if (options.shots)
				await shoot(page, `${options.shots}/${theme}-${type}-${colorScheme}-${width}.png`);
		}
	});
	await context.close();
	site.close();
	console.log(`ok   ${theme}: ${types.length} types of pages`);
}
for (const theme of THEMES)
	await checkArabic(theme);
await browser.close();
process.exit(failures > 0 ? 1 : 0);

/** A theme's font need not have the letters: charts are measured in what they are drawn in all the same. */
async function checkArabic(theme) {
	const site = await openSite(ARABIC, { theme });
	const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
	const paths = site.pages.filter((path) => (ALL ? /^ar\/.*(scoreboard|report)\/index\.html$/ : /^ar\/.*scoreboard\/index\.html$/).test(path));
	let texts = 0;
	await inPages(context, paths, 2, async (page, path) => {
		await page.goto(pageUrl(site, path));
		await page.evaluate(() => document.fonts.ready);
		const { count, faults } = await page.evaluate(overlappingTexts);
		texts += count;
		for (const what of faults)
			fail(`${theme} ${path}: ${what}`);
	});
	if (texts < 50)
		fail(`${theme}: ${texts} texts in Arabic charts`);
	await context.close();
	site.close();
	console.log(`ok   ${theme}: ${texts} texts of Arabic charts`);
}

/** In the page: texts of one chart that lie over each other, or leave it. */
function overlappingTexts() {
	const faults = [];
	let count = 0;
	for (const chart of document.querySelectorAll("svg.chart")) {
		const frame = chart.getBoundingClientRect();
		/** Bold letters of another font may be some pixels wider. */
		const spare = 4 * frame.width / chart.viewBox.baseVal.width;
		const boxes = frame.width > 0 ? [...chart.querySelectorAll("text")].map((text) => {
			const { left, right, top, bottom } = text.getBoundingClientRect();
			const inset = (bottom - top) / 4;
			return { words: text.textContent, left, right, top: top + inset, bottom: bottom - inset };
		}).filter(({ left, right }) => right > left) : [];
		count += boxes.length;
		boxes.forEach((a, k) => {
			if (a.left < frame.left - spare || a.right > frame.right + spare)
				faults.push(`"${a.words}" leaves its chart`);
			for (const b of boxes.slice(0, k))
				if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 && Math.min(a.bottom, b.bottom) > Math.max(a.top, b.top))
					faults.push(`"${a.words}" is over "${b.words}"`);
		});
	}
	return { count, faults };
}

function onePageOfEachType(site) {
	const found = new Map();
	for (const path of site.pages) {
		const type = readFileSync(`build/browser/out/${path}`, "utf8").match(/<body class="page-([a-z0-9]+)/)?.[1];
		if (type && !found.has(type))
			found.set(type, path);
	}
	return found;
}

async function checkWidth(page, where) {
	const wide = await page.evaluate(() => document.scrollingElement.scrollWidth - innerWidth);
	if (wide > 0)
		fail(`${where}: ${wide} pixels wider than the window`);
}

async function checkAxe(page, where, runOnly) {
	const violations = await page.evaluate(async (rules) => (await axe.run(document, {
		runOnly: rules, resultTypes: ["violations"], preload: false,
	})).violations, runOnly);
	for (const { id, nodes } of violations)
		fail(`${where}: ${id}: ${nodes.slice(0, 3).map(({ target, any }) => `${target} ${any[0]?.message ?? ""}`).join("; ")}`);
}

async function shoot(page, path) {
	mkdirSync(options.shots, { recursive: true });
	await page.screenshot({ path, fullPage: true });
}
