// The search: its own functions against a look at every record, and the field in a browser.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

import { OUT, launch, openSite } from "./site.mjs";

const QUERIES = 300, LIMIT = 30 * 1024;
let failed = 0;

function check(what, holds, found = "") {
	console.log(`${holds ? "ok  " : "FAIL"} ${what}`);
	if (!holds) {
		failed++;
		console.log(`     ${JSON.stringify(found)}`);
	}
}

const source = readFileSync("themes/default/assets/search.js", "utf8");

/** The script's functions over a built site; `loaded` counts what they read. */
function scriptOver(site) {
	const own = source.slice(source.indexOf("'use strict';"), source.indexOf("// The page"));
	const made = { loaded: 0 };
	const fetch = async (url) => {
		const bytes = readFileSync(join(site, url));
		made.loaded += bytes.length;
		return { text: async () => bytes.toString() };
	};
	return Object.assign(made, new Function("fetch", "root", "location", `${own}\nreturn { words, find };`)(fetch, "", { protocol: "https:" }));
}

/** Every record of an index, each once. */
function recordsOf(site) {
	const all = new Map();
	for (const name of readdirSync(join(site, "search")).filter((file) => file.startsWith("i-")))
		for (const record of JSON.parse(readFileSync(join(site, "search", name), "utf8")).r)
			all.set(`${record[1]}\n${record[2]}`, record);
	return [...all.values()];
}

async function compare(what, site) {
	const { words } = scriptOver(site), records = recordsOf(site), wrong = [];
	let most = 0, whole = 0;
	const known = new Map(records.map(([, title, , of = ""], i) => [records[i], [words(title), words(`${title} ${of}`)]]));
	const fits = (record, asked) => {
		const [own, all] = known.get(record);
		return asked.some((a) => own.some((w) => w.startsWith(a))) && asked.every((a) => all.some((w) => w.startsWith(a)));
	};
	for (let k = 0; k < QUERIES; k++) {
		const record = records[(k * 7919) % records.length];
		const all = words(`${record[1]} ${record[3] ?? ""}`);
		const query = k % 3 === 0 ? all[0].slice(0, 1 + k % 5)
			: k % 3 === 1 ? all[k % all.length] : `${all[k % all.length]} ${all[(k * 5) % all.length].slice(0, 4)}`;
		const script = scriptOver(site);
		const [found, more] = await script.find(query);
		const again = (await scriptOver(site).find(query))[0];
		const want = records.filter((r) => fits(r, [...new Set(words(query))]));
		most = Math.max(most, script.loaded);
		whole += !more;
		if (more ? found.length > want.length : found.length !== want.length)
			wrong.push([query, found.length, want.length]);
		if (JSON.stringify(found) !== JSON.stringify(again) || found.some(([title, url]) => !want.some((r) => r[1] === title && r[2] === url)))
			wrong.push([query]);
	}
	check(`${what}: ${QUERIES} queries find what ${records.length} records have, ${whole} of them all of it`, wrong.length === 0 && whole > QUERIES / 2, wrong);
	check(`${what}: a query loads at most ${most} bytes`, most <= LIMIT);
}

async function inBrowser(browser, site) {
	const page = await browser.newPage(), said = [], away = [];
	page.on("console", (message) => said.push(message.text()));
	page.on("pageerror", (error) => said.push(String(error)));
	page.on("request", (request) => request.url().startsWith(site.url) || request.url().startsWith("data:") || away.push(request.url()));
	await page.goto(site.url);
	await page.keyboard.press("/");
	await page.keyboard.type("per");
	await page.waitForFunction(() => document.querySelectorAll(".search a").length > 0);
	check("a slash and letters give results, and say how many", /\d/.test(await page.textContent(".search [role=status]")));
	const first = await page.getAttribute(".search a", "href");
	await page.keyboard.press("ArrowDown");
	check("an arrow goes to the first of them", await page.evaluate(() => document.activeElement.matches(".search li:first-child a")));
	await page.keyboard.press("ArrowUp");
	check("and back", await page.evaluate(() => document.activeElement.matches(".search input")));
	await page.keyboard.press("ArrowDown");
	await page.keyboard.press("Enter");
	await page.waitForURL(new URL(first, site.url).href);
	check("Enter opens it", (await page.locator("main").count()) === 1);
	await page.locator(".search input").fill("node");
	await page.keyboard.press("Enter");
	await page.waitForURL(/search\/(index\.html)?\?q=node/);
	await page.waitForFunction(() => document.querySelectorAll("main .search a").length > 0);
	check("Enter in the field opens the page of results", (await page.inputValue("main .search input")) === "node");
	await page.locator("main .search input").fill("qqqqq");
	await page.waitForFunction(() => !document.querySelector("main .search a"));
	check("what is not there is said", (await page.textContent("main [role=status]")).length > 3);
	check("no message, and no request off the site", said.length + away.length === 0, { said, away });
	await page.close();
	const bare = await browser.newPage({ javaScriptEnabled: false });
	await bare.goto(site.url);
	await bare.click("a.site-search");
	check("without script there is a page of what there is", (await bare.locator("main li a").count()) > 3);
	await bare.close();
}

const folded = [["GROẞ Ærø Łódź C++", "gross aero lodz c++"], ["İstanbul ΟΔΟΣ", "istanbul οδοσ"],
	["أحمد مُحَمَّد مدرسة", "احمد محمد مدرسه"], ["Python入門 ﬁle", "python 入門 file"]];
for (const [text, want] of folded)
	check(`"${text}" is folded as in tests/unit/search`, scriptOver("").words(text).join(" ") === want, scriptOver("").words(text));
console.log(`search.js: ${gzipSync(source, { level: 9 }).length} bytes gzipped`);
const site = await openSite();
await compare("the shipped site", OUT);
const work = mkdtempSync(join(tmpdir(), "paragone-search-"));
execFileSync("python3", ["tests/bench/corpus.py", work, "200"]);
execFileSync("build/paragone", ["build", join(work, "paragone"), "-o", join(work, "out")]);
await compare("2,200 pages", join(work, "out"));
rmSync(work, { recursive: true });
const browser = await launch();
await inBrowser(browser, site);
await browser.close();
site.close();
process.exit(failed > 0 ? 1 : 0);
