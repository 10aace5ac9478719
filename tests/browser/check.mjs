// The checks: each group prints one line with its count, then its faults.
import { execFile } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

import { layoutFaults, lookFaults, printedNavigation, readPage, schemeFaults, smallText, unfold, wordFaults } from "./inspect.mjs";
import { ALL, OUT, filesOf, inPages, inParallel, launch, openSite, pageUrl, require } from "./site.mjs";

/** Every page that is opened is measured in the first; in the others one page of each type is. */
const WIDTHS = [360, 1280], OTHER_WIDTHS = [320, 768, 1920];
const PAGE_TYPES = ["home", "page", "overview", "criterion", "matrix", "scoreboard", "option", "infographic", "weights",
	"compare", "pair", "report", "search", "tag", "404"];
const SMALLEST_TEXT = 11;
/** Letters of a word that is never parted, and of a name that a choice shows. */
const WORD = 10, NAME = 16;
/** What rounds to 0: words that a fallback font sets a pixel wider. A page is called steady below 0.1. */
const MOST_SHIFT = 0.005;
const AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];
const FAULTS_SHOWN = 40;
/** A short run is over before the better compiler of Java pays, or threads that collect. */
const JVM_SHORT = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"];
/** No page is there, so that 404.html answers from deep below. */
const MISSING = "no/such/page/";

const groups = new Map();

function count(group, number = 1) {
	if (!groups.has(group))
		groups.set(group, { checked: 0, faults: [] });
	groups.get(group).checked += number;
}

function fault(group, where, what) {
	count(group, 0);
	groups.get(group).faults.push(`${where}: ${what}`);
}

/**
 * A browser fetches no font ahead from the disk, and says so; the style sheet's are there all the same.  The icon
 * of a page that has been left it may not fetch.  That both are files, the links show.
 */
const isSpareFromDisk = (text, address) =>
	/file:.*(\.woff2|\/favicon\.\w+)/.test(text) || /^file:.*(\.woff2|\/favicon\.\w+)$/.test(address);

/** Whatever the console says, exceptions, requests that fail or leave the site, as faults of `group`. */
function listen(page, group, where) {
	page.on("console", (message) => {
		// A file by itself names no icon, so a browser asks the host for one.
		const isExpected = where === "404.html" && /status of 404/.test(message.text()) ||
			message.location().url.endsWith("/favicon.ico") || isSpareFromDisk(message.text(), message.location().url);
		if (!isExpected)
			fault(group, where, message.text());
	});
	page.on("pageerror", (error) => fault(group, where, error.message));
	page.on("request", (request) => {
		if (!/^(http:\/\/127\.0\.0\.1[:/]|file:|data:)/.test(request.url()))
			fault(group, where, `asks ${request.url()}`);
	});
	page.on("requestfailed", (request) => {
		if (!isSpareFromDisk(request.url(), request.url()))
			fault(group, where, `${request.url()}: ${request.failure().errorText}`);
	});
	page.on("response", (response) => {
		if (response.status() >= 400 && !response.request().isNavigationRequest())
			fault(group, where, `${response.url()}: ${response.status()}`);
	});
}

/**
 * Opens under the policy the pages that are no repeats, in the sizes of most readers; the dark
 * scheme has the layout of the light one.
 */
async function checkPages(browser, site, facts, opened) {
	const group = "console, requests and content security policy";
	const context = await browser.newContext();
	await inPages(context, opened, 3, async (page, path) => {
		listen(page, group, path);
		count(group);
		await page.goto(path === "404.html" ? site.url + MISSING : pageUrl(site, path));
		await page.evaluate(() => document.fonts.ready.then(() => true));
		facts.set(path, await page.evaluate(readPage));
		for (const width of WIDTHS) {
			await checkLayout(page, path, width);
			await checkWords(page, `${path} at ${width}`);
		}
	});
	await context.close();
}

/** With all that folds unfolded, which stays so. */
async function checkWords(page, where) {
	const group = "words and numbers whole, arrows, marks and grounds";
	await page.evaluate(unfold);
	count(group);
	for (const what of [...await page.evaluate(wordFaults, WORD), ...await page.evaluate(lookFaults, NAME)])
		fault(group, where, what);
}

