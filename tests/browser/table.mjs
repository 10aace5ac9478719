// The matrix in a browser: the table of few and of many options, with the script and without.  Orders and filters are
// held against data.json of the same site, sorted and filtered here.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { ALL, launch, openSite, OUT } from "./site.mjs";

let failed = 0;

function check(what, found, wanted = true) {
	const holds = JSON.stringify(found) === JSON.stringify(wanted);
	console.log(`${holds ? "ok  " : "FAIL"} ${what}`);
	if (!holds) {
		failed++;
		console.log(`     ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`);
	}
}

/** Forty options and forty criteria, with equals, holes, digits that are not shown, and yes or no. */
function makeContent(folder) {
	let state = 7;
	const random = () => (state = state * 16807 % 2147483647) / 2147483647;
	const of = (n, make) => Array.from({ length: n }, (_, k) => make(k));
	const measures = of(39, (j) => `m${j}`);
	mkdirSync(join(folder, "many"), { recursive: true });
	mkdirSync(join(folder, "few"));
	const put = (path, lines) => writeFileSync(join(folder, path), lines.join("\n") + "\n");
	put("site.yaml", ["title: Tables", "language: en"]);
	put("many/comparison.md", ["---", "title: Many", "summary: Forty.", "date: 2026-01-01", "scoring: { missing: available, scale: [0, 10] }", "---"]);
	put("many/options.csv", ["id,name,group", ...of(40, (i) => `o${i},Option ${i},${["Red", "Green", "Blue"][i % 3]}`)]);
	put("many/criteria.csv", ["id,title,weight,unit,better", ...measures.map((m, j) => `${m},Measure ${j},${1 + j % 3},s,${j % 2 ? "lower" : "higher"}`), "yes-no,Yes or no,1,,"]);
	put("many/scores.csv", [["option", ...measures, "yes-no"].join(","), ...of(40, (i) => [`o${i}`, ...measures.map((_, j) =>
		j === 0 ? 7 + Math.round(random() * 3) / 1e6 : random() < 0.1 ? "" : Math.round(random() * 20000) / (j % 5 ? 4 : 1)), i % 2 ? "yes" : "no"].join(","))]);
	put("few/comparison.md", ["---", "title: Few", "summary: Four.", "date: 2026-01-01", "---"]);
	put("few/options.csv", ["id,name", ...of(4, (i) => `p${i},Plan ${i}`)]);
	put("few/criteria.csv", ["id,title,weight", ...of(12, (j) => `c${j},Criterion ${j},${j + 1}`)]);
	put("few/scores.csv", ["criterion,option,score,note", ...of(48, (k) => `c${k >> 2},p${k % 4},${k < 4 ? 5 : Math.floor(random() * 11)},why`)]);
}

const folder = mkdtempSync(join(tmpdir(), "table-"));
makeContent(folder);
const site = await openSite(folder), browser = await launch();
const data = (slug) => JSON.parse(readFileSync(join(OUT, slug, "data.json"), "utf8"));
const names = (page) => page.$$eval("table.turned tbody tr", (rows) => rows.filter((r) => r.getClientRects().length).map((r) => r.querySelector("th a").textContent));
const open = async (options, path) => {
	const context = await browser.newContext(options), page = await context.newPage();
	page.on("pageerror", (error) => check(`${path} has no error`, error.message, ""));
	page.on("console", (message) => check(`${path} says nothing`, message.text(), ""));
	await page.goto(site.url + path);
	return page;
};

