// Draws the pictures of pages in README.md and docs/, of the shipped content: docs/overview.png, docs/scoreboard.png,
// and docs/themes.jpg, the four themes side by side, each an overview and a card.
//
//	node docs/draw-pages.mjs	(from the top of the repository, after tests/browser/install)
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { launch, openSite, pageUrl } from "../tests/browser/site.mjs";

const THEMES = [["default", "light"], ["almanac", "light"], ["bench", "dark"], ["broadside", "light"]];
const PAGES = [["overview", "index.html", 1150], ["scoreboard", "scoreboard/index.html", 1400]];
const SLUG = "nodejs-vs-python", DESK = 1280, WIDE = 860, PANEL = 400, HIGH = 560, CARD = 210;
const folder = mkdtempSync(join(tmpdir(), "themes-"));
const url = (bytes) => `data:image/png;base64,${bytes.toString("base64")}`;

const browser = await launch();
await drawPages();
await drawThemes();
await browser.close();

async function drawPages() {
	const site = await openSite("content", { warnings: "ignore" });
	for (const [name, path, height] of PAGES) {
		const page = await browser.newPage({ colorScheme: "light", viewport: { width: DESK, height } });
		await page.goto(pageUrl(site, `${SLUG}/${path}`));
		await page.evaluate(() => document.fonts.ready);
		await page.screenshot({ path: `docs/${name}.png` });
		await page.close();
		console.log(`docs/${name}.png`);
	}
	site.close();
}

async function drawThemes() {
	const panels = [];
	for (const [theme, colorScheme] of THEMES) {
		const site = await openSite("content", { theme, warnings: "ignore" });
		const page = await browser.newPage({ colorScheme, viewport: { width: WIDE, height: Math.round(HIGH * WIDE / PANEL) } });
		await page.goto(pageUrl(site, `${SLUG}/index.html`));
		await page.evaluate(() => document.fonts.ready);
		/* With the address of the content, not that of this server. */
		const card = join(folder, `${theme}.png`);
		execFileSync("build/paragone", ["chart", "content", `${SLUG}/card`, "-o", card, "--theme", theme]);
		panels.push([url(await page.screenshot()), url(readFileSync(card))]);
		await page.close();
		site.close();
	}
	const page = await browser.newPage({ viewport: { width: 4 * PANEL + 3 * 12, height: HIGH + CARD + 12 } });
	await page.setContent(`<style>body { margin: 0; display: flex; gap: 12px; background: #fff } img { display: block; width: ${PANEL}px }
		img + img { margin-top: 12px }</style>${panels.map((two) => `<div>${two.map((one) => `<img src="${one}">`).join("")}</div>`).join("")}`);
	await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode())));
	await page.screenshot({ path: "docs/themes.jpg", type: "jpeg", quality: 84 });
	console.log("docs/themes.jpg");
}
