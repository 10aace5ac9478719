// Lighthouse's four categories, as a phone sees one page of each type; a table
// of points, and below it each audit that took some away.
import { createRequire } from "node:module";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

import { CHROMIUM, openSite } from "../browser/site.mjs";

const require = createRequire(resolve("build/lighthouse/package.json"));
const load = (name) => import(pathToFileURL(require.resolve(name)).href);
const { default: lighthouse } = await load("lighthouse");
const chromeLauncher = await import(pathToFileURL(createRequire(require.resolve("lighthouse"))
	.resolve("chrome-launcher")).href);

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const PAGES = ["", "nodejs-vs-python/", "nodejs-vs-python/scoreboard/", "compressors/matrix/",
	"nodejs-vs-python/options/nodejs/", "cars-1970-82/matrix/"];
/** A loaded machine may cost a point or two; nothing else may. */
const LEAST = { performance: 95 };

function launch(profile) {
	return chromeLauncher.launch({
		chromePath: CHROMIUM,
		userDataDir: profile,
		chromeFlags: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
			"--disable-background-networking", "--disable-component-update", "--disable-sync"],
	});
}

/** What took points away: each audit that has a weight and is not perfect. */
function* losses(lhr) {
	for (const id of CATEGORIES)
		for (const { id: audit, weight } of lhr.categories[id].auditRefs) {
			const { score, title, displayValue, details } = lhr.audits[audit];
			if (weight > 0 && score !== null && score < 1 && lhr.categories[id].score < 1)
				yield `${id}: ${title} ${displayValue ?? ""} ${
					(details?.items ?? []).slice(0, 3).map((i) => i.node?.snippet ?? i.description ?? "").join(" ")}`;
		}
}

const profile = mkdtempSync(join(tmpdir(), "lighthouse-"));
const site = await openSite(undefined, { warnings: "ignore" });
const chrome = await launch(profile);
try {
	const asked = process.argv.slice(2);
	for (const page of asked.length ? asked : PAGES) {
		const { lhr } = await lighthouse(site.url + page, {
			port: chrome.port, output: "json", logLevel: "silent", onlyCategories: CATEGORIES,
		});
		const points = CATEGORIES.map((id) => Math.round(lhr.categories[id].score * 100));
		const isGood = CATEGORIES.every((id, i) => points[i] >= (LEAST[id] ?? 100));
		const shift = lhr.audits["cumulative-layout-shift"]?.numericValue;
		console.log(`${isGood ? "ok  " : "FAIL"} ${points.map((p) => String(p).padStart(4)).join("")}  CLS ${shift}  /${page}`);
		for (const text of losses(lhr))
			console.log(`     ${text}`);
		if (!isGood)
			process.exitCode = 1;
	}
} finally {
	await chrome.kill();
	site.close();
	rmSync(profile, { recursive: true, force: true });
}
