// The site under test: built, served under a sub-path, and a browser for it.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { extname, join, resolve } from "node:path";
import { gzipSync } from "node:zlib";

export const require = createRequire(resolve("build/browser/package.json"));
export const OUT = resolve("build/browser/out");
/** Of what OUT is the site, and for which port. */
const BUILT = resolve("build/browser/built.json");
/** Without it a check looks at fewer examples of a kind, and at every kind. */
export const ALL = process.env.TESTS === "all";
const BASE = "/some/where/";
const TYPES = {
	".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml",
	".png": "image/png", ".jpg": "image/jpeg", ".webp": "image/webp", ".ico": "image/x-icon",
	".woff2": "font/woff2", ".json": "application/json", ".csv": "text/csv",
	".xml": "application/xml", ".txt": "text/plain", ".js": "text/javascript", ".md": "text/markdown; charset=utf-8",
};

/**
 * Serves OUT under BASE on a free port, and builds the site for that address; in one run of all checks, which
 * BROWSER_RUN names, the one that is there serves again if it is the same.
 */
export async function openSite(content = existsSync("content") ? "content" : "tests/golden/small/content",
	{ warnings = "inherit", theme = null } = {}) {
	const server = createServer(answer);
	const of = JSON.stringify([process.env.BROWSER_RUN, content, theme]);
	const built = process.env.BROWSER_RUN && existsSync(BUILT) ? JSON.parse(readFileSync(BUILT, "utf8")) : {};
	const isThere = built.of === of && await listens(server, built.port);
	if (!isThere)
		await listens(server, 0);
	const { port } = server.address();
	const url = `http://127.0.0.1:${port}${BASE}`;
	if (!isThere)
		build(content, url, warnings, theme);
	writeFileSync(BUILT, JSON.stringify({ of, port }));
	const files = filesOf(".html").sort();
	const leadsOn = (path) => /http-equiv="refresh"/.test(readFileSync(`${OUT}/${path}`, "utf8"));
	const pages = files.filter((path) => !leadsOn(path)), redirects = files.filter(leadsOn);
	const pictures = filesOf(".svg").sort();
	return { url, pages, redirects, pictures, close: () => server.close() };
}

/** False where another has the port. */
function listens(server, port) {
	return new Promise((done) => {
		server.once("error", () => done(false));
		server.listen(port, "127.0.0.1", () => done(true));
	});
}

/** Chromium as Debian has it for programs: the same pages, without what a reader has around them. */
export const CHROMIUM = "/usr/bin/chromium-headless-shell";

export function launch() {
	const { chromium } = require("playwright-core");
	return chromium.launch({
		executablePath: CHROMIUM,
		args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking",
			"--disable-component-update", "--disable-sync", "--no-first-run"],
	});
}

/** A page's address without its `index.html`, as people write it. */
export const pageUrl = (site, page) => site.url + page.replace(/(^|\/)index\.html$/, "$1");

/** Runs `work` on every item, `width` at a time. */
export async function inParallel(items, width, work) {
	const waiting = [...items];
	const worker = async () => {
		while (waiting.length > 0)
			await work(waiting.shift());
	};
	await Promise.all(Array.from({ length: width }, worker));
}

/**
 * The same in pages of `context`: `work` gets one that is empty, and an item.
 * A page, which is a process, is opened once and not for every item.
 */
export async function inPages(context, items, width, work) {
	const waiting = [...items];
	const worker = async () => {
		const page = await context.newPage();
		while (waiting.length > 0) {
			await work(page, waiting.shift());
			page.removeAllListeners();
			await page.goto("about:blank");
		}
		await page.close();
	};
	await Promise.all(Array.from({ length: width }, worker));
}

function build(content, url, warnings, theme) {
	const program = ["build/paragone", "build/san/paragone"].find(existsSync);
	if (!program)
		throw new Error("there is no build/paragone: run make");
	sent = null;
	rmSync(BUILT, { force: true });
	rmSync(OUT, { recursive: true, force: true });
	mkdirSync("build/browser", { recursive: true });
	console.log(`building the site of ${content} with ${program}`);
	const chosen = theme ? ["--theme", theme] : [];
	execFileSync(program, ["build", content, "-o", OUT, "--base-url", url, ...chosen], { stdio: ["ignore", "inherit", warnings] });
}

/** The policy that the pages carry, which a host sends with every file; read once. */
let sent = null;
function policy() {
	sent ??= readPolicy();
	return sent;
}

function readPolicy() {
	const [, text] = readFileSync(join(OUT, "404.html"), "utf8").match(
		/<meta http-equiv="Content-Security-Policy" content="([^"]*)">/);
	return text.replaceAll("&#39;", "'");
}

export function filesOf(ending, folder = "") {
	return readdirSync(join(OUT, folder), { withFileTypes: true }).flatMap((entry) => {
		const path = folder + entry.name;
		if (entry.isDirectory())
			return filesOf(ending, path + "/");
		return entry.name.endsWith(ending) ? [path] : [];
	});
}

function answer(request, response) {
	const path = decodeURIComponent(new URL(request.url, "http://x").pathname);
	let file = path.startsWith(BASE) ? join(OUT, path.slice(BASE.length)) : null;
	if (file && path.endsWith("/"))
		file = join(file, "index.html");
	const found = file && existsSync(file) && statSync(file).isFile();
	if (!found)
		file = join(OUT, "404.html");
	const type = TYPES[extname(file)] ?? "application/octet-stream";
	const body = existsSync(file) ? readFileSync(file) : "";
	const isPacked = /^text|xml|json|javascript/.test(type) && /gzip/.test(request.headers["accept-encoding"]);
	response.writeHead(found ? 200 : 404, {
		"Content-Security-Policy": policy(),
		"Content-Type": type,
		...isPacked && { "Content-Encoding": "gzip" },
		...path.includes("/assets/") && { "Cache-Control": "max-age=31536000, immutable" },
	});
	response.end(isPacked ? gzipSync(body, { level: 1 }) : body);
}
