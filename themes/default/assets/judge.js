/*
 * The build's judging once more, for weights and musts of a reader's own: formulas as in src/judge/, digits as in
 * src/words/figure.  tests/weights holds both together, to 1e-9 and word for word.
 */
"use strict";
const judging = (data) => {
	const NEAR = 1e-9, { abs, max, min, sqrt } = Math, { options, criteria, words, method, scale: [low, high] } = data;
	const points = method === "points", topsis = method === "topsis", product = method === "weighted-product";
	const available = data.missing === "available", shares = points && available, whole = points && !shares;
	const all = [...options.keys()], counted = [...criteria.keys()].filter((j) => criteria[j].counts);

	/* What options have on each criterion: utilities, or what the build made of them for the method; NaN: missing. */
	for (const c of criteria) {
		const [from, to] = c.ends, utility = (x) => from === to ? 1 : min(1, max(0, (x / 2 - from / 2) / (to / 2 - from / 2)));
		const cells = c.cells?.map((x) => x ?? NaN) ?? c.values.map((x) => x === null ? (data.missing === "worst" ? 0 : NaN) : utility(x));
		const known = cells.filter((x) => x === x), best = max(...known), least = min(...known);
		c.cells = cells;
		c.near = topsis ? cells.map((x) => (best - x) ** 2) : product ? cells.map((u) => u > 0 ? Math.log(u) : u - Infinity) : cells;
		c.far = cells.map((x) => (x - least) ** 2);
	}

	/* Totals 0..1; `sums` are points. */
	function totals(weights) {
		const sum = counted.reduce((s, j) => s + weights[j], 0), sums = [], r = { sum, sums, weights, judged: sum > 0 && sum < Infinity };
		r.totals = all.map((i) => {
			let near = 0, far = 0, own = 0;
			for (const j of counted) {
				const c = criteria[j], w = topsis ? (weights[j] / sum) ** 2 : weights[j];
				if (!(w && c.cells[i] === c.cells[i])) continue;
				near += w * c.near[i];
				far += w * c.far[i];
				own += w;
			}
			sums[i] = near;
			if (!own || !r.judged) return NaN;
			if (topsis) return near + far ? sqrt(far) / (sqrt(near) + sqrt(far)) : 0.5;
			return product ? Math.exp(near / own) : near / own;
		});
		return r;
	}

	const holds = ({ kind, bound }, x) => abs(x - bound) <= NEAR * max(1, abs(bound)) ? /e/.test(kind) : kind[0] === "g" ? x > bound : kind[0] === "l" && x < bound;

	/* Ranks 1, 2, 2, 4 of some, whose equals get one total; and who leads. */
	function decide(r, some) {
		const { totals } = r, order = r.order = some.sort((a, b) => totals[b] - totals[a]);
		r.ranks = all.map(() => 0);
		for (let from = 0, to; from < order.length; from = to) {
			const first = totals[order[from]];
			for (to = from; to < order.length && totals[order[to]] >= first - NEAR; to++) r.ranks[order[to]] = from + 1;
			for (const i of order.slice(from, to)) totals[i] = first;
			order.splice(from, to - from, ...order.slice(from, to).sort((a, b) => a - b));
		}
		const [a = -1, b = -1] = order;
		r.first = b >= 0 && r.ranks[b] === 1 ? -1 : a;
		r.margin = b >= 0 ? totals[a] - totals[b] : 0;
		r.close = b >= 0 && (r.first < 0 || r.margin < data.close - NEAR);
		r.leader = r.close ? -1 : r.first;
		r.places = totalPlaces(r);
		return r;
	}

	/* `weights`: one a criterion; `musts`: { at, kind, bound, answer }, `at` being a criterion. */
	function judge(weights, musts) {
		const r = totals(weights), every = weights.reduce((s, w) => s + w, 0);
		r.issues = all.map((i) => musts.filter((m) => !holds(m, criteria[m.at].values[i] ?? NaN)).sort((a, b) => a.at - b.at));
		r.coverage = all.map((i) => criteria.reduce((s, c, j) => c.values[i] === null ? s : s + weights[j], 0) / every || 0);
		r.thin = r.coverage.map((share) => available && (!share || share < data.least - NEAR));
		return decide(r, all.filter((i) => r.judged && !r.thin[i] && r.totals[i] >= 0 && r.issues[i].every((m) => criteria[m.at].values[i] === null)));
	}

	/* Digits: as many as show a number as it is, or two as different. */
	const round = (x) => (x < 0 ? -1 : 1) * Math.round(abs(x));
	function needed(x, d, most) {
		for (; d < most && x - x === 0; d++) {
			const scaled = abs(x) * 10 ** d;
			if (abs(scaled - round(scaled)) <= NEAR * scaled) break;
		}
		return d;
	}
	function apart(a, b, d, most = 9) {
		while (d < most && abs(a - b) > NEAR * max(1, abs(a), abs(b)) && round(a * 10 ** d) === round(b * 10 ** d)) d++;
		return d;
	}
	let places = 1;
	for (let range = high - low; places < 9 && range < 2; range *= 10) places++;

	const raw = (r, u) => shares ? u * 100 : points ? u * r.sum : low + u * (high - low);
	function totalPlaces(r) {
		const at = r.order.map((i) => raw(r, r.totals[i]));
		let d = shares ? 1 : points ? 0 : places;
		if (whole) for (const i of all) counted.reduce((sum, j) => (d = needed(sum += r.weights[j] * criteria[j].cells[i], d, 2), sum), 0);
		if (!(at.length > 1)) return d;
		for (let k = 1; k < at.length; k++) d = apart(at[k - 1], at[k], d, max(d, 4));
		return apart(at[0], raw(r, 1), apart(at[0], at[1], d));
	}
	/* Also of the leads without each criterion and with twice its weight. */
	function marginPlaces(r, unit) {
		const margin = r.margin * unit, [first, ...others] = r.order;
		let d = whole ? r.places : needed(margin, 0, 1);
		for (const j of whole ? [] : counted)
			for (const times of [2, 0]) {
				const t = totals(r.weights.map((w, k) => k === j ? w * times : w)).totals;
				d = needed((t[first] - max(...others.map((i) => t[i]).filter((x) => x === x))) * unit, d, 1);
			}
		d = apart(margin, 0, d);
		return r.close ? apart(margin, data.close * unit, d) : d;
	}

	/* Words. */
	const fill = (word, fills) => words[word].replace(/\{(\w+)\}/g, (same, name) => fills[name] ?? same);
	function fixed(x, d) {
		while (d && abs(x) * 10 ** d >= 9e15) d--;
		const n = round(abs(x) * 10 ** d), text = String(n).padStart(d + 1, 0), front = d ? text.slice(0, -d) : text;
		return (x < 0 && n ? "\u2212" : "") + (front[4] ? front.replace(/\B(?=(...)+$)/g, words.thousands) : front) + (d ? words.point + text.slice(-d) : "");
	}
	/* With so many places at the most. */
	function number(x, d = 9) {
		while (d && round(x * 10 ** d) % 10 === 0) d--;
		return fixed(x, d);
	}
	const percent = (share, d) => fill("percent", { n: fixed(share * 100, d) });
	const part = (share) => share > 0 && share < 0.005 ? fill("less_than", { n: percent(0.01, 0) }) : share < 1 && share >= 0.995 ? fill("over", { n: percent(0.99, 0) }) : percent(share, 0);
	function exact(x) {
		const most = min(9, max(0, 5 - (x ? Math.floor(Math.log10(abs(x))) : 0)));
		return needed(round(x * 10 ** most) / 10 ** most, 0, most);
	}
	const weight = (w) => number(w, w > 0 && w < 0.0005 ? exact(w) : 3);
	function value(c, x, answer, other = x) {
		if (x === null || words[answer]) return words[x === null ? "not_scored" : answer];
		const n = fixed(x, apart(x, other, max(c.places, c.measured ? exact(x) : needed(x, 0, min(9, places + 1)))));
		return c.unit ? fill("measure", { n, unit: c.unit }) : n;
	}
	const score = (i, c) => value(c, c.values[i], c.answers?.[i]);
	const list = (items) => items.reduce((a, b, k) => fill(items[k + 1] ? "list_more" : "list_last", { a, b }));
	const names = (some) => list([...some.slice(0, some[8] >= 0 ? 5 : 8).map((i) => options[i].name), ...some[8] >= 0 ? [fill("n_more", { n: number(some.length - 5) })] : []]);

	const percentOr = (r, u, x) => shares ? percent(u, r.places) : fixed(x, r.places);
	const total = (r, i) => r.totals[i] >= 0 ? percentOr(r, r.totals[i], points ? r.sums[i] : low * (1 - r.totals[i]) + high * r.totals[i]) : words.not_scored;
	function ofScale(r, u) {
		const n = percentOr(r, u, raw(r, u));
		return fill("total_" + (shares ? "share" : points ? "points" : low < 0 ? "range" : "scale"),
			{ n, share: n, min: number(low), max: points ? number(r.sum, max(2, r.places)) : number(high) });
	}
	function lead(r, share, write, d) {
		const n = write(share * (whole ? r.sum : 100), d);
		return whole ? fill(n === "1" ? "points_one" : "points_other", { n }) : fill(points ? "margin_points" : "margin_scale", { share: fill("percent", { n }) });
	}
	/* The result in the words of the build: headline and detail. */
	function say(r) {
		const [a, b] = r.order, name = options[a]?.name, total = a >= 0 && ofScale(r, r.totals[a]);
		if (!r.judged) return [words.nothing, ""];
		if (!name) return [words.headline_none, words.detail_none];
		if (r.first < 0) return [fill("headline_tie", { names: names(r.order.filter((i) => r.ranks[i] === 1)), total }), words.detail_tie];
		return [fill(r.close ? "headline_close" : "headline", { name, total }), b >= 0 ? fill(r.close ? "detail_close" : "detail", { name, second: options[b].name,
			margin: lead(r, r.margin, fixed, marginPlaces(r, whole ? r.sum : 100)), close: lead(r, data.close, number) }) : words.detail_only];
	}
	/* Why an option has no rank, and what is not known of it. */
	function reasons(r, i) {
		const share = r.coverage[i], d = apart(share * 100, data.least * 100, 0), why = r.issues[i].map((m) => {
			const c = criteria[m.at], n = value(c, m.bound, m.answer), must = fill(/^[yn]$/.test(m.answer) ? "eq" : m.kind, { n });
			return fill(c.values[i] === null ? "must_unknown" : "out_fails", { criterion: c.title, value: score(i, c), must });
		});
		if (r.thin[i]) why.push(share ? fill("out_thin", { share: percent(share, d), least: percent(data.least, apart(data.least * 100, 0, d)) }) : words.out_unscored);
		return why.join("; ");
	}
	return { ...data, judge, decide, holds, counted, say, total, reasons, value, score, names, fill, number, weight, part, percent, apart };
};
