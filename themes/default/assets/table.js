/*
 * The matrix: sort, search, columns in another order, density, arrow keys; of many options filters, too.  The address
 * says what differs from the page as made: "#S=-price&C=40.0003&price=..2000", capitals for what is no column.
 */
"use strict";
(() => {
	const table = one("table.matrix, table.turned"), words = one("#table-words")?.dataset;
	if (!table || !words) return;
	const turned = table.matches(".turned"), root = table.closest(".matrix-view, .turned-matrix"), tools = one(".matrix-tools", root), menu = one(".columns-menu .menu", tools);
	const search = one("[type=search]", tools), dense = one("[name=dense]", tools), more = one(".show-all", root), lead = one(".lead"), said = lead.textContent, live = one("[role=status]", tools);
	const number = (cell) => cell.matches(".is-missing") ? NaN : parseFloat(cell.dataset.v ?? cell.textContent);
	const rows = all("tbody tr:not(.group)", table).map((tr, at) => ({ tr, at, body: tr.parentNode, cells: [...tr.cells], link: one("th a", tr), name: one("th a", tr).textContent, text: tr.cells[0].textContent.toLowerCase() }));
	const head = all("thead tr", table).at(-1), heads = [...head.cells].map((cell, k) => ({ cell, k, id: cell.dataset.id ?? cell.dataset.sort, name: (one("a", cell) ?? cell).textContent,
		lower: /↓/.test(one(".meta [aria-hidden]", cell)?.textContent), values: rows.map((row) => number(row.cells[k])) })), columns = heads.filter((c) => c.cell.dataset.id), sheet = new CSSStyleSheet();
	let sorted = "", order = columns, inOrder = rows, started;

	/* Sorting: the best first, then the worst; what is missing comes last.  Names stand for their place in the alphabet. */
	[...rows].sort((a, b) => a.name.localeCompare(b.name, document.documentElement.lang)).forEach((row, n) => heads[0].values[row.at] = n);
	heads[0].lower = true;
	function sort(key) {
		const c = heads.find(({ id }) => id === key.replace(/^-/, "")), up = c?.lower !== (key[0] === "-"), worth = ({ at }) => c?.values[at];
		sorted = key;
		for (const h of heads) h.cell.ariaSort = h !== c ? null : up ? "ascending" : "descending";
		inOrder = [...rows].sort((a, b) => isNaN(worth(a)) - isNaN(worth(b)) || (up ? 1 : -1) * (worth(a) - worth(b)) || a.at - b.at);
		for (const { body, tr } of inOrder) body.append(tr);
	}
	for (const { cell, id, name, values } of heads)
		if (values.some((v) => v === v)) cell.prepend(button("sorter", "", () => {
			sort(sorted === id ? "-" + id : sorted === "-" + id ? "" : id);
			show();
		}, { title: words.sort, ariaLabel: `${words.sort}: ${name}` }));

	/* Columns in another order. */
	function arrange(list) {
		order = list;
		for (const { tr, cells } of [{ tr: head, cells: heads.map((c) => c.cell) }, ...rows]) tr.append(...list.map((c) => cells[c.k]));
		menu.append(...list.map((c) => c.item));
	}
	const swap = (a, b) => arrange(order.map((c) => c === a ? b : c === b ? a : c)), seen = () => order.filter((c) => c.box.checked);
	if (menu) all("label", menu).forEach((item, k) => {
		const c = Object.assign(columns[k], { item, box: one("input", item) });
		for (const [by, sign, word] of [[-1, "↑", words.up], [1, "↓", words.down]])
			item.append(button("move", sign, ({ target }) => {
				const list = order.filter((o) => o === c || o.box.checked), other = list[list.indexOf(c) + by];
				if (other) swap(c, other);
				target.focus();
				show();
			}, { ariaLabel: `${word}: ${c.name}` }));
	});
	/* The head is the picker of a phone. */
	const radios = ["first", "second"].map((name) => all(`[name=${name}-column]`, root)), two = () => turned ? seen().slice(0, 2) : radios.map((some) => columns[some.findIndex((radio) => radio.checked)]);
	const pickers = turned || radios[0][0] ? [0, 1].map((n) => make("select", { className: "head-picker", ariaLabel: words.columns, onchange: ({ target }) => {
		const old = two(), k = target.value, c = columns[k];
		if (turned) c.box.checked = true, swap(old[n], c);
		else {
			if (old[1 - n] === c) radios[1 - n][columns.indexOf(old[n])].checked = true;
			radios[n][k].checked = true;
		}
		show();
		one("select", c.cell).focus();
	} }, ...columns.map((c, k) => new Option(c.name, k)))) : [];

	/* Filters, of many options: a range for each measure, a box for each group and each word. */
	const filters = [], panel = one(".filters", root), [done, opener] = all(".filters-open", root), chips = one(".chips", root), known = (v) => v || v === 0;
	function add(f, ...parts) {
		f.part = make("fieldset", {}, make("legend", {}, f.name), ...parts);
		f.codes = () => f.inputs.map((input) => f.bins ? input.value : +input.checked);
		f.read = (list) => f.inputs.forEach((input, k) => f.bins ? input.value = list[k] ?? "" : input.checked = list[k] !== "0");
		f.on = () => f.inputs.some((input) => f.bins ? input.value : !input.checked);
		f.said = () => `${f.name}: ` + f.inputs.flatMap((input, k) => f.bins ? input.value ? `${f.labels[k]} ${input.value}` : [] : input.checked ? f.labels[k] : []).join(", ");
		filters.push(f);
	}
	function boxes(name, id, values) {
		const labels = [...new Set(values)].filter(Boolean).sort(), inputs = labels.map(() => make("input", { type: "checkbox", checked: true })), counts = labels.map(() => make("span", { className: "meta" }));
		if (labels[1] && !labels[24]) add({ name, id, values, labels, inputs, counts, allows: (v) => inputs[labels.indexOf(v)].checked }, ...labels.map((label, k) => make("label", {}, inputs[k], " " + label, counts[k])));
	}
	function range({ name, id, k: at, values }) {
		const given = values.filter(known), low = Math.min(...given), high = Math.max(...given), bins = Array.from({ length: 24 }, () => []), bars = bins.map(() => make("i")), labels = [words.least, words.most];
		const inputs = labels.map((label, k) => make("input", { type: "number", step: "any", placeholder: rows[values.indexOf(k ? high : low)].cells[at].firstChild.textContent, ariaLabel: `${name}: ${label}` })), [from, to] = inputs;
		if (!(low < high)) return;
		for (const v of given) bins[Math.min(23, Math.floor((v - low) / (high - low) * 24))].push(v);
		const most = Math.max(...bins.map((bin) => bin.length));
		bars.forEach((bar, k) => bar.style.height = Math.max(bins[k][0] === undefined ? 2 : 8, bins[k].length / most * 100) + "%");
		add({ name, id, values, labels, inputs, bins, bars, allows: (v) => v >= (from.value || -Infinity) && v <= (to.value || Infinity) },
			make("div", { className: "bins", ariaHidden: true }, ...bars), make("div", { className: "ends" }, from, " – ", to));
	}
	if (turned) {
		boxes(words.group, "G", rows.map(({ tr }) => one(".in-group", tr)?.textContent));
		for (const c of columns) c.values.some(known) ? range(c) : boxes(c.name, c.id, rows.map(({ cells }) => cells[c.k].matches(".is-missing") ? "" : cells[c.k].firstChild?.textContent));
		panel.append(...filters.slice(0, 4).map((f) => f.part), ...filters[4] ? [make("details", {}, make("summary", {}, fill(words.more, { n: filters.length - 4 })), ...filters.slice(4).map((f) => f.part))] : []);
		panel.oninput = show;
		opener.onclick = () => panel.showModal();
		done.onclick = () => panel.close();
		if (words.compare) for (const row of rows) row.cells[0].prepend(row.pick = make("input", { type: "checkbox", className: "pick", ariaLabel: `${words.pick}: ${row.name}`, onchange: show }));
	}
	root.classList.add("is-scripted");

	/* What is shown follows from all of that; and the address from what is shown. */
	function show() {
		const query = search.value.trim().toLowerCase(), active = filters.filter((f) => f.on()), asked = query || active[0], own = order.some((c, k) => c !== columns[k] || c.box?.checked === false);
		for (const row of rows) {
			row.might = row.text.includes(query) && active.every((f) => !known(f.values[row.at]) || f.allows(f.values[row.at]));
			row.fits = row.might && active.every((f) => known(f.values[row.at]));
		}
		const fits = rows.filter((row) => row.fits), n = fits.length;
		for (const { tr, fits } of rows) tr.hidden = !fits;
		table.classList.toggle("is-dense", dense.checked);
		table.classList.toggle("own-columns", own);
		two().forEach((c, k) => {
			if (!pickers[k] || !c) return;
			one("a", c.cell).after(pickers[k]);
			pickers[k].value = columns.indexOf(c);
		});
		if (turned) showMany(fits, active, asked);
		const state = new URLSearchParams([["Q", search.value], ["S", sorted], ["D", dense.checked ? 1 : ""], ["C", own ? columns.length + "." + (menu ? seen() : order).map((c) => columns.indexOf(c).toString(36).padStart(2, 0)).join("") : ""],
			...active.map((f) => [f.id, f.codes().join(f.bins ? ".." : "")])].filter(([, code]) => code)) + "";
		if (started || state) history.replaceState(null, "", state ? "#" + state : location.pathname + location.search);
		if (started) announce(live, turned && asked ? lead.textContent : fill(words.rows, { n, of: rows.length }));
		started = true;
	}
	function showMany(fits, active, asked) {
		const n = fits.length, maybe = rows.filter((row) => row.might && !row.fits), first = heads.length - columns.length + 1, both = two(), picked = rows.filter((row) => row.pick?.checked);
		sheet.replaceSync(order.map((c, k) => `@media ${c.box.checked ? "(max-width: 40rem)" : "all"} { .turned tr:not(.group) > :nth-child(${first + k}) { display: ${both.includes(c) ? "table-cell" : "none"} !important; } }`).join(""));
		for (const f of filters) {
			f.bars?.forEach((bar, k) => bar.classList.toggle("is-out", f.bins[k].length && !f.bins[k].some(f.allows)));
			f.counts?.forEach((count, k) => count.textContent = fits.filter((row) => f.values[row.at] === f.labels[k]).length);
		}
		for (const c of columns) {
			const given = fits.map((row) => c.values[row.at]).filter(known), best = (c.lower ? Math.min : Math.max)(...given), some = asked && given.some((v) => v !== best);
			for (const row of rows) row.cells[c.k].classList.toggle("fits-best", !!some && row.fits && c.values[row.at] === best);
		}
		table.classList.toggle("is-filtered", !!asked);
		opener.textContent = words.filters + (active[0] ? " · " + active.length : "");
		done.textContent = fill(words.showAll, { n });
		chips.replaceChildren(...active.map((f) => button("tool-button", f.said() + " ×", () => {
			f.read([]);
			show();
		})));
		one(".might-fit").textContent = maybe[0] ? fill(words.might, { n: maybe.length, names: active.filter((f) => maybe.some((row) => !known(f.values[row.at]))).map((f) => f.name).join(", ") }) : "";
		if (more) {
			more.parentNode.hidden = n <= 10;
			more.nextElementSibling.textContent = done.textContent;
		}
		lead.textContent = asked ? finding(fits) : said;
		one(".picked").replaceChildren(...picked[1] && !picked[4] ? [make("a", { href: `${words.compare}#${picked.map((row) => row.tr.id.slice(4))}` }, fill(words.compareThem, { names: picked.map((row) => row.name).join(", ") }))] : []);
	}
	/* Of those that fit and have a rank: who is first, by how much; the limit is the page's own. */
	function finding(fits) {
		const total = heads.find((c) => c.id === "T"), ranked = total ? fits.filter(({ tr }) => one(".place", tr)?.textContent) : [], n = fits.length, name = ranked[0]?.name;
		if (!name) return fill(n ? words.rows : words.none, { n, of: rows.length });
		if (!ranked[1]) return fill(n > 1 ? words.onlyRanked : words.onlyFit, { name, n });
		const behind = (row) => total.values[ranked[0].at] - total.values[row.at], by = behind(ranked[1]), near = 1e-9 * words.span;
		if (by <= near) return fill(words.firstTie, { names: ranked.filter((row) => behind(row) <= near).map((row) => row.name).join(", "), n });
		let digits = +words.places;
		while (!+by.toFixed(digits)) digits++;
		return fill(by < words.close * words.span - near ? words.firstClose : words.first, { name, n, margin: (by + near).toFixed(digits).replace(".", words.decimal) });
	}

	/* One stop a row: its link; arrows lead to the cells and to other rows. */
	if (!turned) table.onkeydown = (event) => {
		const { key, target } = event, cell = target.closest("td, tbody th"), turn = document.dir === "rtl" ? -1 : 1, by = { ArrowRight: turn, ArrowLeft: -turn, ArrowDown: 1, ArrowUp: -1 }[key];
		if (!by || !cell) return;
		const line = /t$/.test(key) ? [...cell.parentNode.cells] : all("tbody tr:not(.group)", table).map((row) => row.cells[cell.cellIndex]);
		if (by < 0) line.reverse();
		const next = line.slice(line.indexOf(cell) + 1).map((c) => c.getClientRects()[0] && one("button, th > a", c)).find(Boolean);
		next?.focus();
		if (next) event.preventDefault();
	};
	function arrive() {
		const hash = location.hash.slice(1), cell = /^cell-/.test(hash) && document.getElementById(decodeURIComponent(hash));
		if (cell) {
			const k = columns.findIndex((c) => c.cell.cellIndex === cell.cellIndex), [first, second] = radios;
			if (first[k]?.checked === false) second[k].checked = true;
			cell.scrollIntoView({ block: "center" });
			document.getElementById(one("button", cell)?.getAttribute("popovertarget"))?.showPopover();
		} else if (hash.includes("="))
			for (const [key, code] of new URLSearchParams(hash)) {
				const f = filters.find(({ id }) => id === key), [n, list] = code.split(".");
				if (key === "Q") search.value = code;
				if (key === "S") sort(code);
				if (key === "D") dense.checked = true;
				if (key === "C" && menu && +n === columns.length) {
					const named = new Set((list?.match(/../g) ?? []).map((x) => columns[parseInt(x, 36)]).filter(Boolean));
					for (const c of columns) c.box.checked = named.has(c);
					arrange([...new Set([...named, ...columns])]);
				}
				f?.read(f.bins ? code.split("..") : code);
			}
		show();
	}
	document.adoptedStyleSheets = [sheet];
	for (const hidden of all("[hidden]", root)) hidden.hidden = false;
	tools.oninput = show;
	if (more) more.onchange = show;
	addEventListener("hashchange", () => /^#cell-/.test(location.hash) && arrive());
	arrive();
})();