/** What every page says of itself, as its file has it: what its scripts make of it shows where it is opened. */
async function readPages(browser, site) {
	const group = "nothing that the policy refuses";
	const facts = new Map();
	const page = await browser.newPage();
	for (const path of site.pages) {
		const html = readFileSync(join(OUT, path), "utf8");
		const url = path === "404.html" ? site.url + MISSING : pageUrl(site, path);
		const fact = await page.evaluate(readPage, { html, url });
		count(group);
		for (const what of fact.inline)
			fault(group, path, what);
		facts.set(path, { ...fact, size: html.length });
	}
	await page.close();
	return facts;
}

/**
 * Of one template a comparison has up to thirty pages, which differ in words and numbers: of these the largest and the
 * one with the longest word, which are the first that do not fit.  By TESTS=all this is done for each comparison, and
 * else for those of few options, of many, and of a language from right to left.
 */
function withoutRepeats(facts) {
	const kinds = new Map();
	const many = foldersOfMany(facts);
	for (const [path, { template, direction }] of facts) {
		const folder = path.split("/").slice(0, -1).shift() ?? "";
		const kind = `${ALL ? folder : direction + many.has(folder)} ${template}`;
		kinds.set(kind, [...kinds.get(kind) ?? [], path]);
	}
	const most = (paths, of) => paths.reduce((a, b) => (of(facts.get(b)) > of(facts.get(a)) ? b : a));
	return [...kinds.values()].flatMap((paths) =>
		[...new Set([most(paths, ({ size }) => size), most(paths, ({ longest }) => longest)])]);
}

async function checkLayout(page, path, width) {
	await page.setViewportSize({ width, height: 800 });
	const smallest = width >= 360 ? SMALLEST_TEXT : 0;
	const found = await page.evaluate(layoutFaults, smallest);
	count("no horizontal overflow");
	count("one variant of each chart", found.figures);
	count("text in charts", found.charts);
	for (const text of new Set(found.faults)) {
		const group = { overflow: "no horizontal overflow",
			variants: "one variant of each chart", text: "text in charts" }[text.split(":")[0]];
		fault(group, `${path} at ${width}`, text);
	}
}

/** A page in the other sizes, printed, and what the style sheet sets for the dark scheme. */
async function checkExample(page, path) {
	const schemes = await page.evaluate(schemeFaults);
	count("schemes differ in colours alone", schemes.rules);
	for (const what of schemes.faults)
		fault("schemes differ in colours alone", path, what);
	for (const width of OTHER_WIDTHS)
		await checkLayout(page, path, width);
	await page.emulateMedia({ media: "print" });
	count("no navigation in print");
	for (const what of await page.evaluate(printedNavigation))
		fault("no navigation in print", path, `${what} is printed`);
	await page.emulateMedia({ media: "screen" });
}

/** One file of each name; of a name with a digest in it, of what stands before. */
const ofEachName = (paths) =>
	[...new Map(paths.map((path) => [basename(path).replace(/\.[0-9a-f]{10}\./, "."), path])).values()];

/** Opens an SVG of each name by itself, as one has the sheet of another: the policy lets its own in. */
async function checkAlone(browser, site) {
	const group = "SVG files by themselves";
	const context = await browser.newContext();
	await inPages(context, ofEachName(site.pictures), 3, async (page, path) => {
		listen(page, group, path);
		count(group);
		await page.goto(site.url + path);
		const { sheets, rules } = await page.evaluate(() => ({
			sheets: document.querySelectorAll("style").length,
			rules: [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).length,
		}));
		if (sheets > 0 && rules === 0)
			fault(group, path, "its style sheet is not let in");
	});
	await context.close();
}

/** From the disk every link must lead to a file; a page of each type is opened there. */
async function checkFiles(browser, site, facts) {
	const group = "opened from the file system";
	for (const [path, { relative }] of facts)
		for (const link of new Set(path === "404.html" ? [] : relative)) {
			const file = join(OUT, dirname(path), decodeURIComponent(link));
			count(group);
			if (!existsSync(file) || !statSync(file).isFile())
				fault(group, path, `${link} is no file`);
		}
	const context = await browser.newContext();
	await inPages(context, examples(site, facts).filter((path) => path !== "404.html"), 2, async (page, path) => {
		listen(page, group, path);
		count(group);
		await page.goto(pathToFileURL(join(OUT, path)).href);
	});
	await context.close();
}

