/* Two to four options side by side, judged by the author's weights.  The address names them: "#zstd,lz4". */
"use strict";
{
	const page = one(".choose"), picks = all(".choose select"), { sources, ...data } = JSON.parse(one("#judging").textContent);
	const J = judging(data), { options, criteria, words, fill } = J, r = J.judge(criteria.map((c) => c.weight), criteria.flatMap((c) => c.must ?? [])), { places } = r;
	const put = (to, name, text, more) => to.appendChild(make(name, { textContent: text, ...more }));

	/* What options have on a criterion: the best in bold, with their sources; and how far they are apart. */
	function scores(row, { unit, ...c }, chosen) {
		const given = chosen.filter((i) => c.values[i] !== null), values = given.map((i) => c.values[i]), most = Math.max(...values), least = Math.min(...values), texts = chosen.map((i) => J.score(i, c));
		const same = texts.every((text) => text === texts[0]), top = c.lower ? least : most;
		chosen.forEach((i, k) => {
			const cell = put(row, "td", ""), best = most - least > 1e-9 && c.values[i] === top;
			put(cell, "span", texts[k], { className: best ? "best" : "" });
			if (best) put(cell, "span", " " + words.best, { className: "visually-hidden" });
			const cites = c.cites?.[i] ? put(cell, "span", "", { className: "cites" }) : null;
			for (const n of c.cites?.[i] || []) put(cites, "a", `[${n + 1}]`, { className: "cite-link", title: sources[n].label, href: "../index.html#source-" + sources[n].id });
		});
		const counted = given.length === chosen.length && !(c.answers && chosen.some((i) => c.answers[i] !== "-"));
		put(row, "td", same && given[0] >= 0 ? words.equal : counted ? J.value(c, most - least) : "\u2013", { className: "apart" });
		row.classList.toggle("same", same);
	}

	function show() {
		const chosen = [...new Set(picks.map((pick) => options.findIndex((o) => o.id === pick.value)))].filter((i) => i >= 0);
		const some = J.decide({ ...r, totals: [...r.totals] }, chosen.filter((i) => r.ranks[i])), of = J.number(r.order.length);
		some.places = r.places = Math.max(places, some.places);
		[".say-headline", ".say-detail"].forEach((at, k) => one(at).textContent = J.say(some)[k]);
		const cells = {
			total: (i) => J.total(r, i),
			here: (i) => some.ranks[i] || "\u2013",
			rank: (i) => r.ranks[i] ? fill("of", { n: J.number(r.ranks[i]), of }) : J.reasons(r, i) || words.out,
		};
		for (const row of all(".chosen [data-row]")) {
			const at = row.dataset.row, c = criteria[at - 1];
			while (row.cells[1]) row.cells[1].remove();
			if (c) scores(row, c, chosen);
			else if (cells[at]) chosen.forEach((i) => put(row, "td", cells[at](i)));
			else chosen.forEach((i) => {
				const head = put(row, "th", "", { scope: "col" });
				put(head, "span", "", { className: "sign s" + (i % 48 + 1) });
				put(head, "a", options[i].name, { href: `../options/${options[i].id}/index.html` });
			});
			if (!c) put(row, cells[at] ? "td" : "th", cells[at] ? "" : words.apart);
		}
		return chosen.map((i) => options[i].id).join();
	}
	function read() {
		const ids = location.hash.slice(1).split(",").filter((id) => options.some((o) => o.id === id)), first = [...r.order, ...options.keys()].map((i) => options[i].id);
		picks.forEach((pick, k) => pick.value = ids[k] ?? (k < 2 ? first.find((id) => !ids.includes(id) && id !== picks[0].value) ?? first[k] : ""));
		show();
	}
	picks.forEach((pick, k) => {
		if (k > 1) pick.add(new Option("\u2013", ""));
		for (const o of options) pick.add(new Option(o.name, o.id));
	});
	page.addEventListener("change", ({ target }) => target.type === "checkbox" ? one(".chosen").classList.toggle("only", target.checked) : history.replaceState(null, "", "#" + show()));
	addEventListener("hashchange", read);
	page.hidden = false;
	read();
}
