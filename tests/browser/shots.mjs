// Pictures of one page of each type, in three widths and two schemes.
import { mkdirSync } from "node:fs";

import { inParallel, launch, openSite, pageUrl } from "./site.mjs";

const site = await openSite(process.argv[2]);
const browser = await launch();
mkdirSync("build/shots", { recursive: true });
const context = await browser.newContext();
const seen = new Set();
await inParallel(site.pages, 1, async (path) => {
	const page = await context.newPage();
	await page.goto(pageUrl(site, path));
	const type = await page.evaluate(() => document.body.className.replace(/^page-(\S+).*$/, "$1"));
	if (!seen.has(type)) {
		seen.add(type);
		for (const colorScheme of ["light", "dark"])
			for (const width of [360, 768, 1280]) {
				await page.emulateMedia({ colorScheme });
				await page.setViewportSize({ width, height: 800 });
				await page.screenshot({ path: `build/shots/${type}-${width}-${colorScheme}.png`, fullPage: true });
			}
		console.log(`build/shots/${type}-*.png: ${path}`);
	}
	await page.close();
});
await browser.close();
site.close();
