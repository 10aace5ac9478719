/*
 * What matters to you: sliders and musts on the left, what follows from them on the right.  The address says what differs
 * from the author's: "#speed=6&memory.lte.64", "!" before a must of the author's that is left out, "#~id" for a profile.
 */
"use strict";
(() => {
	const J = judging(JSON.parse(one("#judging").textContent)), { criteria, options, counted, fill, words } = J, page = one(".weigh");
	const sum = (js, weights) => js.reduce((s, j) => s + weights[j], 0);
	const author = { weights: criteria.map((c) => c.weight), musts: criteria.flatMap((c) => c.must ?? []) };
	const profiles = J.profiles.map((p) => ({ id: p.id, weights: p.weights, musts: [...author.musts, ...p.musts] }));
	const before = J.judge(author.weights, author.musts), [said] = J.say(before);
	const groups = all(".weigh-group").map((box) => ({ slider: one(":scope > :not(.one) input", box), js: all(".one input", box).map((input) => +input.id.slice(1)), briefs: all("b", box) }));
	const rows = all(".must").map((box) => ({ box, at: +box.dataset.at, kind: box.dataset.kind, answer: box.dataset.answer, bound: one("input", box), on: one("[role]", box), note: one(".note", box) }));
	const lines = options.map((o, i) => {
		const line = one("template", page).content.cloneNode(true).firstChild, link = one("a", line);
		line.className = "s" + (i % 48 + 1);
		one(".sign", line).classList.add(line.className);
		link.textContent = o.name;
		link.href = `../options/${o.id}/index.html`;
		return line;
	});
	let weights, timer, kept, steps = [];

	/* State and address. */
	const musts = () => rows.filter((row) => row.on.checked && row.bound.value !== "").map(({ at, kind, bound, answer }) => ({ at, kind, bound: +bound.value, answer }));
	const key = (m) => `${criteria[m.at].id}.${m.kind}.${m.bound}`;
	function write(state) {
		const [own, given] = [state.musts.map(key), author.musts.map(key)];
		return [...criteria.flatMap((c, j) => state.weights[j] === c.weight ? [] : `${c.id}=${state.weights[j]}`), ...own.filter((k) => !given.includes(k)), ...given.filter((k) => !own.includes(k)).map((k) => "!" + k)].join("&");
	}
	function read(text) {
		const parts = [...new URLSearchParams(text)], from = profiles.find((p) => parts[0]?.[0] === "~" + p.id) ?? author, own = { weights: [...from.weights], musts: [...from.musts] };
		for (const [name, n] of parts) {
			const [, not, id, kind, bound = n] = /^(!?)([a-z0-9-]+)(?:\.([gl]te?|eq)\.(.+))?$/.exec(name) ?? [], at = criteria.findIndex((c) => c.id === id);
			if (at < 0 || !bound || !isFinite(bound)) continue;
			if (!kind) own.weights[at] = Math.max(0, bound);
			else if (not) own.musts = own.musts.filter((m) => key(m) !== name.slice(1));
			else own.musts.push({ at, kind, bound: +bound });
		}
		return own;
	}
	function apply(state) {
		weights = [...state.weights];
		for (const row of rows) row.on.checked = false;
		for (const m of state.musts) {
			const fit = rows.filter((row) => !row.on.checked && row.at === m.at && row.kind === m.kind), row = fit.find((f) => +f.bound.value === m.bound) ?? fit.find((f) => !f.answer);
			if (!row) continue;
			row.on.checked = true;
			row.bound.value = m.bound;
			row.box.closest("details")?.setAttribute("open", "");
		}
		show();
		place();
	}
	/* Once a move is done: Safari takes a hundred addresses in half a minute. */
	function place() {
		history.replaceState(null, "", one(".copy input").value);
		one(".reset").disabled = !kept;
		one(".undo").disabled = !steps.length;
	}

	/* A group takes what the others yield, each in proportion. */
	function scale(js, to) {
		const base = [weights, author.weights, weights.map(() => 1)].find((w) => sum(js, w) > 0), from = sum(js, base);
		for (const j of js) weights[j] = +(base[j] / from * to).toPrecision(9);
	}
	function share(js, percent) {
		const whole = sum(counted, weights) || sum(counted, author.weights) || 1;
		scale(js, whole * percent / 100);
		scale(counted.filter((j) => !js.includes(j)), whole * (1 - percent / 100));
	}

	/* What is seen. */
	function slide(input, value, text, was) {
		const box = input.closest(".slide");
		/* Or Chromium would take what is being moved for unchanged. */
		if (input !== document.activeElement) input.value = value;
		input.style.setProperty("--v", value / input.max * 100 + "%");
		input.setAttribute("aria-valuetext", fill("yours", { n: text, author: was }));
		one("output", box).textContent = text;
		box.classList.toggle("moved", text !== was);
	}
	function show() {
		const own = { weights, musts: musts() }, text = write(own), profile = profiles.find((p) => write(p) === text), r = J.judge(weights, own.musts), [headline, detail] = J.say(r);
		const whole = sum(counted, weights), given = sum(counted, author.weights), part = (n, of) => J.part(of && n / of);
		for (const j of counted) slide(one("#w" + j), weights[j], J.weight(weights[j]), J.weight(author.weights[j]));
		for (const g of groups) {
			g.briefs.forEach((b, k) => b.textContent = J.weight(weights[g.js[k]]));
			if (!g.slider) continue;
			g.slider.disabled = !groups[1];
			slide(g.slider, whole && sum(g.js, weights) / whole * 100, part(sum(g.js, weights), whole), part(sum(g.js, author.weights), given));
		}
		for (const row of rows) {
			const m = { at: row.at, kind: row.kind, bound: +row.bound.value }, out = [...options.keys()].filter((i) => criteria[m.at].values[i] !== null && !J.holds(m, criteria[m.at].values[i]));
			row.note.textContent = row.bound.value === "" ? "" : out[0] >= 0 ? fill("rules_out", { names: J.names(out) }) : words.rules_out_none;
		}
		one(`[name="profile"][value="${profile?.id ?? (text && "!")}"]`).checked = true;
		one(".live-headline").textContent = headline;
		one(".live-detail").textContent = detail;
		one(".live-author").textContent = text ? fill("author_was", { headline: said }) : words.not_moved;
		order(r);
		distance(whole, given);
		kept = profile ? "~" + profile.id : text;
		one(".copy input").value = location.href.split("#")[0] + (kept && "#" + kept);
		clearTimeout(timer);
		timer = setTimeout(() => one("[role=status]").textContent = `${headline}. ${detail}`, 400);
	}
	function order(r) {
		const list = one(".live-rows"), tops = lines.map((line) => line.offsetTop), still = matchMedia("(prefers-reduced-motion: reduce)").matches || !list.firstChild;
		for (const i of [...r.order, ...[...options.keys()].filter((o) => !r.ranks[o])]) {
			const line = lines[i], bar = one(".live-bar", line), why = r.judged ? J.reasons(r, i) : "", was = before.ranks[i];
			list.append(line);
			line.classList.toggle("is-leader", r.leader === i);
			one(".place", line).textContent = r.ranks[i] || "\u2013";
			one(".live-total", line).textContent = r.ranks[i] ? J.total(r, i) : "";
			one(".live-was", line).textContent = why || (was && was !== r.ranks[i] ? fill("was", { n: was }) : "");
			bar.hidden = !r.ranks[i];
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
		const by = criteria.map((c, j) => c.counts && whole && given ? weights[j] / whole - author.weights[j] / given : 0), far = by.reduce((s, d) => s + Math.abs(d), 0) / 2;
		const [up, down] = [Math.max(...by), Math.min(...by)].map((d) => by.indexOf(d)), fills = {};
		for (const [name, j] of [["up", up], ["down", down]]) {
			const from = author.weights[j] / given, to = weights[j] / whole, d = J.apart(from * 100, to * 100, 0, 3);
			Object.assign(fills, { [name]: criteria[j].title, [name + "_from"]: J.percent(from, d), [name + "_to"]: J.percent(to, d) });
		}
		one(".how-far").textContent = fill("moved", { share: J.part(far) });
		one(".weigh-keep rect").setAttribute("width", far * 100 + "%");
		one(".moved-most").textContent = far > 5e-6 ? fill("moved_most", fills) : "";
	}

	page.addEventListener("input", ({ target }) => {
		const group = groups.find((g) => g.slider === target), step = target.max / 100, value = +(Math.round(target.value / step) * step).toPrecision(9);
		if (group) share(group.js, value);
		else if (target.type === "range") weights[target.id.slice(1)] = value;
		else if (target.type === "number") rows.find((row) => row.bound === target).on.checked = true;
		if (target.name !== "profile") show();
		else if (target.value !== "!") apply(profiles.find((p) => p.id === target.value) ?? author);
	});
	let last = "";
	const keep = () => {
		if (kept !== last) steps.push(last);
		last = kept;
		place();
	};
	page.addEventListener("change", keep);
	page.addEventListener("click", ({ target }) => {
		if (target.matches(".reset")) apply(author), keep();
		if (target.matches(".undo") && steps.length) apply(read(last = steps.pop()));
		if (target.matches(".live-all")) target.setAttribute("aria-expanded", one(".live").classList.toggle("all"));
		if (!target.matches(".copy button")) return;
		one(".copy input").select();
		navigator.clipboard?.writeText(location.href).then(() => target.textContent = words.copied);
	});
	addEventListener("hashchange", () => apply(read(location.hash.slice(1))));
	page.hidden = false;
	apply(read(location.hash.slice(1)));
	last = kept;
})();
