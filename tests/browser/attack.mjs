// A site whose every text, name, file and picture tries to run a script: each
// page and each file is opened without the policy, which would stop it, and nothing runs; by TESTS=all with it, too.
import { ALL, OUT, filesOf, inPages, launch, openSite, pageUrl } from "./site.mjs";

const SAFE = /^(https?|mailto|tel):$/;
/** Of any page: what no text of the content may have become. */
const inspect = () => ({
	handlers: [...document.querySelectorAll("*")].flatMap((element) =>
		[...element.attributes].filter(({ name }) => name.startsWith("on")).map(({ name }) => `${element.localName} ${name}`)),
	/* The site's own scripts and their data are no attack; whatever else is one, is counted. */
	scripts: [...document.querySelectorAll("script")].filter(({ type, src }) => !/^application\/(ld\+)?json$/.test(type) &&
		!/\/assets\/(page|search|table|judge)\.[0-9a-f]{10}\.js$/.test(src)).length,
	strangers: [...document.querySelectorAll("iframe, object, embed, foreignObject, base")].map(({ localName }) => localName),
	links: [...document.querySelectorAll("a")].map((a) => a.href.baseVal ?? a.href).filter(Boolean),
	loaded: performance.getEntriesByType("resource").map(({ name }) => name),
	text: document.documentElement.textContent.includes("alert(1)"),
});
const faults = [];
let opened = 0, quoted = 0;

async function open(page, path, address) {
	page.on("dialog", async (dialog) => {
		faults.push(`${path}: a script ran: ${dialog.message()}`);
		await dialog.dismiss();
	});
	await page.goto(address);
	const { handlers, scripts, strangers, links, loaded, text } = await page.evaluate(inspect);
	opened++;
	quoted += text;
	for (const what of [...handlers, ...strangers])
		faults.push(`${path}: has ${what}`);
	if (scripts > 0)
		faults.push(`${path}: has ${scripts} scripts`);
	for (const link of links)
		if (!SAFE.test(new URL(link, address).protocol))
			faults.push(`${path}: links to ${link}`);
	for (const file of loaded)
		if (!file.startsWith(new URL(address).origin))
			faults.push(`${path}: loads ${file}`);
}

const site = await openSite("tests/attack/content", { warnings: "ignore" });
const browser = await launch();
const files = filesOf("").filter((path) => /\.(html|svg|txt|json|xml)$/.test(path));
try {
	for (const bypassCSP of ALL ? [true, false] : [true]) {
		const context = await browser.newContext({ bypassCSP });
		await inPages(context, files, 3, (page, path) => open(page, path, path.endsWith(".html") ? pageUrl(site, path)
			: site.url + path.split("/").map(encodeURIComponent).join("/")));
		await context.close();
	}
} finally {
	await browser.close();
	site.close();
}
for (const fault of faults)
	console.log(`     ${fault}`);
if (quoted < 20)
	console.log(`FAIL the attack shows as text ${quoted} times only, below ${OUT}`);
console.log(`${faults.length ? "FAIL" : "ok  "} nothing runs: ${opened} openings, ${faults.length} faults`);
process.exitCode = faults.length || quoted < 20 ? 1 : 0;