async function many() {
	const d = data("many"), page = await open({ viewport: { width: 1280, height: 900 } }, "many/matrix/");
	const name = Object.fromEntries(d.options.map((o) => [o.id, o.name]));
	const ranked = d.options.filter((o) => o.rank).sort((a, b) => a.rank - b.rank).map((o) => o.id);
	const value = (j) => Object.fromEntries(d.criteria[j].scores.map((s) => [s.option, s.value]));
	check("ten rows are shown, the best first", await names(page), ranked.slice(0, 10).map((o) => name[o]));
	await page.check(".show-all");
	check("all rows are shown", (await names(page)).length, 40);
	const wrong = [];
	/* The first six have every kind of value, lower and higher; the last says yes or no. */
	for (const [j, c] of d.criteria.entries()) {
		if (!ALL && j >= 6 && j < 39)
			continue;
		const v = value(j), lower = j < 39 && j % 2 === 1;
		for (const turn of [1, -1]) {
			await page.$eval(`[data-id="${c.id}"] .sorter`, (button) => button.click());
			const sorted = [...ranked].sort((a, b) => (v[a] === null) - (v[b] === null) || turn * (lower ? v[a] - v[b] : v[b] - v[a]) || 0);
			if (JSON.stringify(await names(page)) !== JSON.stringify(sorted.map((o) => name[o])))
				wrong.push(`${c.id} ${turn}`);
		}
		await page.$eval(`[data-id="${c.id}"] .sorter`, (button) => button.click());
	}
	check("sorted by each column, both ways, as data.json is", wrong, []);
	check("the third time as it was", await names(page), ranked.map((o) => name[o]));
	await page.click('[data-id="m2"] .sorter');
	check("the column says how it is sorted", await page.getAttribute('[data-id="m2"]', "aria-sort"), "descending");

	const at = (label) => page.locator(`.filters input[aria-label="${label}"]`);
	await page.evaluate(() => document.querySelectorAll(".filters details").forEach((d) => { d.open = true; }));
	check("a filter's ends stand as in the cells", await page.$$eval(".filters [type=number]", (all) => all.filter((input) =>
		![...document.querySelectorAll("table.turned tbody td")].some((cell) => cell.firstChild?.textContent === input.placeholder)).length), 0);
	await at("Measure 2: at least").fill("1000");
	await at("Measure 5: at most").fill("12000");
	await page.locator(".filters label", { hasText: "Green" }).locator("input").uncheck();
	const [two, five] = [value(2), value(5)], green = (o) => +o.slice(1) % 3 === 1;
	const fits = ranked.filter((o) => !green(o) && two[o] >= 1000 && two[o] !== null && five[o] !== null && five[o] <= 12000);
	const maybe = ranked.filter((o) => !green(o) && (two[o] === null || five[o] === null) && (two[o] === null || two[o] >= 1000) && (five[o] === null || five[o] <= 12000));
	check("filters leave what data.json says", (await names(page)).sort(), fits.map((o) => name[o]).sort());
	check("and say how many more might fit", (await page.textContent(".might-fit")).startsWith(`${maybe.length} more might fit`), maybe.length > 0);
	const totals = fits.map((o) => d.options.find((option) => option.id === o).total), by = totals[0] - totals[1];
	check("the finding is about what is left", (await page.textContent(".lead")).startsWith(`${name[fits[0]]} is first of the ${fits.length} that fit`));
	check("and says when it is too close", (await page.textContent(".lead")).includes("too close to call"), by < 0.05);

	for (let k = 0; k < 39; k += 2)
		await page.$eval(`.columns-menu label:nth-of-type(${k + 1}) input`, (box) => box.click());
	await page.$eval(".columns-menu label:nth-of-type(4) .move", (button) => button.click());
	await page.check(".matrix-tools label:has-text('Compact') input");
	const state = new URL(page.url()).hash, shown = await names(page);
	const heads = () => page.$$eval("table.turned thead tr:last-child th[data-id]", (cells) => cells.filter((c) => c.getClientRects().length).map((c) => c.dataset.id));
	const columns = await heads();
	check("twenty columns of forty are left, in another order", [columns.length, columns.slice(0, 2)], [20, ["m3", "m1"]]);
	check(`the address is short: ${state.length}`, state.length < 200);
	await page.goto("about:blank");
	await page.goto(`${site.url}many/matrix/${state}`);
	check("the address brings back the rows", await names(page), shown.slice(0, 10));
	check("and the columns", await heads(), columns);
	check("and stays", new URL(page.url()).hash, state);
	await page.context().close();
}

async function few() {
	const page = await open({ viewport: { width: 1280, height: 900 } }, "few/matrix/"), d = data("few");
	const rows = () => page.$$eval(".matrix tbody tr:not(.group)", (list) => list.filter((r) => r.getClientRects().length).map((r) => r.id.slice(4)));
	const best = d.options.find((o) => o.rank === 1).id, utility = (c) => c.scores.find((s) => s.option === best).utility;
	await page.click(`.matrix th[data-id="${best}"] .sorter`);
	check("rows sorted by an option", await rows(), [...d.criteria].sort((a, b) => utility(b) - utility(a)).map((c) => c.id));
	await page.goto(`${site.url}few/matrix/`);
	await page.check(".only-differences");
	check("what is the same goes", (await rows()).includes("c0"), false);
	await page.fill(".matrix-tools [type=search]", "criterion 11");
	check("rows that are searched for", await rows(), ["c11"]);

	await page.goto("about:blank");
	await page.goto(`${site.url}few/matrix/`);
	check("one stop a row", await page.$$eval(".matrix tbody tr", (list) => list.every((r) => [...r.querySelectorAll("a, button, input")].filter((n) => n.tabIndex >= 0 && n.getClientRects().length).length === 1)));
	await page.focus("#row-c3 th a");
	for (const key of ["ArrowRight", "ArrowRight", "ArrowDown"])
		await page.keyboard.press(key);
	const here = await page.evaluate(() => document.activeElement.closest("td").id);
	check("arrows lead from cell to cell", here.startsWith("cell-c4."));
	await page.keyboard.press("Enter");
	check("Enter opens the note", await page.evaluate(() => document.querySelector(":popover-open")?.id), here.replace("cell", "note"));
	await page.keyboard.press("Escape");
	check("Escape closes it, and one is back", await page.evaluate(() => [document.querySelector(":popover-open"), document.activeElement.closest("td").id]), [null, here]);
	await page.context().close();
}