/** Every internal link answers 200, and its fragment is an id there. */
async function checkLinks(site, facts) {
	const group = "internal links";
	const ids = new Map();
	for (const [path, { ids: found }] of facts) {
		ids.set(site.url + path, new Set(found));
		ids.set(pageUrl(site, path), new Set(found));
	}
	const from = new Map();
	for (const [path, { links }] of facts)
		for (const link of links)
			if (link.startsWith(new URL(site.url).origin) && !link.startsWith(site.url + MISSING))
				from.set(link, from.get(link) ?? path);
	const map = readFileSync(join(OUT, "sitemap.xml"), "utf8");
	for (const [, link] of map.matchAll(/<loc>([^<]*)<\/loc>/g))
		from.set(link, from.get(link) ?? "sitemap.xml");
	const answers = new Map();
	await inParallel(from, 8, async ([link, path]) => {
		const [address, fragment] = link.split("#");
		count(group);
		if (!answers.has(address))
			answers.set(address, fetch(address, { headers: { "Accept-Encoding": "identity" } }).then(async (got) => (await got.arrayBuffer(), got.status)));
		const status = await answers.get(address);
		if (status !== 200)
			fault(group, path, `${address}: ${status}`);
		else if (fragment && !ids.get(address)?.has(decodeURIComponent(fragment)))
			fault(group, path, `${link}: there is no such id`);
	});
}

/** What the pages say of themselves: types, matrix, neighbours, JSON-LD. */
function checkFacts(facts) {
	for (const type of PAGE_TYPES) {
		count("page types");
		if (![...facts.values()].some(({ template }) => template === type))
			fault("page types", type, "no page of this type");
	}
	const byUrl = new Map([...facts].map(([path, fact]) => [fact.url, path]));
	for (const [path, fact] of facts) {
		checkLinkedData(path, fact);
		if (fact.template === "matrix")
			checkMatrix(path, fact, facts, byUrl);
	}
}

function checkLinkedData(path, { template, ld, ldError, questions, answers, letters }) {
	const group = "JSON-LD";
	count(group, ld.length);
	if (ldError)
		fault(group, path, ldError);
	const names = answers.map(({ name }) => name.replace(/\s+/g, " ").trim());
	/* A report repeats the questions of the overview, which is the page that search engines are to know. */
	if (template !== "report" && JSON.stringify(names) !== JSON.stringify(questions))
		fault(group, path, `FAQPage asks ${JSON.stringify(names)}, the page ${JSON.stringify(questions)}`);
	for (const answer of answers)
		if (answer.letters === "" || !letters.includes(answer.letters))
			fault(group, path, `the answer to "${answer.name}" is not that of the page`);
}

function checkMatrix(path, { matrix }, facts, byUrl) {
	const group = "matrix";
	count(group);
	if (!matrix)
		return fault(group, path, "has no table of class matrix or turned");
	if (matrix.caption === "")
		fault(group, path, "has no caption");
	if (matrix.columns < 3 || matrix.rows < 1)
		fault(group, path, `${matrix.columns} scoped columns, ${matrix.rows} scoped rows`);
	if (matrix.lacking > 0)
		fault(group, path, `${matrix.lacking} rows without a scoped header`);
	for (const header of matrix.unscoped)
		fault(group, path, `the header "${header}" has no scope`);
	checkNeighbours(path, matrix.criteria, facts, byUrl);
}

/** Next leads from the first criterion to the last, and previous back. */
function checkNeighbours(path, criteria, facts, byUrl) {
	const group = "previous and next";
	criteria.forEach((address, i) => {
		const page = byUrl.get(address.split("#")[0]);
		count(group);
		if (!page)
			return fault(group, path, `${address} is no page`);
		const { previous, next } = facts.get(page);
		if (previous !== (criteria[i - 1] ?? null))
			fault(group, page, `previous is ${previous}, not ${criteria[i - 1] ?? null}`);
		if (next !== (criteria[i + 1] ?? null))
			fault(group, page, `next is ${next}, not ${criteria[i + 1] ?? null}`);
	});
}

/** Of many options the names stay in sight, and groups of columns fold, without a script. */
async function checkCatalogue(browser, site, facts) {
	const group = "catalogue";
	const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 800 } });
	for (const [path, { matrix }] of facts) {
		if (!matrix?.turned)
			continue;
		const page = await context.newPage();
		await page.goto(pageUrl(site, path));
		const name = page.locator("table.turned tbody th").first();
		const before = await name.boundingBox();
		await page.locator(".turned-scroll").hover();
		await page.mouse.wheel(200, 0);
		await page.waitForTimeout(200);
		count(group);
		if ((await name.boundingBox()).x !== before.x)
			fault(group, path, "the names scroll away");
		const box = page.locator(".folds input").first();
		const cell = page.locator("table.turned tbody td.g1").first();
		for (const shown of [false, true]) {
			await box.click();
			count(group);
			if (await cell.isVisible() !== shown)
				fault(group, path, `a group that is ${shown ? "opened" : "folded"} is not`);
		}
		await page.close();
	}
	await context.close();
}

