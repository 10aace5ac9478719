// Random comparisons of every method and missing policy, each with profiles:
// the build judges them, and so does judge.js from what their pages carry.
// The theme of the site writes the sentences of the result as plain lines.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const COMPARISONS = 10, PROFILES = 10; // a method and policy: 110 weightings
const METHODS = ["points", "weighted-sum", "weighted-product", "topsis"];
const POLICIES = ["skip", "worst", "error", "available"];
const work = mkdtempSync(join(tmpdir(), "weights-"));

// Numerical Recipes' quick generator: the same comparisons each time.
let seed = 20261128;
const random = () => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 2 ** 32;
const below = (n) => Math.floor(random() * n);
const pick = (list) => list[below(list.length)];

function put(path, text) {
	mkdirSync(dirname(join(work, path)), { recursive: true });
	writeFileSync(join(work, path), text);
}

const weight = () => pick([0, 1, 1, 2, 3, 5, 0.5, +(random() * 4).toFixed(3), below(40)]);

function must(criterion, [min, max]) {
	if (criterion.kind === "answers") return pick(["yes", "no", "partial"]);
	const bound = criterion.kind === "measure" ? +(random() * 300).toFixed(1) : +(min + (max - min) * pick([0.2, 0.5, 0.75])).toFixed(2);
	return `${pick([">=", ">", "<=", "<"])} ${bound}`;
}

function makeComparison(slug, method, missing) {
	const scale = pick([[0, 10], [0, 10], [1, 5], [0, 1], [-10, -2], [0, 100]]);
	const n = 1 + below(6) + (below(8) ? 1 : 7), rows = 1 + below(7);
	// TOPSIS and scores below 0 are fine; a product takes utilities alone.
	const criteria = Array.from({ length: rows }, (_, j) => {
		const kind = pick(["scale", "scale", "answers", "measure", "measure"]);
		const lower = below(2), bounded = below(2), group = pick(["", "one", "two"]);
		return { id: `c${j}`, kind, weight: j ? weight() : 1 + below(5), group, better: kind === "measure" ? (lower ? "lower" : "higher") : "",
			unit: kind === "measure" ? pick(["", "ms", "MiB"]) : "", worst: kind === "measure" && bounded ? (lower ? 280 : 20) : "",
			best: kind === "measure" && bounded ? (lower ? 20 : 280) : "" };
	});
	for (const c of criteria)
		c.must = below(5) ? "" : must(c, scale);
	const value = (c) => {
		if (missing !== "error" && !below(missing === "skip" ? 30 : 6)) return "";
		if (c.kind === "answers") return pick(["yes", "no", "partial"]);
		if (c.kind === "measure") return pick([25, 120, 240, 240, +(random() * 300).toFixed(below(4))]);
		const x = scale[0] + (scale[1] - scale[0]) * pick([0, 0.2, 0.5, 0.5, 0.7, 0.75, 1, random()]);
		return +x.toFixed(2);
	};
	put(`site/${slug}/comparison.md`, `---
title: ${slug}
summary: s
date: 2026-01-01
scoring:
  method: ${method}
  scale: [${scale}]
  missing: ${missing}
  close: ${pick([0, 0.02, 0.05, 0.05, 0.3])}
  tie: ${pick([0, 0.5, 1])}
${missing === "available" ? `  min_coverage: ${pick([0, 0.5, 0.75])}\n` : ""}---
`);
	put(`site/${slug}/options.csv`, "id,name\n" + Array.from({ length: n }, (_, i) => `o${i},${pick(["Oak", "Elm", "ארז", "Ash"])} ${i}\n`).join(""));
	put(`site/${slug}/criteria.csv`, "id,title,weight,group,unit,better,worst,best,must\n" +
		criteria.map((c) => `${c.id},Title ${c.id},${c.weight},${c.group},${c.unit},${c.better},${c.worst},${c.best},${c.must}\n`).join(""));
	const table = criteria.map((c) => Array.from({ length: n }, () => value(c)));
	if (table.flat().every((x) => x === "")) table[0][0] = scale[0];
	put(`site/${slug}/scores.csv`, "criterion," + table[0].map((_, i) => `o${i}`) + "\n" + criteria.map((c, j) => `${c.id},${table[j]}\n`).join(""));
	for (let p = 0; p < PROFILES; p++) {
		const some = criteria.filter((c, j) => !j || below(5)), asked = criteria.filter(() => !below(6));
		put(`site/${slug}/profiles/p${p}.md`, `---\ntitle: p${p}\nweights: {${some.map((c, k) => `${c.id}: ${k ? weight() : 1 + below(9)}`).join(", ")}}\n` +
			(asked.length ? `must: {${asked.map((c) => `${c.id}: "${must(c, scale)}"`).join(", ")}}\n` : "") + "---\n");
	}
}

