// On every page: links on headings, copies of code, contents that follow, keys.
'use strict';
// For the scripts after this one, too.
const all = (selector, from = document) => [...from.querySelectorAll(selector)], one = (selector, from) => all(selector, from)[0];
const make = (tag, values, ...inside) => {
	const made = Object.assign(document.createElement(tag), values);
	made.append(...inside);
	return made;
};
const button = (className, textContent, onclick, more) => make('button', { type: 'button', className, textContent, onclick, ...more });
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (same, name) => values[name] ?? same);
// After a rest, so that what moves is said once.
let resting;
const announce = (at, text) => {
	clearTimeout(resting);
	resting = setTimeout(() => at.textContent = text, 400);
};
{
	const words = document.currentScript.dataset;

	for (const h of all('main :is(h2, h3, h4)')) {
		const id = h.id || h.matches('section > :first-child') && h.parentNode.id;
		if (!id || one('a, button', h) || h.closest('summary, nav'))
			continue;
		const text = one('bdi', h) ?? h;
		text.append(make('a', { href: '#' + id, className: 'anchor', title: words.anchor }, ...text.childNodes));
	}

	// A sample of code is copied by a button.
	for (const figure of all('figure.code')) {
		const { copy, copied } = figure.dataset, a = make('button', { onclick: () =>
			navigator.clipboard.writeText(one('code', figure).textContent).then(() => a.textContent = copied) }, copy);
		navigator.clipboard && figure.firstElementChild.append(a);
	}

	const parts = all('.toc a[href^="#"]').map(a => [a, document.getElementById(decodeURIComponent(a.hash.slice(1)))]);
	const follow = () => {
		const here = parts.findLast(([, part]) => part?.getBoundingClientRect().top < innerHeight / 3);
		for (const part of parts)
			part[0].ariaCurrent = part === here || null;
	};
	if (parts[0])
		addEventListener('scroll', follow, { passive: true });

	// What scrolls, fields and sliders keep their keys.
	addEventListener('keydown', e => {
		const at = document.activeElement, rtl = document.dir == 'rtl';
		const to = { ArrowLeft: rtl ? 'next' : 'prev', ArrowRight: rtl ? 'prev' : 'next' }[e.key];
		if (to && !e.defaultPrevented && !e.altKey && !e.ctrlKey && !e.metaKey && !e.shiftKey &&
			at.matches('body, a') && !at.closest('[popover], [tabindex]') && !one('[type=range]'))
			one(`a[rel=${to}]`)?.click();
	});
}