/** The folders of comparisons of many options, whose matrix is turned. */
const foldersOfMany = (facts) =>
	new Set([...facts].filter(([, { matrix }]) => matrix?.turned).map(([path]) => path.split("/")[0]));

/** Of these both are looked at; of the other types one of few options or of many in turn, and by TESTS=all both. */
const DIFFER_MOST = ["overview", "matrix", "scoreboard"];

/** A page of each type, of few options and of many. */
function examples(site, facts) {
	const many = foldersOfMany(facts);
	return PAGE_TYPES.flatMap((type, k) => {
		const both = [k % 2 === 0, k % 2 !== 0].map((isCatalogue) => site.pages.find((page) =>
			facts.get(page).template === type && many.has(page.split("/")[0]) === isCatalogue)).filter(Boolean);
		return ALL || DIFFER_MOST.includes(type) ? both : both.slice(0, 1);
	});
}

/**
 * Light, dark and the colours that a reader forces, with the widths at which the layout is looked at, and what axe-core
 * looks at.  Dark has the layout of light (schemeFaults), so that its colours are what is left.  In forced colours a
 * browser sees to the contrast.
 */
const MODES = [
	{ name: "light", axe: { width: 360, runOnly: { type: "tag", values: AXE_TAGS } }, widths: WIDTHS,
		media: { colorScheme: "light", forcedColors: "none" } },
	{ name: "dark", axe: { width: 1280, runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] } },
		widths: [], media: { colorScheme: "dark", forcedColors: "none" } },
	{ name: "forced", axe: null, widths: ALL ? WIDTHS : WIDTHS.slice(0, 1), media: { colorScheme: "dark", forcedColors: "active" } },
];
/** Without its script a page of these shows other controls; the others are looked at without by TESTS=all. */
const SCRIPTED = ["home", "matrix", "weights", "compare", "search"];
const hasControls = (facts, path) => SCRIPTED.includes(facts.get(path).template);

/**
 * One page of each type, in every mode with scripts and in the first without: axe-core (past the policy, so that it
 * can run), nothing wider than the window, no small text, and nothing that moves while it loads.
 */
async function checkModes(browser, site, facts) {
	const source = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
	const context = await browser.newContext({ bypassCSP: true, reducedMotion: "reduce" });
	for (const scripted of [true, false])
		await inPages(context, examples(site, facts).filter((path) => scripted || ALL || hasControls(facts, path)), 2, async (page, path) => {
			const scripts = scripted ? "with scripts" : "without";
			const hasAxe = ({ axe }) => axe && (scripted || hasControls(facts, path));
			listen(page, "console, requests and content security policy", `${path} ${scripts}`);
			await openAnew(page, pageUrl(site, path), scripted);
			if (scripted) {
				await checkShift(page, path);
				await checkExample(page, path);
			}
			for (const mode of scripted ? MODES : MODES.slice(0, 1)) {
				await page.emulateMedia(mode.media);
				for (const width of mode.widths)
					await checkMode(page, `${path} at ${width} ${mode.name} ${scripts}`, width);
				if (hasAxe(mode))
					await checkAxe(page, source, `${path} ${mode.name} ${scripts}`, mode.axe);
			}
		});
	await context.close();
}

/** Opens a page as a phone that has nothing of it yet; scripts of ours may run later, whether its own do or not. */
async function openAnew(page, address, scripted) {
	const session = await page.context().newCDPSession(page);
	await page.emulateMedia({ colorScheme: "light", forcedColors: "none" });
	await page.setViewportSize({ width: 412, height: 823 });
	await session.send("Network.enable");
	await session.send("Network.setCacheDisabled", { cacheDisabled: true });
	await session.send("Emulation.setScriptExecutionDisabled", { value: !scripted });
	await page.goto(address);
	await session.send("Emulation.setScriptExecutionDisabled", { value: false });
	await session.detach();
}

async function checkMode(page, where, width) {
	await page.setViewportSize({ width, height: 800 });
	count("modes: no horizontal overflow");
	const { faults } = await page.evaluate(layoutFaults, SMALLEST_TEXT);
	for (const text of new Set(faults))
		fault("modes: no horizontal overflow", where, text);
	count("modes: no small text");
	for (const text of await page.evaluate(smallText, SMALLEST_TEXT))
		fault("modes: no small text", where, text);
}