function makeSite() {
	put("site/site.yaml", "title: t\nbase_url: https://example.org\ntheme: lines\nlanguage: en\npictures: []\n");
	cpSync("themes/default", join(work, "themes/lines"), { recursive: true });
	for (const name of ["home", "criterion", "matrix", "scoreboard", "option"])
		put(`themes/lines/templates/${name}.mustache`, "<!DOCTYPE html><title>x</title>\n");
	put("themes/lines/templates/weights.mustache", "{{{weigh.judging}}}\n");
	put("themes/lines/templates/overview.mustache", `{{#comparison.result}}
headline	{{headline}}
detail	{{detail}}
{{#out}}
out	{{name}}	{{reason}}
{{/out}}
{{/comparison.result}}
{{#comparison.options}}
total	{{name}}	{{total}}
{{/comparison.options}}
{{#comparison.criteria}}
criterion	{{title}}	{{weight}}{{#scores}}	{{value}}{{/scores}}
{{/comparison.criteria}}
`);
	for (const method of METHODS)
		for (const missing of POLICIES)
			for (let k = 0; k < COMPARISONS; k++)
				makeComparison(`${method}-${missing}-${k}`, method, missing);
}

// As page.js has it.
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (same, name) => values[name] ?? same);
const judging = new Function("one", "fill", readFileSync("themes/default/assets/judge.js", "utf8") + "; return judging;")(() => null, fill);
let told = 0;
const counts = { weightings: 0, sentences: 0, close: 0, out: 0, undecided: 0 };

function same(where, ours, theirs) {
	const near = typeof theirs === "number" ? Math.abs(ours - theirs) <= 1e-9 : ours === theirs;
	if (!near && ++told <= 20)
		console.log(`${where}: judge.js has ${JSON.stringify(ours)}, the build ${JSON.stringify(theirs)}`);
}

const number = (x) => x === x ? x : null;
const nameOf = (J, i) => i < 0 ? null : J.options[i].id;

// One weighting against what data.json says of it.
function compare(where, J, r, truth) {
	truth.totals.forEach((t, i) => same(`${where} total ${i}`, number(r.totals[i]), t));
	truth.ranks.forEach((t, i) => same(`${where} rank ${i}`, r.ranks[i] || null, t));
	same(`${where} leader`, nameOf(J, r.leader), truth.leader);
	same(`${where} close`, r.close, truth.close);
	same(`${where} margin`, r.order.length > 1 ? r.margin : null, truth.margin);
	counts.weightings++;
	counts.close += r.close;
	counts.undecided += r.first < 0;
	counts.out += r.order.length < r.totals.length;
}

const text = (html) => html.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"').replace(/&#39;/g, "'").replace(/&amp;/g, "&");

// The same in words, for the author's weights.
function read(where, J, r, lines) {
	const [headline, detail] = J.say(r), of = (key) => lines.filter((l) => l[0] === key);
	for (const [key, ours] of [["headline", headline], ["detail", detail]])
		for (const line of of(key)) {
			same(`${where} ${key}`, ours, line[1]);
			counts.sentences++;
		}
	const plain = (name) => name.replace(/[\u2066-\u2069]/g, "");
	of("total").forEach((line, i) => {
		const rank = r.ranks[i] || !(r.totals[i] >= 0) ? "" : ", no rank";
		if (line[2]) same(`${where} total of ${i}`, J.total(r, i) + rank, line[2]);
	});
	for (const line of of("out")) {
		const i = J.options.findIndex((o) => plain(o.name) === plain(line[1]));
		same(`${where} out ${i}`, J.reasons(r, i), line[2]);
		counts.sentences++;
	}
	of("criterion").forEach((line, j) => {
		same(`${where} weight ${j}`, J.weight(J.criteria[j].weight), line[2]);
		line.slice(3).forEach((value, i) => same(`${where} value ${j} ${i}`, J.score(i, J.criteria[j]), value));
	});
}

function check(slug) {
	const at = (name) => readFileSync(join(work, "out", slug, name), "utf8");
	const truth = JSON.parse(at("data.json"));
	let carried;

	try {
		carried = JSON.parse(text(at("weights/index.html")).replace(/^.*<meta[^>]*>/, ""));
	} catch (e) {
		if (e.code !== "ENOENT") throw e;
		if (truth.criteria.some((c) => c.counts)) throw new Error(`${slug} has no weights/`);
		return;
	}
	const J = judging(carried), own = J.criteria.flatMap((c) => c.must ?? []);
	const r = J.judge(J.criteria.map((c) => c.weight), own);
	compare(slug, J, r, { totals: truth.options.map((o) => o.total), ranks: truth.options.map((o) => o.rank), ...truth.result });
	read(slug, J, r, text(at("index.html")).split("\n").map((line) => line.split("\t")));
	truth.profiles.forEach((p, k) =>
		compare(`${slug} ${p.id}`, J, J.judge(J.profiles[k].weights, [...own, ...J.profiles[k].musts]), p));
}

makeSite();
try {
	execFileSync("build/paragone", ["build", join(work, "site"), "-o", join(work, "out")], { stdio: ["ignore", "ignore", "pipe"], maxBuffer: 1e8 });
} catch (e) {
	console.log(String(e.stderr).split("\n").filter((line) => /: error: /.test(line)).join("\n"), work);
	process.exit(1);
}
for (const method of METHODS)
	for (const missing of POLICIES)
		for (let k = 0; k < COMPARISONS; k++)
			check(`${method}-${missing}-${k}`);
console.log(JSON.stringify(counts));
if (counts.weightings < 1600 || !counts.close || !counts.out || !counts.undecided || counts.sentences < 300) {
	console.log("too little was compared");
	told++;
}
rmSync(work, { recursive: true });
if (told) {
	console.log(`${told} differences`);
	process.exit(1);
}
