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

/** Opens all that folds, for good. */
export function unfold() {
	for (const node of document.querySelectorAll("details:not([open])")) {
		node.removeAttribute("name"); // of which one is open at a time
		node.open = true;
	}
}

/** Numbers, and words of at most `longest` letters, that are parted or cut off; addresses may be. */
export function wordFaults(longest) {
	const faults = new Set();
	const range = document.createRange();
	const ADDRESSES = ".cite-line, .note-cell, .report-address, .source-address";
	const WORDS = /\p{N}+(?:[.,:’\u202f\u00a0]\p{N}+)*|[^\s\-–—/\p{N}\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー、。・]+/gu;
	const style = (node) => getComputedStyle(node);
	const rects = () => [...range.getClientRects()].filter(({ width }) => width > 0);
	const ancestors = (node) => (node ? [node, ...ancestors(node.parentElement)] : []);
	const isHidden = (node) => ancestors(node).some((box) => style(box).clipPath !== "none" || style(box).opacity === "0");
	const isBeyond = (rect, box) => rect.right > box.right + 1 || rect.left < box.left - 1;
	/* The nearest that ends what is seen of its text. */
	const frame = (node) => ancestors(node).find((box) => box.matches("td, th, body") || style(box).overflowX !== "visible");
	const checkFrame = (text, node) => {
		const box = frame(node);
		const saysSo = /auto|scroll/.test(style(box).overflowX) || style(box).textOverflow === "ellipsis";
		if (!saysSo && rects().some((rect) => isBeyond(rect, box.getBoundingClientRect())) && !isHidden(node))
			faults.add(`"${text.data.trim().slice(0, 40)}" is beyond its ${box.localName}.${box.className}`);
	};
	const checkWord = (text, node, { 0: word, index }) => {
		range.setStart(text, index);
		range.setEnd(text, index + word.length);
		const lines = new Set(rects().map(({ top }) => Math.round(top))).size;
		if (lines > 1 && (/^\p{N}/u.test(word) || word.length <= longest) && !isHidden(node))
			faults.add(`"${word}" is parted into ${lines}, in ${node.localName} of ${node.closest("[class]").className}`);
	};
	const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	while (walker.nextNode()) {
		const text = walker.currentNode, node = text.parentElement;
		if (!text.data.trim() || !node.checkVisibility() || node.closest(`svg, script, template, pre, option, ${ADDRESSES}`))
			continue;
		range.selectNodeContents(text);
		checkFrame(text, node);
		/* A first letter of its own size stands on no line. */
		if (rects().length > 1 && style(node, "::first-letter").float === "none" && !node.closest(".intro"))
			[...text.data.matchAll(WORDS)].forEach((match) => checkWord(text, node, match));
	}
	return [...faults];
}

/** What of a table, a chart or a choice does not look as it is meant. */
export function lookFaults(longest) {
	const faults = [];
	const style = (node) => getComputedStyle(node);
	const all = (selector) => [...document.querySelectorAll(selector)].filter((node) => node.checkVisibility());
	const right = (node) => node.getBoundingClientRect().right, left = (node) => node.getBoundingClientRect().left;
	for (const mark of all(".matrix tr > :last-child.is-best > button"))
		if (Math.min(right(mark.parentElement) - right(mark), left(mark) - left(mark.parentElement)) < 1)
			faults.push(`the mark of "${mark.textContent}" lies over the edge of its table`);
	for (const head of all("table > thead")) {
		const grounds = new Set([...head.querySelectorAll("th, td")].filter((cell) => style(cell).position === "sticky" ||
			cell.closest(".turned")).map((cell) => style(cell).backgroundColor));
		if (grounds.size > 1)
			faults.push(`the head of ${head.parentElement.className} has ${grounds.size} grounds`);
	}
	for (const chart of all("svg.chart")) {
		const { b, d } = chart.getScreenCTM();
		if (Math.hypot(b, d) > 1.3)
			faults.push(`a chart is drawn ${Math.hypot(b, d).toFixed(1)} times as large as it is`);
	}
	const pen = document.createElement("canvas").getContext("2d");
	for (const select of all(".choose select")) {
		pen.font = style(select).font;
		const name = select.selectedOptions[0].text;
		const room = select.clientWidth - parseFloat(style(select).paddingLeft) - parseFloat(style(select).paddingRight) - 18;
		if (name.length <= longest && pen.measureText(name).width > room)
			faults.push(`the choice "${name}" is cut off`);
	}
	/* To the side to which it points, as a reader sees it. */
	for (const side of all(".ways > span")) {
		const arrow = side.querySelector(".arrow") ?? side;
		const pointsRight = /→/.test(arrow.textContent) === !/matrix\(-1/.test(style(arrow).transform);
		const outer = side.parentElement.getBoundingClientRect();
		if (arrow === side || pointsRight !== left(side) + right(side) > outer.left + outer.right)
			faults.push(`the arrow of "${side.textContent.trim()}" points inward`);
	}
	/* A panel of two columns has no third one that is empty. */
	for (const chart of innerWidth >= 1280 ? all(".result-chart svg.chart") : []) {
		const column = chart.closest(".chart-figure");
		if (column.clientWidth - chart.clientWidth > 2)
			faults.push(`beside the chart of the result ${column.clientWidth - chart.clientWidth} px are empty`);
	}
	for (const head of all(".option-section h2")) {
		const sign = head.querySelector(".sign"), name = head.querySelector("bdi");
		const start = (node) => style(head).direction === "rtl" ? -right(node) : left(node);
		if (start(sign) - start(head) > 1 || start(name) - start(sign) > 3 * sign.clientWidth)
			faults.push(`the sign of "${name.textContent}" is not beside it`);
	}
	/* A name of many words has the room for two of them in a line. */
	for (const cell of innerWidth >= 1280 ? all(".versus td:last-child, .live-rows a, .turned tbody th > a") : []) {
		const lines = cell.getClientRects().length > 1 ? cell.getClientRects().length
			: cell.clientHeight / parseFloat(style(cell).lineHeight);
		const width = cell.closest("td, th")?.clientWidth ?? cell.clientWidth;
		if (lines > 4 && width < 150)
			faults.push(`"${cell.textContent}" stands in ${Math.round(lines)} lines of ${width} px`);
	}
	return faults;
}