/** The sum of layout shifts since the page began, in a cold cache. */
async function checkShift(page, path) {
	await page.evaluate(() => document.fonts.ready.then(() => true));
	const shift = await page.evaluate(() => new Promise((done) => {
		let sum = 0;
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries())
				sum += entry.value;
		}).observe({ type: "layout-shift", buffered: true });
		setTimeout(() => done(sum), 100);
	}));
	count("no layout shift");
	if (shift > MOST_SHIFT)
		fault("no layout shift", path, shift.toFixed(3));
}

/** After a page without scripts has come, axe's own may run. */
async function checkAxe(page, source, where, { width, runOnly }) {
	const group = "axe-core";
	await page.setViewportSize({ width, height: 800 });
	await page.evaluate(source);
	const violations = await page.evaluate(async (rules) => (await axe.run(document, {
		runOnly: rules, resultTypes: ["violations"], preload: false,
	})).violations, runOnly);
	count(group);
	for (const { id, help, nodes } of violations)
		fault(group, `${where} at ${width}`, `${id}: ${help}: ${nodes.length} times, ${
			nodes[0].target.join(" ")} (${nodes[0].any[0]?.message ?? ""})`);
}

/**
 * The Nu HTML checker on every page, picture and style sheet by TESTS=all; else on the pages without repeats, and on a
 * picture and a style sheet of each name. It does not know
 * container queries, anchors and SVG's own properties yet, so it is not asked about them.
 */
function checkMarkup(site, opened) {
	const group = "Nu HTML checker";
	const files = ALL ? [OUT] : [...opened, ...ofEachName([...site.pictures, ...filesOf(".css")])]
		.map((path) => join(OUT, path));
	const jar = join(require.resolve("vnu-jar/package.json"), "../build/dist/vnu.jar");
	count(group, ALL ? site.pages.length : files.length);
	return new Promise((done) => {
		execFile("java", ["-Xss4m", ...JVM_SHORT, "-jar", jar, "--errors-only", "--also-check-css", "--also-check-svg",
			"--filterpattern", ".*(container-|@container|position-area|position-try|anchor-center|“rx”|“paint-order”).*", "--format", "json",
			"--skip-non-html", ...files], {
			maxBuffer: 1 << 28,
			/* Java knows names of files in the locale's letters only. */
			env: { ...process.env, LC_ALL: "C.UTF-8" },
		}, (error, output, errors) => {
			let messages = [];
			try {
				({ messages } = JSON.parse(errors));
			} catch {
				fault(group, "java", errors.slice(0, 2000));
			}
			for (const { url, lastLine, firstColumn, lastColumn, message } of messages)
				fault(group, `${url.replace(pathToFileURL(OUT).href, "").replace(/^file:.*\/out\//, "")}:${lastLine}:${
					firstColumn ?? lastColumn}`, message);
			if (error && messages.length === 0)
				fault(group, "java", String(error));
			done();
		});
	});
}

function report(started) {
	let failed = 0;
	for (const [name, { checked, faults }] of groups) {
		if (checked === 0)
			faults.push("nothing was checked");
		failed += faults.length;
		console.log(`${faults.length ? "FAIL" : "ok  "} ${name}: ${checked} checked, ${faults.length} faults`);
		for (const text of faults.slice(0, FAULTS_SHOWN))
			console.log(`     ${text}`);
		if (faults.length > FAULTS_SHOWN)
			console.log(`     and ${faults.length - FAULTS_SHOWN} more`);
	}
	console.log(`${((Date.now() - started) / 1000).toFixed(1)} s`);
	return failed === 0;
}

const started = Date.now();
const site = await openSite(process.argv[2]);
const browser = await launch();
try {
	const facts = await readPages(browser, site);
	const opened = withoutRepeats(facts);
	const markup = checkMarkup(site, opened);
	await checkPages(browser, site, facts, opened);
	for (const [path, fact] of facts)
		fact.url = facts.get("index.html").links.some((l) => l.endsWith("index.html")) ?
			site.url + path : pageUrl(site, path);
	checkFacts(facts);
	await Promise.all([checkLinks(site, facts), checkFiles(browser, site, facts)]);
	await checkAlone(browser, site);
	await checkCatalogue(browser, site, facts);
	await checkModes(browser, site, facts);
	await markup;
} finally {
	await browser.close();
	site.close();
}
process.exitCode = report(started) ? 0 : 1;
