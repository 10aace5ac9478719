// What a theme's scripts weigh as they are published, gzipped: all of them,
// and those that one page loads.  Each is still a script, the same but for
// blanks, comments, semicolons and names; its properties keep theirs.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const ALL = 12288, PAGE = 10240;
const THEME = "themes/default/assets";
const work = mkdtempSync(join(tmpdir(), "scripts-"));
let failed = 0;

function check(what, good) {
	console.log(good ? "ok  " : "FAIL", what);
	failed += !good;
}

// Without comments and blanks, and each name alike; in strings, too, but on both sides.
const code = (text) => text.replace(/^\s*\/\*[^]*?\*\/\s*$|^\s*\/\/.*$/gm, "").trim();
const bare = (text) => code(text).replace(/;\s*const\b\s*/g, ",").replace(/[A-Za-z_$][\w$]*/g, "x").replace(/\s/g, "").replace(/;(?=}|$)/g, "");
const said = (text) => code(text).match(/"[\w .-]*"|'[\w .-]*'|(?<!\.)\.[A-Za-z]\w*/g).join("\n");

execFileSync("build/paragone", ["build", "tests/golden/small/content", "-o", join(work, "out")], { stdio: "pipe" });
const assets = join(work, "out/assets"), size = {};
for (const file of readdirSync(assets).filter((name) => name.endsWith(".js"))) {
	const text = readFileSync(join(assets, file)), source = readFileSync(join(THEME, file.replace(/\.[0-9a-f]+\.js$/, ".js")), "utf8");
	execFileSync("node", ["--check", join(assets, file)]);
	size[file] = gzipSync(text, { level: 9 }).length;
	check(`${file}: ${size[file]} bytes of ${gzipSync(source, { level: 9 }).length}`, bare("" + text) === bare(source) && said("" + text) === said(source) && text.length < source.length);
}
const all = Object.values(size).reduce((sum, n) => sum + n, 0);
check(`all scripts: ${all} bytes, ${ALL} at the most`, all > 0 && all <= ALL);

let most = 0, where = "";
for (const page of readdirSync(join(work, "out"), { recursive: true }).filter((name) => name.endsWith(".html"))) {
	const loaded = [...readFileSync(join(work, "out", page), "utf8").matchAll(/<script[^>]* src="[^"]*assets\/([^"]+)"/g)];
	const sum = loaded.reduce((n, [, file]) => n + size[file], 0);
	if (sum > most) [most, where] = [sum, page];
}
check(`of one page: ${most} bytes, ${PAGE} at the most (${where})`, most > 0 && most <= PAGE);
rmSync(work, { recursive: true });
process.exit(failed ? 1 : 0);
