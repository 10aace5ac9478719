/*
 * The build's judging once more, for weights and musts of a reader's own: formulas as in src/judge/, digits as in
 * src/words/figure.  tests/weights holds both together, to 1e-9 and word for word.  Below it the two pages that judge.
 */
"use strict";
const sum = (items, value) => items.reduce((s, x) => s + value(x), 0), known = (x) => x === x;
const judging = (data) => {
	const NEAR = 1e-9, { abs, max, min, sqrt } = Math, { options, criteria, words, method, scale: [low, high] } = data;
	const points = method === "points", topsis = method === "topsis", product = method === "weighted-product";
	const available = data.missing === "available", shares = points && available, whole = points && !shares;
	const all = [...options.keys()], each = [...criteria.keys()], counted = each.filter((j) => criteria[j].counts);

	/* What options have on each criterion: utilities, or what the build made of them for the method; NaN: missing. */
	for (const c of criteria) {
		const [from, to] = c.ends, cells = c.cells = (c.cells ?? c.values.map((x) => x === null ? data.missing === "worst" ? 0 : x : from === to ? 1 : min(1, max(0, (x / 2 - from / 2) / (to / 2 - from / 2))))).map((x) => x ?? NaN);
		const given = cells.filter(known), best = max(...given), least = min(...given);
		c.near = cells.map((x) => topsis ? (best - x) ** 2 : product ? Math.log(x) : x);
		c.far = cells.map((x) => (x - least) ** 2);
	}

	/* Totals 0..1. */
	function totals(weights) {
		const all = sum(counted, (j) => weights[j]), judged = all > 0 && all < Infinity;
		return { sum: all, weights, judged, totals: options.map((o, i) => {
			let near = 0, far = 0, own = 0;
			for (const j of counted) {
				const c = criteria[j], w = topsis ? (weights[j] / all) ** 2 : weights[j];
				if (!w || !known(c.cells[i])) continue;
				near += w * c.near[i];
				far += w * c.far[i];
				own += w;
			}
			return !own || !judged ? NaN : topsis ? near + far ? sqrt(far) / (sqrt(near) + sqrt(far)) : 0.5 : product ? Math.exp(near / own) : near / own;
		}) };
	}

	const holds = ({ kind, bound }, x) => abs(x - bound) <= NEAR * max(1, abs(bound)) ? /e/.test(kind) : x > bound ? kind[0] === "g" : x < bound && kind[0] === "l";

	/* Ranks 1, 2, 2, 4 of some, whose equals get one total; and who leads. */
	function decide(r, some) {
		const { totals } = r, order = r.order = some.sort((a, b) => totals[b] - totals[a]), ranks = r.ranks = all.map(() => 0);
		let first = Infinity, rank;
		order.forEach((i, k) => {
			if (totals[i] < first - NEAR) [first, rank] = [totals[i], k + 1];
			totals[i] = first;
			ranks[i] = rank;
		});
		const [a = -1, b] = order.sort((a, b) => ranks[a] - ranks[b] || a - b);
		r.first = ranks[b] === 1 ? -1 : a;
		r.margin = order[1] >= 0 ? totals[a] - totals[b] : 0;
		r.close = order[1] >= 0 && (r.first < 0 || r.margin < data.close - NEAR);
		r.leader = r.close ? -1 : r.first;
		r.places = totalPlaces(r);
		return r;
	}

	/* `weights`: one a criterion; `musts`: { at, kind, bound, answer }, `at` being a criterion. */
	function judge(weights, musts) {
		const r = totals(weights), every = sum(weights, (w) => w), has = (j, i) => criteria[j].values[i] !== null;
		r.issues = all.map((i) => musts.filter((m) => !holds(m, criteria[m.at].values[i] ?? NaN)).sort((a, b) => a.at - b.at));
		r.coverage = all.map((i) => sum(each, (j) => has(j, i) * weights[j]) / every || 0);
		r.thin = r.coverage.map((share) => available && (!share || share < data.least - NEAR));
		return decide(r, all.filter((i) => r.judged && !r.thin[i] && r.totals[i] >= 0 && !r.issues[i].some((m) => has(m.at, i))));
	}

	/* Digits: as many as show a number as it is, or two as different. */
	const round = (x) => Math.sign(x) * Math.round(abs(x) + 1e-9);
	function needed(x, d, most, by = NEAR) {
		const off = (n) => abs(n - round(n)) > by * abs(n);
		while (d < most && off(x * 10 ** d)) d++;
		return d;
	}
	function apart(a, b, d, most = 9) {
		while (d < most && abs(a - b) > NEAR * max(1, abs(a), abs(b)) && round(a * 10 ** d) === round(b * 10 ** d)) d++;
		return d;
	}
	let places = 2;
	for (let range = high - low; places < 9 && range < 2; range *= 10) places++;

	const raw = (r, u) => shares ? u * 100 : points ? u * r.sum : low + u * (high - low);
	const besides = (x, unit, d) => apart(x, data.close * unit, apart(x, 0, d));
	function totalPlaces(r) {
		const at = r.order.map((i) => raw(r, r.totals[i])), [first, second] = at;
		let d = points ? +shares : places, before;
		if (whole) for (const i of all) counted.reduce((s, j) => (d = needed(s += r.weights[j] * criteria[j].cells[i], d, 2), s), 0);
		do {
			before = d;
			const told = at.reduce((t, x, k) => k ? apart(at[k - 1], x, t, 4) : t, d);
			if (told < 4) d = told;
			d = r.totals.reduce((t, u) => apart(raw(r, u), raw(r, 1), t), apart(first, second, d));
			if (!points) d = besides(first - second, high - low, d);
		} while (d > before);
		return d;
	}
	/* Also of the leads without each criterion and with twice its weight. */
	function marginPlaces(r, unit) {
		const margin = r.margin * unit, [first, ...others] = r.order;
		let d = whole ? r.places : needed(margin, 0, 1);
		for (const j of whole ? [] : counted)
			for (const times of [2, 0]) {
				const t = totals(r.weights.map((w, k) => k === j ? w * times : w)).totals;
				d = needed((t[first] - max(...others.map((i) => t[i]).filter(known))) * unit, d, 1);
			}
		/* At most a tenth of itself away. */
		d = needed(margin, apart(margin, 0, d), 9, .1 + NEAR);
		return r.close ? apart(margin, data.close * unit, d) : d;
	}

	/* Words. */
	const word = (name, fills) => fill(words[name], fills);
	function fixed(x, d) {
		while (d && abs(x) * 10 ** d >= 4e15) d--;
		const n = round(abs(x) * 10 ** d), [front, end] = (n / 10 ** d).toFixed(d).split(".");
		return (x < 0 && n ? words.minus : "") + front.replace(RegExp(words.groups, "g"), words.group) + (end ? words.point + end : "");
	}
	/* With so many places at the most. */
	function number(x, d = 9) {
		while (d && round(x * 10 ** d) % 10 === 0) d--;
		return fixed(x, d);
	}
	const percent = (share, d) => word("percent", { n: fixed(share * 100, d) });
	const part = (share) => share > 0 && share < 0.005 ? word("less_than", { n: percent(0.01, 0) }) : share < 1 && share >= 0.995 ? word("over", { n: percent(0.99, 0) }) : percent(share, 0);
	function exact(x) {
		const most = min(9, max(0, 5 - (x ? Math.floor(Math.log10(abs(x))) : 0)));
		return needed(round(x * 10 ** most) / 10 ** most, 0, most);
	}
	const weight = (w) => number(w, w > 0 && w < 0.0005 ? exact(w) : 3);
	function value(c, x, answer, other = x) {
		if (x === null || words[answer]) return words[x === null ? "not_scored" : answer];
		const n = fixed(x, apart(x, other, max(c.places, c.measured ? exact(x) : needed(x, 0, places))));
		return c.unit ? word("measure", { n, unit: n === "1" && c.one || c.unit }) : n;
	}
	const score = (i, c) => value(c, c.values[i], c.answers?.[i]);
	function names(some) {
		const list = some.slice(0, some[8] >= 0 ? 5 : 8).map((i) => options[i].name);
		if (some[8] >= 0) list.push(word("n_more", { n: number(some.length - 5) }));
		return new Intl.ListFormat(words.locale).format(list);
	}

	const written = (r, u) => shares ? percent(u, r.places) : fixed(raw(r, u), r.places);
	const total = (r, i) => r.totals[i] >= 0 ? written(r, r.totals[i]) : criteria.some((c) => c.values[i] !== null) ? words.out : words.not_scored;
	function lead(r, share, write, d) {
		/* Points in the form for the number as it is shown. */
		const n = write(share * (whole ? r.sum : 100), d), [front, end = ""] = n.replaceAll(words.group, "").split(words.point);
		return whole ? fill(words.points[new Intl.PluralRules(words.locale, { minimumFractionDigits: end.length }).select(front + "." + end)], { n }) : word("margin", { share: word("percent", { n }) });
	}
	/* The result in the words of the build: headline and detail. */
	function say(r) {
		const [a, b] = r.order, name = options[a]?.name, second = options[b]?.name, u = r.totals[a], n = name && written(r, u);
		if (!r.judged) return [words.nothing, ""];
		if (!name) return [words.headline_none, words.detail_none];
		const total = word("total", { n, share: n, min: number(low), max: points ? number(r.sum, max(2, r.places)) : number(high) });
		if (r.first < 0) return [word("headline_tie", { names: names(r.order.filter((i) => r.ranks[i] === 1)), total }), words.detail_tie];
		const how = r.close ? "_close" : "";
		return [word("headline" + how, { name, total }), second ? word("detail" + how, { name, second,
			margin: lead(r, r.margin, fixed, marginPlaces(r, whole ? r.sum : 100)), close: lead(r, data.close, number) }) : words.detail_only];
	}
	/* Why an option has no rank, and what is not known of it. */
	function reasons(r, i) {
		const share = r.coverage[i], d = apart(share * 100, data.least * 100, 0), why = r.issues[i].map((m) => {
			const c = criteria[m.at], n = value(c, m.bound, m.answer);
			return word(c.values[i] === null ? "must_unknown" : "out_fails", { criterion: c.title, value: score(i, c), must: word(/^[yn]$/.test(m.answer) ? "eq" : m.kind, { n }) });
		});
		if (r.thin[i]) why.push(share ? word("out_thin", { share: percent(share, d), least: percent(data.least, apart(data.least * 100, 0, d)) }) : words.out_unscored);
		return why.join("; ");
	}
	return { ...data, all, judge, decide, holds, counted, say, total, reasons, value, score, names, word, number, weight, part, percent, apart, author: { weights: criteria.map((c) => c.weight), musts: criteria.flatMap((c) => c.must ?? []) } };
};

