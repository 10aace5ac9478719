// What runs inside the page. Each function stands alone: it is sent as text.

/** What a page says of itself, the one that is open or that of `source`: read once, judged outside. */
export function readPage(source) {
	const document = source ? new DOMParser().parseFromString(source.html, "text/html") : window.document;
	if (source)
		document.head.prepend(Object.assign(document.createElement("base"), { href: source.url }));
	const text = (node) => node.textContent.replace(/\s+/g, " ").trim();
	const addresses = (selector, name) =>
		[...document.querySelectorAll(selector)].map((node) => node[name]);
	const letters = (html) => {
		const parsed = new DOMParser().parseFromString(html, "text/html");
		return parsed.body.textContent.replace(/[^\p{L}]+/gu, "");
	};
	const ld = [];
	let ldError = null;
	for (const node of document.querySelectorAll('script[type="application/ld+json"]')) {
		try {
			ld.push(JSON.parse(node.textContent));
		} catch (error) {
			ldError = String(error);
		}
	}
	const matrix = document.querySelector("table.matrix, table.turned");
	const turned = matrix?.classList.contains("turned");
	return {
		template: document.body.className.replace(/^page-(\S+).*$/, "$1"),
		direction: document.documentElement.dir || "ltr",
		ids: [...document.querySelectorAll("[id]")].map((node) => node.id),
		links: [...addresses("a[href], link[href]", "href"), ...addresses("img[src]", "src"),
			...addresses("script[src]", "src"),
			...[...document.querySelectorAll('meta[property="og:image"]')].map((m) => m.content)],
		/* What the policy would refuse: each would be said on the console. */
		inline: [...document.querySelectorAll("*")].filter((node) =>
			node.localName === "style" && !node.closest("svg") ||
			node.localName === "script" && !node.src && !/^application\/(ld\+)?json$/.test(node.type) ||
			[...node.attributes].some(({ name }) => name === "style" || name.startsWith("on")))
			.map((node) => node.outerHTML.slice(0, 80)),
		/* As they are written, those that are not whole addresses: what leads on from the disk, too. */
		relative: [...document.querySelectorAll("a[href], link[href], img[src]")]
			.map((node) => (node.getAttribute("href") ?? node.getAttribute("src")).replace(/[?#].*$/, ""))
			.filter((link) => link !== "" && !/^[a-z][a-z0-9+.-]*:/i.test(link)),
		previous: document.querySelector('a[rel~="prev"]')?.href ?? null,
		next: document.querySelector('a[rel~="next"]')?.href ?? null,
		questions: [...document.querySelectorAll(".faq h3")].map(text),
		answers: ld.flatMap((item) => item["@graph"] ?? item)
			.filter((item) => item["@type"] === "FAQPage")
			.flatMap((item) => item.mainEntity)
			.map(({ name, acceptedAnswer }) => ({ name, letters: letters(acceptedAnswer.text) })),
		/* A line may end after every letter of Chinese and Japanese. */
		longest: Math.max(...text(document.querySelector("main") ?? document.body)
			.split(/[\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー、。]+/u).map((word) => word.length)),
		letters: document.body.textContent.replace(/[^\p{L}]+/gu, ""),
		matrix: matrix && {
			caption: matrix.caption ? text(matrix.caption) : "",
			unscoped: [...matrix.querySelectorAll("th:not([scope])")].map(text),
			columns: matrix.querySelectorAll("thead th[scope=col]").length,
			rows: matrix.querySelectorAll("tbody th[scope=row]").length,
			lacking: [...matrix.querySelectorAll("tbody tr")].filter((row) =>
				!row.querySelector("th[scope=row], th[scope=colgroup], th[scope=rowgroup]")).length,
			turned,
			criteria: [...matrix.querySelectorAll(
				turned ? "thead th[scope=col] > a[href]" : "tbody th[scope=row] > a[href]:not(.row-notes)")]
				.map((link) => link.href),
		},
		ld,
		ldError,
	};
}

/** Layout faults at the window's present size, with all that folds unfolded: a list of sentences. */
export function layoutFaults(smallest) {
	const faults = [];
	const folded = [...document.querySelectorAll("details:not([open])")].map((node) => [node, node.getAttribute("name")]);
	for (const [node] of folded) {
		node.removeAttribute("name"); // of which one is open at a time
		node.open = true;
	}
	const shown = (node) => node.getClientRects().length > 0 &&
		getComputedStyle(node).visibility !== "hidden";
	const scroll = document.documentElement.scrollWidth;
	if (scroll > innerWidth) {
		const wide = [...document.querySelectorAll("body *")].find((node) =>
			shown(node) && node.getBoundingClientRect().right > innerWidth + 0.5 &&
			!node.closest(".table-scroll, pre"));
		const name = wide ? `: ${wide.localName}.${wide.getAttribute("class") ?? ""}` : "";
		faults.push(`overflow: ${scroll} px wide in ${innerWidth}${name}`);
	}
	for (const frame of document.querySelectorAll(".table-scroll")) {
		const beyond = Math.max(...[...frame.children].map((child) => child.getBoundingClientRect().right)) -
			frame.getBoundingClientRect().right;
		if (getComputedStyle(frame).overflowX === "visible" && shown(frame) && beyond > 1)
			faults.push(`overflow: a table is ${beyond.toFixed(0)} px wider than its frame at ${innerWidth}`);
	}
	const figures = document.querySelectorAll(".chart-figure");
	for (const figure of figures) {
		const variants = [...figure.querySelectorAll("svg.wide, svg.narrow")].filter(shown);
		if (variants.length !== 1)
			faults.push(`variants: ${variants.length} variants of a chart are visible`);
	}
	let charts = 0;
	for (const chart of document.querySelectorAll("svg.chart")) {
		if (!shown(chart))
			continue;
		charts++;
		for (const node of chart.querySelectorAll("text, tspan")) {
			if (node.textContent.trim() === "")
				continue;
			const matrix = node.getScreenCTM();
			const size = parseFloat(getComputedStyle(node).fontSize) *
				Math.hypot(matrix.b, matrix.d);
			if (size < smallest - 0.01)
				faults.push(`text: "${node.textContent}" is ${size.toFixed(1)} px in a chart`);
		}
	}
	for (const [node, name] of folded) {
		node.open = false;
		if (name !== null)
			node.setAttribute("name", name);
	}
	return { faults, charts, figures: figures.length };
}

/** What a colour scheme sets beside colours, which would be a layout of its own. */
export function schemeFaults() {
	const faults = [];
	let rules = 0;
	const walk = (list, isOfScheme) => {
		for (const rule of list) {
			const inside = isOfScheme || /prefers-color-scheme/.test(rule.conditionText ?? "");
			if (inside && rule.style) {
				rules++;
				for (const name of rule.style)
					if (name !== "color-scheme" && !CSS.supports("color", rule.style.getPropertyValue(name)))
						faults.push(`${rule.selectorText} sets ${name}: ${rule.style.getPropertyValue(name)}`);
			}
			walk(rule.cssRules ?? [], inside);
		}
	};
	for (const sheet of document.styleSheets)
		walk(sheet.cssRules, false);
	return { faults, rules };
}

/** Words of the page that are set smaller than `smallest` px; pictures are looked at above. */
export function smallText(smallest) {
	const faults = new Set();
	const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	while (walker.nextNode()) {
		const node = walker.currentNode.parentElement;
		if (!walker.currentNode.data.trim() || node.closest("svg, script, style, template") ||
			node.getClientRects().length === 0)
			continue;
		const size = parseFloat(getComputedStyle(node).fontSize);
		if (size < smallest - 0.01)
			faults.add(`"${walker.currentNode.data.trim().slice(0, 40)}" is ${size.toFixed(1)} px in ${node.localName}.${node.className}`);
	}
	return [...faults].slice(0, 3);
}

/** What is still shown that leads elsewhere, when the page is printed. */
export function printedNavigation() {
	return [...document.querySelectorAll("nav:not(.report-contents), .site-header, .skip")]
		.filter((node) => node.getClientRects().length > 0)
		.map((node) => `${node.localName}.${node.className}`);
}
