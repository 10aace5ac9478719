// On every page: links on headings, copies of code, contents that follow, keys.
'use strict';
{
	const words = document.currentScript.dataset;

	for (const h of document.querySelectorAll('main :is(h2, h3, h4)')) {
		const id = h.id || (h.matches('section > :first-child') && h.parentNode.id);
		if (!id || h.querySelector('a, button') || h.closest('summary, nav'))
			continue;
		const text = h.querySelector('bdi') ?? h, a = document.createElement('a');
		a.href = '#' + id;
		a.className = 'anchor';
		a.title = words.anchor;
		a.append(...text.childNodes);
		text.append(a);
	}

	// A sample of code is copied by a button.
	for (const figure of document.querySelectorAll('figure.code')) {
		const a = document.createElement('button'), { copy, copied } = figure.dataset;
		a.textContent = copy;
		a.onclick = () => navigator.clipboard.writeText(figure.querySelector('code').textContent)
			.then(() => a.textContent = copied);
		navigator.clipboard && figure.firstElementChild.append(a);
	}

	const parts = new Map();
	for (const a of document.querySelectorAll('.toc a[href^="#"]')) {
		const part = document.getElementById(decodeURIComponent(a.hash.slice(1)));
		part && parts.set(part, a);
	}
	const observer = new IntersectionObserver(() => {
		const here = [...parts.keys()].findLast(p => p.getBoundingClientRect().top < innerHeight / 3);
		for (const [part, a] of parts)
			part == here ? a.setAttribute('aria-current', 'true') : a.removeAttribute('aria-current');
	}, { rootMargin: '0px 0px -66%' });
	for (const part of parts.keys())
		observer.observe(part);

	// What scrolls, fields and sliders keep their keys.
	addEventListener('keydown', e => {
		const at = document.activeElement, rtl = document.dir == 'rtl';
		const to = { ArrowLeft: rtl ? 'next' : 'prev', ArrowRight: rtl ? 'prev' : 'next' }[e.key];
		if (!to || e.defaultPrevented || e.altKey || e.ctrlKey || e.metaKey || e.shiftKey ||
			!at.matches('body, a') || at.closest('[popover], [tabindex]') || document.querySelector('[type=range]'))
			return;
		document.querySelector(`a[rel=${to}]`)?.click();
	});
}