/*
 * What matters to you: sliders and musts on the left, what follows from them on the right.  The address says what differs
 * from the author's: "#speed=6&memory.lte.64", "!" before a must of the author's that is left out, "#~id" for a profile.
 */
const weigh = (J, page) => {
	const { criteria, options, counted, author, word, words, all: every } = J, profiles = J.profiles.map((p) => ({ ...p, musts: [...author.musts, ...p.musts] }));
	const before = J.judge(author.weights, author.musts), [said] = J.say(before), sumOf = (js, weights) => sum(js, (j) => weights[j]);
	const groups = all(".weigh-group").map((box) => ({ slider: one(":scope > :not(.one) input", box), js: all(".one input", box).map((input) => +input.id.slice(1)), briefs: all("b", box) }));
	const rows = all(".must").map((box) => ({ ...box.dataset, at: +box.dataset.at, box, bound: one("input", box), on: one("[role]", box), note: one(".note", box) }));
	const address = one(".copy input"), reset = one(".reset"), undo = one(".undo"), live = one(".live"), put = (name, text) => one(name).textContent = text;
	const lines = all(".live-rows li");
	let weights, kept, last, steps = [];

	/* State and address. */
	const must = (row) => ({ at: row.at, kind: row.kind, answer: row.answer, bound: +row.bound.value }), asks = (row) => row.bound.value !== "";
	const key = (m) => `${criteria[m.at].id}.${m.kind}.${m.bound}`;
	function write({ weights, musts }) {
		const own = musts.map(key), given = author.musts.map(key);
		return [...criteria.flatMap((c, j) => weights[j] === c.weight ? [] : `${c.id}=${weights[j]}`), ...own.filter((k) => !given.includes(k)), ...given.flatMap((k) => own.includes(k) ? [] : "!" + k)].join("&");
	}
	function read(text) {
		const parts = [...new URLSearchParams(text)], from = profiles.find((p) => "~" + p.id === parts[0]?.[0]) ?? author, weights = [...from.weights];
		let musts = [...from.musts];
		for (const [name, n] of parts) {
			const [, not, id, kind, bound = n] = /^(!?)([a-z0-9-]+)(?:\.([gl]te?|eq)\.(.+))?$/.exec(name) ?? [], at = criteria.findIndex((c) => c.id === id);
			if (at < 0 || !bound || !isFinite(bound)) continue;
			if (!kind) weights[at] = Math.max(0, bound);
			else if (not) musts = musts.filter((m) => "!" + key(m) !== name);
			else musts.push({ at, kind, bound: +bound });
		}
		return { weights, musts };
	}
	function apply(state) {
		weights = [...state.weights];
		for (const { on } of rows) on.checked = false;
		for (const m of state.musts) {
			const fit = rows.filter((row) => !row.on.checked && row.at === m.at && row.kind === m.kind), row = fit.find((f) => +f.bound.value === m.bound) ?? fit.find((f) => !f.answer), fold = row?.box.closest("details");
			if (fold) fold.open = true;
			if (row) row.on.checked = !!(row.bound.value = String(m.bound));
		}
		show();
		place();
	}
	/* Once a move is done: Safari takes a hundred addresses in half a minute. */
	function place() {
		history.replaceState(null, "", address.value);
		reset.disabled = !kept;
		undo.disabled = !steps.length;
	}

	/* A group takes what the others yield, each in proportion. */
	function scale(js, to) {
		const base = [weights, author.weights, weights.map(() => 1)].find((w) => sumOf(js, w) > 0), from = sumOf(js, base);
		for (const j of js) weights[j] = +(base[j] / from * to).toPrecision(9);
	}
	function share(js, percent) {
		const whole = sumOf(counted, weights) || sumOf(counted, author.weights) || 1;
		scale(js, whole * percent / 100);
		scale(counted.filter((j) => !js.includes(j)), whole * (1 - percent / 100));
	}

	/* What is seen. */
	function slide(input, value, n, author) {
		const box = input.closest(".slide");
		/* Or Chromium would take what is being moved for unchanged. */
		if (input !== document.activeElement) input.value = value;
		input.style.setProperty("--v", value / input.max * 100 + "%");
		input.ariaValueText = word("yours", { n, author });
		one("output", box).textContent = n;
		box.classList.toggle("moved", n !== author);
	}
	function show() {
		const musts = rows.filter((row) => row.on.checked && asks(row)).map(must), text = write({ weights, musts }), profile = profiles.find((p) => write(p) === text), r = J.judge(weights, musts), [headline, detail] = J.say(r);
		const whole = sumOf(counted, weights), given = sumOf(counted, author.weights), part = (n, whole) => J.part(whole && n / whole);
		for (const j of counted) slide(one("#w" + j), weights[j], J.weight(weights[j]), J.weight(author.weights[j]));
		for (const { slider, js, briefs } of groups) {
			briefs.forEach((b, k) => b.textContent = J.weight(weights[js[k]]));
			if (!slider) continue;
			slider.disabled = !groups[1];
			slide(slider, whole && sumOf(js, weights) / whole * 100, part(sumOf(js, weights), whole), part(sumOf(js, author.weights), given));
		}
		for (const row of rows) {
			const { values } = criteria[row.at], out = every.filter((i) => values[i] !== null && !J.holds(must(row), values[i]));
			row.note.textContent = !asks(row) ? "" : out.length ? word("rules_out", { names: J.names(out) }) : words.rules_out_none;
		}
		one(`[name=profile][value="${profile?.id ?? (text && "!")}"]`).checked = true;
		put(".live-headline", headline);
		put(".live-detail", detail);
		put(".live-author", text ? word("author_was", { headline: said }) : words.not_moved);
		order(r);
		distance(whole, given);
		kept = profile ? "~" + profile.id : text;
		address.value = location.href.split("#")[0] + (kept && "#" + kept);
		announce(one("[role=status]", page), `${headline}. ${detail}`);
	}
	function order(r) {
		const list = one(".live-rows"), tops = lines.map((line) => line.offsetTop), still = matchMedia("(prefers-reduced-motion: reduce)").matches || kept === undefined;
		for (const i of [...r.order, ...every.filter((i) => !r.ranks[i])]) {
			const line = lines[i], bar = one(".live-bar", line), rank = r.ranks[i], n = before.ranks[i], put = (name, text) => one(name, line).textContent = text;
			list.append(line);
			line.classList.toggle("is-leader", r.leader === i);
			put(".place", rank || "\u2013");
			put(".live-total", rank ? J.total(r, i) : "");
			put(".live-was", r.judged && J.reasons(r, i) || (n && n !== rank ? word("was", { n }) : ""));
			bar.hidden = !rank;
			bar.style.setProperty("--v", r.totals[i] * 100 + "%");
			bar.style.setProperty("--was", before.totals[i] * 100 + "%");
		}
		lines.forEach((line, i) => {
			const by = tops[i] - line.offsetTop;
			if (by && !still) line.animate([{ transform: `translateY(${by}px)` }, {}], 150);
		});
	}
	/* Half of the sum of the absolute differences of normalised weights. */
	function distance(whole, given) {
		const from = (j) => author.weights[j] / given, to = (j) => weights[j] / whole, by = criteria.map((c, j) => c.counts && whole && given ? to(j) - from(j) : 0), far = sum(by, Math.abs) / 2, fills = {};
		for (const [name, most] of [["up", Math.max], ["down", Math.min]]) {
			const j = by.indexOf(most(...by)), d = J.apart(from(j) * 100, to(j) * 100, 0, 3);
			Object.assign(fills, { [name]: criteria[j].title, [name + "_from"]: J.percent(from(j), d), [name + "_to"]: J.percent(to(j), d) });
		}
		put(".how-far", word("moved", { share: J.part(far) }));
		put(".moved-most", far > 5e-6 ? word("moved_most", fills) : "");
		one(".weigh-keep rect").setAttribute("width", far * 100 + "%");
	}

	page.oninput = ({ target }) => {
		const { type, name, value, max, id } = target, group = groups.find((g) => g.slider === target), step = max / 100, at = +(Math.round(value / step) * step).toPrecision(9);
		if (group) share(group.js, at);
		else if (type === "range") weights[id.slice(1)] = at;
		else if (type === "number") rows.find((row) => row.bound === target).on.checked = true;
		if (name !== "profile") show();
		else if (value !== "!") apply(profiles.find((p) => p.id === value) ?? author);
	};
	page.onchange = () => {
		if (kept !== last) steps.push(last);
		last = kept;
		place();
	};
	reset.onclick = () => {
		apply(author);
		page.onchange();
	};
	undo.onclick = () => apply(read(last = steps.pop()));
	one(".live-all").onclick = ({ target }) => target.ariaExpanded = live.classList.toggle("all");
	one(".copy button").onclick = ({ target }) => {
		address.select();
		navigator.clipboard?.writeText(address.value).then(() => target.textContent = words.copied);
	};
	onhashchange = () => apply(read(location.hash.slice(1)));
	onhashchange();
	last = kept;
};

