// Search in the site's own index: src/search says how it is made.
(() => {
'use strict';
// No page from the disk may ask for another file: there the link stays.
if (location.protocol === 'file:')
	return;
const joined = '[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u9fff]';
const word = RegExp(`${joined}+|((?!${joined})[\\p{L}\\p{N}])+[+#]*`, 'gu');
const also = 'ßss æae œoe øo đd łl ıi ςσ ةه ىي'.split(' ');
const words = (text) => text.normalize('NFKD').replace(/\p{M}|ـ/gu, '').toLowerCase()
	.replace(/[^a-z]/g, (c) => also.find((a) => a[0] === c)?.slice(1) || c).match(word) || [];
const files = {};
const load = (at) => files[at] ||= fetch(`${root}search/i-${encodeURIComponent(at).replace(/%/g, '~')}.json`)
	.then((r) => r.text()).then((text) => ({ size: new Blob([text]).size, ...JSON.parse(text) }));
const find = async (query) => {
	const asked = [...new Set(words(query))], found = {}, first = await load('');
	let { size } = first, more;
	for (const i in asked) {
		const next = asked[+i + 1] || asked[i - 1];
		// Before each of kana and Han stands the first of its 64: src/search/index.c.
		let at = '', file = first, on, rest = (asked[i].slice(0, 14) + (next ? ' ' + next.slice(0, 6) : ''))
			.replace(/[\u3040-\u9fff]/g, (c) => String.fromCharCode(c.charCodeAt() & ~63) + c);
		// A query loads 30 KB at the most; a file has up to 5.
		while (rest && size < 25e3 && (on = file.n?.split('|').find((n) => n.startsWith(rest) || rest.startsWith(n)))) {
			// Longer words are left behind.
			more ||= on[0] === ' ' && on !== file.n;
			rest = rest.slice(on.length);
			file = await load(at += on);
			size += file.size;
		}
		more ||= file.n;
		for (const [kind, title, url, of = ''] of file.r) {
			const own = words(title), fits = (a, given) => given.some((w) => w.startsWith(a) || w.includes(a) && a.match(joined));
			if (asked.some((a) => fits(a, own)) && asked.every((a) => fits(a, own.concat(words(of)))))
				found[(kind > 4 ? 2 : 0) + !own[0].startsWith(asked[0]) + `${kind}${1e3 + title.length}${title}\n${url}`] = [title, url, of, kind];
		}
	}
	return [Object.keys(found).sort().map((key) => found[key]), more];
};

// The page
const link = one('.site-search'), here = one('.search-here');
const { root, kinds, ...says } = link.dataset;
const input = make('input', { type: 'search', autocomplete: 'off', placeholder: link.text });
const count = make('p', { role: 'status' }), list = make('ul');
const show = input.oninput = async () => {
	const query = input.value, [found, more] = await find(query);
	if (query !== input.value)
		return;
	const some = found.splice(here ? 50 : 10)[0] || more, n = found.length;
	count.textContent = query && says[n ? some ? 'first' : 'found' : 'none'].replace('{n}', n);
	list.replaceChildren(...found.map(([title, url, of, kind]) => make('li', {},
		make('a', { href: root + url, dir: 'auto' }, title), kinds.split('|')[kind] + (of && ' · ' + of))));
};
onkeydown = (e) => {
	const stops = [input, ...all('a', list)], at = stops.indexOf(e.target);
	const to = at < 0 ? e.key === '/' && !e.target.closest('input, textarea, select') && input
		: stops[at + ({ ArrowDown: 1, ArrowUp: -1 }[e.key] || NaN)];
	if (to) {
		to.focus();
		e.preventDefault();
	} else if (at >= 0 && e.key === 'Escape')
		e.target.blur();
	else if (!at && e.key === 'Enter')
		location = link.href + '?q=' + encodeURIComponent(input.value);
};
(here || link).replaceWith(make('div', { role: 'search', className: 'search' }, input, make('div', {}, count, list)));
if (here) {
	input.value = new URLSearchParams(location.search).get('q');
	show();
}
})();
