/*
 * The matrix: sort, search, columns in another order, density, arrow keys; of many options filters, too.  The address
 * says what differs from the page as made: "#S=-price&C=40.3a1&price=..2000", capitals for what is no column.
 */
"use strict";
(() => {
	const table = one("table.matrix, table.turned"), said = one("#table-words");
	if (!table || !said) return;
	const turned = table.matches(".turned"), root = table.closest(".matrix-view, .turned-matrix"), words = said.dataset;
	const button = (className, textContent, onclick, more) => make("button", { type: "button", className, textContent, onclick, ...more });
	const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
	const number = (cell) => cell.matches(".is-missing") ? NaN : +(cell.dataset.v ?? (cell.textContent.split(words.thousands).join("").replace(words.decimal, ".").match(/^[\s−-]*\d[\d.]*/)?.[0].replace("−", "-") ?? NaN));
	const fixed = (n, places) => {
		const [whole, part] = n.toFixed(places).split(".");
		return (whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, words.thousands) : whole) + (part ? words.decimal + part : "");
	};
	const rows = all("tbody tr:not(.group)", table), head = all("thead tr", table).at(-1), first = rows[0].cells.length - (turned ? all("[data-id]", head).length : all("thead [class^=c]", table).length);
	const lead = one(".lead"), leadText = lead.textContent, live = make("p", { className: "visually-hidden", role: "status" });
	const columns = [...head.cells].slice(first).map((cell, k) => ({ cell, k, id: cell.dataset.id, name: one("a", cell).textContent, lower: !!one(".meta [aria-hidden]", cell)?.textContent.includes("↓") }));
	const total = turned && first > 1 ? head.cells[1] : null;
	const at = (row, cell) => row.cells[cell.cellIndex], places = new Map(rows.map((row, k) => [row, k])), bodies = new Map(rows.map((row) => [row, row.parentNode]));
	const option = (row) => one("th a", row), text = new Map(rows.map((row) => [row, row.cells[0].textContent.toLowerCase()]));
	let sorted = "", shown = false, timer;

	/* Tools. */
	const tools = one(".matrix-tools", root) ?? root.insertBefore(make("div", { className: "matrix-tools" }), root.firstChild);
	const search = make("input", { type: "search", placeholder: words.search, ariaLabel: words.search });
	const dense = make("input", { type: "checkbox" });
	const density = make("label", { className: "tool" }, dense, " " + words.dense);
	tools.prepend(search);
	tools.append(live);
	let menu = one(".columns-menu .menu", tools);
	if (turned) {
		menu = make("fieldset", { className: "menu" }, make("legend", { className: "visually-hidden", textContent: words.columns }));
		for (const c of columns) menu.append(make("label", {}, make("input", { type: "checkbox", checked: true }), " ", c.name));
		tools.append(make("details", { className: "tool-menu columns-menu" }, make("summary", { textContent: words.columns }), menu));
	}
	tools.insertBefore(density, one(".columns-menu", tools) ?? null);
	columns.forEach((c, k) => {
		c.item = menu && all("label", menu)[k];
		if (!c.item) return;
		c.box = one("input", c.item);
		for (const [by, sign, word] of [[-1, "↑", words.up], [1, "↓", words.down]])
			c.item.append(button("move", sign, (event) => {
				event.preventDefault();
				const list = order();
				let to = list.indexOf(c) + by;
				while (list[to] && !list[to].box.checked) to += by;
				if (to < 0 || to >= list.length) return;
				list.splice(list.indexOf(c), 1);
				list.splice(to, 0, c);
				arrange(list);
				event.target.focus();
				show();
			}, { ariaLabel: `${word}: ${c.name}` }));
	});
	const order = () => [...columns].sort((a, b) => a.cell.cellIndex - b.cell.cellIndex);
	function arrange(list) {
		if (order().every((c, k) => c === list[k])) return;
		const from = list.map((c) => c.cell.cellIndex);
		for (const row of all("tr", table)) if (!turned || !row.matches(".group")) row.append(...from.map((k) => row.cells[k]));
		for (const c of list) if (c.item) menu.append(c.item);
	}

	/* Sorting: the best first, then the worst; what is missing comes last. */
	const value = new Map();
	function sort(key) {
		sorted = key;
		const down = key[0] === "-", id = key.replace(/^-/, ""), c = columns.find((column) => column.id === id), cell = c?.cell ?? (id === "W" ? one(".weight", head) : id === "T" ? total : id === "N" ? head.cells[0] : null);
		for (const th of head.cells) th === cell ? th.ariaSort = (down !== (turned && !!c?.lower) !== (id === "N")) ? "ascending" : "descending" : th.removeAttribute("aria-sort");
		const sign = (down ? -1 : 1) * (turned && c?.lower ? 1 : -1);
		for (const row of rows) value.set(row, !cell ? places.get(row) : id === "N" ? option(row).textContent : number(at(row, cell)));
		const compare = (a, b) => {
			const [x, y] = [value.get(a), value.get(b)];
			if (!cell) return x - y;
			if (id === "N") return (down ? -1 : 1) * x.localeCompare(y, document.documentElement.lang);
			return isNaN(x) - isNaN(y) || sign * (x - y) || places.get(a) - places.get(b);
		};
		for (const body of new Set(bodies.values())) body.append(...rows.filter((row) => bodies.get(row) === body).sort(compare));
	}
	for (const th of head.cells) {
		const c = columns.find((column) => column.cell === th), id = c?.id ?? (th === total ? "T" : th.matches(".weight") ? "W" : "N");
		th.prepend(button("sorter", "", () => {
			sort(sorted === id ? "-" + id : sorted === "-" + id ? "" : id);
			show();
		}, { title: words.sort, ariaLabel: `${words.sort}: ${c?.name ?? th.textContent}` }));
	}

	/* Filters, of many options: a range for each measure, a box for each group and each word. */
	const filters = [], panel = make("dialog", { className: "filters", ariaLabel: words.filters });
	const opener = button("tool-button filters-open", "", () => panel.showModal()), done = button("tool-button filters-open", "", () => panel.close());
	const chips = make("p", { className: "chips" }), might = make("p", { className: "might-fit" }), picked = make("p", { className: "picked" });
	function boxes(name, id, of, shownWords = (word) => word) {
		const kinds = [...new Set(rows.map(of))].filter(Boolean).sort();
		if (kinds.length < 2 || kinds.length > 24) return;
		const f = { name, id, of, marks: [], known: (row) => !!of(row), reset: () => f.marks.forEach((m) => { m.box.checked = true; }) };
		f.on = () => f.marks.some((m) => !m.box.checked);
		f.fits = (row) => f.marks.some((m) => m.box.checked && m.word === of(row));
		f.marks = kinds.map((word) => ({ word, box: make("input", { type: "checkbox", checked: true }), count: make("span", { className: "meta" }) }));
		f.write = () => f.marks.flatMap((m, k) => m.box.checked ? [] : k).join(".");
		f.read = (code) => f.marks.forEach((m, k) => { m.box.checked = !code.split(".").includes("" + k); });
		f.say = () => `${name}: ${f.marks.filter((m) => m.box.checked).map((m) => shownWords(m.word)).join(", ")}`;
		f.part = make("fieldset", {}, make("legend", { textContent: name }), ...f.marks.map((m) => make("label", {}, m.box, " " + shownWords(m.word), m.count)));
		filters.push(f);
	}
	function range(c) {
		const given = new Map(rows.map((row) => [row, number(at(row, c.cell))])), known = [...given.values()].filter((v) => !isNaN(v));
		const low = Math.min(...known), high = Math.max(...known), ends = [words.least, words.most].map((word, k) => make("input", { type: "number", step: "any", placeholder: [low, high][k], ariaLabel: `${c.name}: ${word}` }));
		if (!(low < high)) return;
		const bins = Array.from({ length: 24 }, () => []), bars = bins.map(() => make("i"));
		for (const v of known) bins[Math.min(23, Math.floor((v - low) / (high - low) * 24))].push(v);
		const most = Math.max(...bins.map((b) => b.length)), f = { name: c.name, id: c.id, known: (row) => !isNaN(given.get(row)), reset: () => ends.forEach((e) => { e.value = ""; }) };
		bars.forEach((bar, k) => { bar.style.height = `${Math.max(bins[k].length ? 8 : 2, bins[k].length / most * 100)}%`; });
		const bound = (k) => ends[k].value === "" ? [-Infinity, Infinity][k] : +ends[k].value, within = (v) => v >= bound(0) && v <= bound(1);
		f.on = () => ends.some((e) => e.value !== "");
		f.fits = (row) => within(given.get(row));
		f.write = () => `${ends[0].value}..${ends[1].value}`;
		f.read = (code) => code.split("..").forEach((v, k) => { if (ends[k] && isFinite(v)) ends[k].value = v; });
		f.say = () => `${c.name} ${ends[0].value}–${ends[1].value}`;
		f.draw = () => bars.forEach((bar, k) => bar.classList.toggle("is-out", bins[k].length > 0 && !bins[k].some(within)));
		f.part = make("fieldset", {}, make("legend", { textContent: c.name }), make("div", { className: "bins", ariaHidden: true }, ...bars), make("div", { className: "ends" }, ends[0], " – ", ends[1]));
		filters.push(f);
	}
	const picks = () => rows.filter((row) => one(".pick", row)?.checked);
	if (turned) {
		boxes(words.group, "G", (row) => one(".in-group", row)?.textContent);
		for (const c of columns) isNaN(number(at(rows.find((row) => !at(row, c.cell).matches(".is-missing")) ?? rows[0], c.cell))) || at(rows[0], c.cell).dataset.word ? boxes(c.name, c.id, (row) => at(row, c.cell).matches(".is-missing") ? "" : at(row, c.cell).firstChild?.textContent ?? "") : range(c);
		const [open, folded] = [filters.slice(0, 4), filters.slice(4)];
		panel.append(done, ...open.map((f) => f.part));
		if (folded.length) panel.append(make("details", {}, make("summary", { textContent: fill(words.more, { n: folded.length }) }), ...folded.map((f) => f.part)));
		root.prepend(panel);
		tools.after(chips);
		tools.prepend(opener);
		root.append(picked, might);
		panel.addEventListener("input", () => show());
		if (words.compare) for (const row of rows) row.cells[0].prepend(make("input", { type: "checkbox", className: "pick", ariaLabel: `${words.pick}: ${option(row).textContent}`, onchange: () => show() }));
		root.classList.add("is-scripted");
	}

	/* What is shown follows from all of that; and the address from what is shown. */
	const shownBox = one(".show-all", root), codes = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
	function show() {
		const query = search.value.trim().toLowerCase(), active = filters.filter((f) => f.on());
		const asked = rows.filter((row) => !query || text.get(row).includes(query)), fits = asked.filter((row) => active.every((f) => f.fits(row)));
		const maybe = asked.filter((row) => active.some((f) => !f.known(row)) && active.every((f) => !f.known(row) || f.fits(row)));
		const keep = new Set(turned && shownBox && !shownBox.checked ? [...table.tBodies[0].rows].filter((row) => fits.includes(row)).slice(0, 10) : fits);
		for (const row of rows) row.hidden = !keep.has(row);
		for (const body of table.tBodies) if (!turned) body.hidden = query && ![...body.rows].some((row) => !row.matches(".group") && !row.hidden);
		const own = columns.some((c) => c.box && !c.box.checked) || order().some((c, k) => c !== columns[k]);
		table.classList.toggle("is-dense", dense.checked);
		table.classList.toggle("own-columns", own);
		if (turned) {
			sheet.replaceSync(columns.filter((c) => !c.box.checked).map((c) => `.turned tr:not(.group) > :nth-child(${c.cell.cellIndex + 1}) { display: none; }`).join(""));
			for (const f of filters) {
				f.draw?.();
				for (const m of f.marks ?? []) m.count.textContent = fits.filter((row) => f.of(row) === m.word).length;
			}
			opener.textContent = words.filters + (active.length ? " · " + active.length : "");
			done.textContent = fill(words.showAll, { n: fits.length });
			chips.replaceChildren(...active.map((f) => button("tool-button", f.say() + " ×", () => { f.reset(); show(); })));
			might.textContent = maybe.length ? fill(words.might, { n: maybe.length, names: active.filter((f) => maybe.some((row) => !f.known(row))).map((f) => f.name).join(", ") }) : "";
			if (shownBox) {
				shownBox.parentNode.hidden = fits.length <= 10;
				shownBox.nextElementSibling.textContent = fill(words.showAll, { n: fits.length });
			}
			lead.textContent = active.length || query ? finding(fits) : leadText;
			for (const c of columns) mark(c, fits, active.length || query);
			const chosen = picks();
			picked.replaceChildren(...chosen.length > 1 && chosen.length < 5 ? [make("a", { href: `${words.compare}#${chosen.map((row) => option(row).getAttribute("href").split("/").at(-2)).join(",")}`, textContent: fill(words.compareThem, { names: chosen.map((row) => option(row).textContent).join(", ") }) })] : []);
		}
		const parts = [search.value && "Q=" + encodeURIComponent(search.value), sorted && "S=" + sorted, dense.checked && "D=1",
			own && `C=${columns.length}.` + order().filter((c) => !c.box || c.box.checked).map((c) => columns.length > 62 ? c.k.toString(36).padStart(2, "0") : codes[c.k]).join(""), ...active.map((f) => `${f.id}=${f.write()}`)].filter(Boolean);
		if (shown || parts.length) history.replaceState(null, "", parts.length ? "#" + parts.join("&") : location.pathname + location.search);
		if (shown) {
			clearTimeout(timer);
			timer = setTimeout(() => { live.textContent = turned && (active.length || query) ? lead.textContent : fill(words.rows, { n: fits.length, of: rows.length }); }, 400);
		}
		shown = true;
	}
	const sheet = new CSSStyleSheet();
	document.adoptedStyleSheets = [sheet];

	/* Of those that fit and have a rank: who is first, by how much; the limit is the page's own. */
	function finding(fits) {
		const ranked = total ? fits.filter((row) => one(".place", row)?.textContent).sort((a, b) => places.get(a) - places.get(b)) : [], n = fits.length;
		if (!ranked.length) return fill(n ? words.rows : words.none, { n, of: rows.length });
		const name = option(ranked[0]).textContent;
		if (ranked.length < 2) return fill(n > 1 ? words.onlyRanked : words.onlyFit, { name, n });
		const score = (row) => number(at(row, total)), behind = (row) => score(ranked[0]) - score(row), by = behind(ranked[1]), near = 1e-9 * words.span;
		if (by <= near) return fill(words.firstTie, { names: ranked.filter((row) => behind(row) <= near).map((row) => option(row).textContent).join(", "), n });
		let digits = +words.places;
		while (digits < 12 && !+by.toFixed(digits)) digits++;
		return fill(by < words.close * words.span - near ? words.firstClose : words.first, { name, n, margin: fixed(by, digits) });
	}
	/* The best of what fits, unless all are equal. */
	function mark(c, fits, filtered) {
		const given = fits.map((row) => [number(at(row, c.cell)), at(row, c.cell)]).filter(([v]) => !isNaN(v)), best = (c.lower ? Math.min : Math.max)(...given.map(([v]) => v));
		for (const row of rows) at(row, c.cell).classList.remove("fits-best");
		if (filtered && given.some(([v]) => v !== best)) for (const [v, cell] of given) if (v === best) cell.classList.add("fits-best");
		table.classList.toggle("is-filtered", !!filtered);
	}

	/* One stop a row: its link; arrows lead to the cells and to other rows. */
	if (!turned) {
		for (const link of all(".row-notes", table)) link.remove();
		table.addEventListener("keydown", (event) => {
			const cell = event.target.closest("td, tbody th"), row = cell?.parentNode, rtl = document.dir === "rtl" ? -1 : 1;
			const [x, y] = { ArrowRight: [rtl, 0], ArrowLeft: [-rtl, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[event.key] ?? [];
			if (x === undefined || !cell || event.target.matches("select")) return;
			const stop = (from, k) => { const to = from.cells[k]; return to?.getClientRects().length && one("button, th > a", to); };
			let next;
			if (x) for (let k = cell.cellIndex + x; k >= 0 && k < row.cells.length && !next; k += x) next = stop(row, k);
			else {
				const list = all("tbody tr:not(.group)", table).filter((r) => r.getClientRects().length);
				for (let k = list.indexOf(row) + y; k >= 0 && k < list.length && !next; k += y) next = stop(list[k], cell.cellIndex);
			}
			if (!next) return;
			event.preventDefault();
			next.focus();
		});
		/* The head is the picker of a phone. */
		for (const c of columns) {
			const pick = make("select", { className: "head-picker", ariaLabel: words.columns }, ...columns.map((o) => make("option", { textContent: o.name, value: o.k })));
			pick.value = c.k;
			pick.onchange = () => {
				const group = all("[name=second-column]", root)[c.k]?.checked ? "second-column" : "first-column", other = columns[pick.value];
				all(`[name=${group}]`, root)[other.k].checked = true;
				pick.value = c.k;
				one("select", other.cell)?.focus();
			};
			if (root.matches(".can-pick")) one("a", c.cell).after(pick);
		}
	}
	function arrive() {
		const hash = location.hash.slice(1), cell = /^cell-/.test(hash) && document.getElementById(decodeURIComponent(hash));
		if (cell) {
			const c = columns.find((column) => column.cell.cellIndex === cell.cellIndex), radio = c && all("[name=second-column]", root)[c.k];
			if (radio && !all("[name=first-column]", root)[c.k].checked) radio.checked = true;
			cell.scrollIntoView({ block: "center" });
			document.getElementById(one("button", cell)?.getAttribute("popovertarget"))?.showPopover();
			return;
		}
		for (const part of hash.includes("=") ? hash.split("&") : []) {
			const [key, code = ""] = part.split("=").map(decodeURIComponent), [n, list = ""] = code.split(".");
			if (key === "Q") search.value = code;
			else if (key === "S") sort(code);
			else if (key === "D") dense.checked = true;
			else if (key === "C" && +n === columns.length) {
				const named = (columns.length > 62 ? list.match(/../g) ?? [] : [...list]).map((x) => columns[columns.length > 62 ? parseInt(x, 36) : codes.indexOf(x)]).filter(Boolean);
				for (const c of columns) if (c.box) c.box.checked = named.includes(c);
				arrange([...named, ...columns.filter((c) => !named.includes(c))]);
			} else filters.find((f) => f.id === key)?.read(code);
		}
		show();
	}
	for (const kind of ["input", "change"]) tools.addEventListener(kind, (event) => event.target.closest(".picker, .sideways-tool") || show());
	shownBox?.addEventListener("change", show);
	addEventListener("hashchange", () => { if (/^#cell-/.test(location.hash)) arrive(); });
	arrive();
})();