/* Two to four options side by side, judged by the author's weights.  The address names them: "#zstd,lz4". */
const compare = (J, page) => {
	const { options, criteria, words, word, author, sources } = J, r = J.judge(author.weights, author.musts), { places } = r, picks = all("select", page), box = one("[type=checkbox]", page);

	/* What options have on a criterion: the best in bold, with their sources; and how far they are apart. */
	function scores({ unit, ...c }, chosen) {
		const given = chosen.map((i) => c.values[i]).filter((v) => v !== null), most = Math.max(...given), least = Math.min(...given), texts = chosen.map((i) => J.score(i, c)), same = new Set(texts).size < 2;
		const cells = chosen.map((i, k) => {
			const best = most - least > 1e-9 && c.values[i] === (c.lower ? least : most), cites = c.cites?.[i] ?? [];
			return make("td", {}, make("span", { className: best ? "best" : "" }, texts[k]), ...best ? [make("span", { className: "visually-hidden" }, " " + words.best)] : [], ...cites[0] >= 0 ? [make("span", { className: "cites" },
				...cites.map((n) => make("a", { className: "cite-link", title: sources[n].label, href: "../index.html#source-" + sources[n].id }, `[${n + 1}]`)))] : []);
		});
		const counts = given.length === chosen.length && !chosen.some((i) => (c.answers?.[i] ?? "-") !== "-");
		return [...cells, make("td", { className: "apart" }, same && given.length ? words.equal : counts ? J.value(c, most - least) : "\u2013"), same];
	}
	function show() {
		const chosen = [...new Set(picks.map((pick) => options.findIndex((o) => o.id === pick.value)))].filter((i) => i >= 0);
		const some = J.decide({ ...r, totals: [...r.totals] }, chosen.filter((i) => r.ranks[i])), of = J.number(r.order.length);
		some.places = r.places = Math.max(places, some.places);
		[".say-headline", ".say-detail"].forEach((name, k) => one(name).textContent = J.say(some)[k]);
		const cells = {
			total: (i) => [J.total(r, i), options[i].on].join(" "),
			here: (i) => some.ranks[i] || "\u2013",
			rank: (i) => r.ranks[i] ? word("of", { n: J.number(r.ranks[i]), of }) : J.reasons(r, i) || words.out,
		};
		for (const row of all("[data-row]", page)) {
			const at = row.dataset.row, c = criteria[at - 1], own = c ? scores(c, chosen) : cells[at] ? [...chosen.map((i) => make("td", {}, cells[at](i))), make("td")] : [...chosen.map((i) =>
				make("th", { scope: "col" }, make("span", { className: "sign s" + (i % 48 + 1) }), make("a", { href: `../options/${options[i].id}/index.html` }, options[i].name))), make("th", {}, words.apart)];
			row.classList.toggle("same", !!c && own.pop());
			row.replaceChildren(row.cells[0], ...own);
		}
		one(".chosen").classList.toggle("only", box.checked);
		return "#" + chosen.map((i) => options[i].id);
	}
	for (const [k, pick] of picks.entries()) pick.append(...k > 1 ? [new Option("\u2013", "")] : [], ...options.map((o) => new Option(o.name, o.id)));
	page.onchange = () => history.replaceState(null, "", show());
	onhashchange = () => {
		const ids = location.hash.slice(1).split(",").filter((id) => options.some((o) => o.id === id)), first = [...r.order, ...J.all].map((i) => options[i].id);
		picks.forEach((pick, k) => pick.value = ids[k] ?? (k < 2 ? first.find((id) => !ids.includes(id) && id !== picks[0].value) ?? first[k] : ""));
		show();
	};
	onhashchange();
};

const judged = one("#judging");
for (const [name, start] of [[".weigh", weigh], [".choose", compare]]) {
	const page = judged && one(name);
	if (!page) continue;
	page.hidden = false;
	start(judging(JSON.parse(judged.textContent)), page);
}
