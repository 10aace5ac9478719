// "What matters to you" and "Compare" as a reader uses them: by keyboard, by address, with and without scripts.
import assert from "node:assert/strict";

import { launch, openSite } from "./site.mjs";

const site = await openSite();
const browser = await launch();
const errors = [];
const at = `${site.url}compressors/weights/`;

async function open(url, options = {}) {
	const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: "reduce", ...options });
	const page = await context.newPage();
	page.on("console", (message) => errors.push(`${url}: ${message.text()}`));
	page.on("pageerror", (error) => errors.push(`${url}: ${error.message}`));
	await page.goto(url);
	return page;
}

const text = (page, selector) => page.textContent(selector);
const hash = (page) => page.evaluate(() => location.hash);
const order = (page) => page.$$eval(".live-rows a", (links) => links.map((a) => a.textContent));
const shares = (page) => page.$$eval(".weigh-group > .slide output", (all) => all.map((o) => parseInt(o.textContent)));

// As the author has it.
const page = await open(at);
const headline = await text(page, ".live-headline");
assert.equal(await hash(page), "");
assert.match(headline, /^zstd leads with 5\.73 of 10$/);
assert.equal(await text(page, ".live-author"), "These are the author’s weights.");

// A criterion by keyboard: its weight, its words, the address; and the announcement after a rest.
await page.click("details summary");
await page.focus("#w0");
for (let k = 0; k < 10; k++) await page.keyboard.press("ArrowRight");
assert.equal(await hash(page), "#ratio-default=4");
assert.equal(await page.getAttribute("#w0", "aria-valuetext"), "4, author 3");
assert.equal(await page.isChecked('[name="profile"][value="!"]'), true);
await page.waitForFunction(() => document.querySelector(".weigh [role=status]").textContent.includes("leads"));

// A group takes what the others yield.
await page.focus("#g2");
await page.keyboard.press("End");
assert.deepEqual(await shares(page), [0, 100, 0, 0]);
await page.keyboard.press("Home");
assert.equal((await shares(page))[1], 0);
assert.equal(Math.abs((await shares(page)).reduce((a, b) => a + b) - 100) <= 1, true);

// Undo, as often as it was changed, and back to the author's.
await page.click(".undo");
assert.deepEqual(await shares(page), [0, 100, 0, 0]);
await page.click(".reset");
assert.equal(await hash(page), "");
assert.equal(await text(page, ".live-headline"), headline);

// A must by keyboard; who fails it stands last, with the reason.
await page.click(".weigh-musts summary");
await page.fill('.must[data-at="6"] [type=number]', "64");
await page.keyboard.press("Enter");
assert.equal(await hash(page), "#memory-default.lte.64");
assert.match(await text(page, ".live-rows li:last-child"), /ruled out, as Memory to compress is [\d.]+\sMiB and must be at most 64\.0\sMiB/);
await page.focus('.must[data-at="6"] [role=switch]');
await page.keyboard.press("Space");
assert.equal(await hash(page), "");

// A profile from the radio group.
await page.focus('[name="profile"]:checked');
await page.keyboard.press("ArrowRight");
assert.match(await hash(page), /^#~[a-z-]+$/);
assert.equal(await text(page, ".live-headline"), "xz leads with 7.04 of 10");

// All of it at 0.
for (let j = 0; j < 12; j++)
	await page.$eval(`#w${j}`, (input) => { input.value = 0; input.dispatchEvent(new Event("input", { bubbles: true })); });
assert.equal(await text(page, ".live-headline"), "Nothing counts");
assert.equal(await page.$$eval(".live-rows .place", (all) => all.every((p) => p.textContent === "–")), true);

// An address that was shared gives the same again.
const shared = "#speed-default=6&decompression=5&parallel=0&memory-default.lte.64";
const other = await open(at + shared);
assert.equal(await hash(other), shared);
assert.equal(await text(other, ".live-headline"), "lz4 leads with 5.52 of 10");
assert.equal(await text(other, ".how-far"), "You moved 16% of the weight");
assert.deepEqual((await order(other)).slice(0, 4), ["lz4", "zstd", "gzip", "bzip2"]);

// On a phone nothing stands behind the result at the end.
const phone = await open(at, { viewport: { width: 360, height: 740 } });
await phone.evaluate(() => scrollTo(0, 1e6));
assert.equal(await phone.evaluate(() => document.querySelector(".site-footer").getBoundingClientRect().bottom <= document.querySelector(".live").getBoundingClientRect().top + 1), true);

// Without a script: tables, and no control that does nothing.
const still = await open(at, { javaScriptEnabled: false });
assert.equal(await still.locator("noscript table").count(), 5);
assert.equal(await still.locator("input:visible, button:visible").count(), 0);

// Side by side: as many as are named, best first where none is.
const compare = await open(`${site.url}compressors/compare/#lz4,xz`);
assert.equal(await text(compare, ".say-headline"), "lz4 leads with 5.13 of 10".replace("lz4 leads", "Too close to call: lz4 is just ahead"));
assert.deepEqual(await compare.$$eval('[data-row="rank"] td', (all) => all.slice(0, 2).map((td) => td.textContent)), ["3 of 6", "4 of 6"]);
await compare.selectOption("select >> nth=2", "zstd");
assert.equal(await hash(compare), "#lz4,xz,zstd");
assert.equal(await text(compare, ".say-headline"), headline);
assert.equal(await compare.locator(".chosen .best").count() > 10, true);
await compare.goto(`${site.url}compressors/compare/#gzip,zstd`);
const rows = await compare.locator(".chosen tr:visible").count();
await compare.check(".choose-only input");
assert.equal(await compare.locator(".chosen tr:visible").count() < rows, true);

assert.deepEqual(errors, []);
console.log("weights and comparisons answer to keys, addresses and choices");
await browser.close();
site.close();