async function phone(javaScriptEnabled) {
	const says = javaScriptEnabled ? "with the script" : "without a script";
	const page = await open({ javaScriptEnabled, viewport: { width: 320, height: 640 } }, "few/matrix/");
	const heads = () => page.$$eval(".matrix thead th[data-id]", (cells) => cells.filter((c) => c.getClientRects().length).map((c) => c.dataset.id));
	const first = await heads(), last = await page.$eval(".matrix thead th:last-child", (c) => c.dataset.id);
	check(`two options on a phone ${says}`, first.length, 2);
	if (javaScriptEnabled)
		await page.selectOption(".matrix thead th[data-id] select:visible >> nth=0", "3");
	else {
		await page.click(".picker summary");
		await page.check("[name=first-column].p4");
		await page.click(".picker summary");
	}
	check(`another is picked ${says}`, await heads(), [first[1], last]);
	await page.evaluate(() => scrollTo(0, 900));
	await page.waitForTimeout(50);
	check(`the head stays ${says}`, await page.$eval(".matrix thead th", (c) => Math.round(c.getBoundingClientRect().top)), 0);
	check(`nothing moves sideways ${says}`, await page.evaluate(() => document.documentElement.scrollWidth), 320);
	await page.context().close();
}

/** Of many options a phone shows the total and two measures, which are picked in the head. */
async function manyOnPhone() {
	const page = await open({ viewport: { width: 360, height: 740 } }, "many/matrix/");
	const heads = () => page.$$eval(".turned thead tr:last-child th", (cells) => cells.filter((c) => c.getClientRects().length).map((c) => c.dataset.id ?? c.dataset.sort));
	check("a phone shows the total and two measures", await heads(), ["N", "T", "m0", "m1"]);
	await page.locator(".turned thead select:visible").nth(1).selectOption({ label: "Measure 7" });
	check("another is picked in the head", await heads(), ["N", "T", "m0", "m7"]);
	check("and the head keeps the focus", await page.evaluate(() => document.activeElement.closest("th").dataset.id), "m7");
	check("nothing moves sideways", await page.evaluate(() => [document.documentElement.scrollWidth, document.querySelector(".turned-scroll").scrollWidth <= document.querySelector(".turned-scroll").clientWidth]), [360, true]);
	await page.click(".filters-open:visible");
	await page.locator(".filters input[aria-label='Measure 2: at most']").fill("0");
	await page.click(".filters .filters-open");
	check("a filter is a chip, which takes it back", await page.locator(".chips button").allTextContents(), ["Measure 2: at most 0 ×"]);
	await page.click(".chips button");
	check("and then all fit again", [(await names(page)).length, new URL(page.url()).hash.startsWith("#C=40.")], [10, true]);
	await page.context().close();
}

/** On paper all rows and all columns stand on sheets that lie sideways; where the columns are small, a line says so. */
async function manyOnPaper(script) {
	const says = script ? "with the script" : "without a script", sheet = { width: 1002, height: 600 };
	const page = await open({ viewport: sheet, javaScriptEnabled: script }, "many/matrix/");
	const seen = (what) => page.locator(what).filter({ visible: true }).count();
	check(`a screen says nothing of paper ${says}`, await seen(".on-paper"), 0);
	await page.emulateMedia({ media: "print" });
	check(`paper has each row ${says}`, await seen(".turned tbody tr"), 40);
	check(`and each column, none beyond its edge ${says}`, await page.$$eval(".turned thead tr:last-child th", (heads) =>
		heads.filter((head) => { const box = head.getBoundingClientRect(); return box.width && box.left >= 0 && box.right <= innerWidth + 1; }).length), 42);
	check(`no number of it is parted ${says}`, await page.$$eval(".turned tbody td:not(.is-missing)", (cells) => cells.filter((cell) => {
		const range = document.createRange();
		range.selectNodeContents(cell.querySelector(".best") ?? cell);
		return range.getClientRects().length > 1;
	}).map((cell) => cell.textContent).slice(0, 3)), []);
	check(`and says where the table stands whole ${says}`, await seen(".on-paper a"), 2);
	const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1"), [, width, height] = /MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
	check(`its sheets lie sideways ${says}`, +width > +height);
	await page.context().close();
}

await many();
await manyOnPhone();
await manyOnPaper(true);
await manyOnPaper(false);
await few();
await phone(true);
await phone(false);
await browser.close();
site.close?.();
rmSync(folder, { recursive: true });
console.log(failed ? `${failed} failed` : "all hold");
process.exit(failed ? 1 : 0);
