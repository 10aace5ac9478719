#include "serve/script.h"

/*
 * A stream keeps one of the browser's six connections to a server busy, so
 * a page that nobody sees gives it back; the version that each stream begins
 * with tells a page whether it missed something.  The overlay's style is set
 * by script and lies in a shadow root: the page's own style sheets and its
 * Content-Security-Policy do not meet it.
 */
const char SCRIPT[] =
	"'use strict';\n"
	"(() => {\n"
	"\tconst place = 'paragone-scroll ' + location.pathname;\n"
	"\tlet version = document.currentScript.dataset.version;\n"
	"\tlet events = null, overlay = null;\n"
	"\n"
	"\tfunction reload() {\n"
	"\t\tsessionStorage.setItem(place, JSON.stringify([scrollX, scrollY]));\n"
	"\t\tlocation.reload();\n"
	"\t}\n"
	"\n"
	"\tfunction restore() {\n"
	"\t\tconst at = sessionStorage.getItem(place);\n"
	"\t\tsessionStorage.removeItem(place);\n"
	"\t\tif (at)\n"
	"\t\t\tscrollTo({ left: JSON.parse(at)[0], top: JSON.parse(at)[1], "
	"behavior: 'instant' });\n"
	"\t}\n"
	"\n"
	"\t// The new page names the new sheets; each old one stays until its\n"
	"\t// successor is there, so that nothing flashes.\n"
	"\tasync function swapSheets() {\n"
	"\t\tconst select = 'link[rel~=stylesheet]';\n"
	"\t\tconst text = await (await fetch(location.href)).text();\n"
	"\t\tconst page = new DOMParser().parseFromString(text, 'text/html');\n"
	"\t\tconst now = [...document.querySelectorAll(select)];\n"
	"\t\tconst next = [...page.querySelectorAll(select)];\n"
	"\t\tif (now.length !== next.length)\n"
	"\t\t\treturn reload();\n"
	"\t\tnow.forEach((old, i) => {\n"
	"\t\t\tif (old.getAttribute('href') === next[i].getAttribute('href'))\n"
	"\t\t\t\treturn;\n"
	"\t\t\tconst link = old.cloneNode();\n"
	"\t\t\tlink.href = next[i].getAttribute('href');\n"
	"\t\t\tlink.onload = link.onerror = () => old.remove();\n"
	"\t\t\told.after(link);\n"
	"\t\t});\n"
	"\t}\n"
	"\n"
	"\tfunction showErrors(text) {\n"
	"\t\tif (overlay)\n"
	"\t\t\toverlay.remove();\n"
	"\t\toverlay = null;\n"
	"\t\tif (!text)\n"
	"\t\t\treturn;\n"
	"\t\toverlay = document.createElement('paragone-errors');\n"
	"\t\tconst root = overlay.attachShadow({ mode: 'open' });\n"
	"\t\tconst box = document.createElement('section');\n"
	"\t\tconst close = document.createElement('button');\n"
	"\t\tconst pre = document.createElement('pre');\n"
	"\t\tconst sheet = new CSSStyleSheet();\n"
	"\t\tsheet.replaceSync(`\n"
	"\t\t\tsection { position: fixed; inset: auto 0 0; max-height: 60vh;\n"
	"\t\t\t\toverflow: auto; z-index: 2147483647; padding: 1rem;\n"
	"\t\t\t\tcolor: #f4f1ec; background: #1d1a18f2;\n"
	"\t\t\t\tborder-top: 4px solid #e5484d; }\n"
	"\t\t\tpre { margin: 0; font: 14px/1.5 monospace; tab-size: 8; }\n"
	"\t\t\tbutton { float: right; font: inherit; cursor: pointer; }\n"
	"\t\t\t@media print { section { display: none; } }`);\n"
	"\t\troot.adoptedStyleSheets = [sheet];\n"
	"\t\tbox.setAttribute('role', 'alert');\n"
	"\t\tclose.textContent = '\\u00d7';\n"
	"\t\tclose.setAttribute('aria-label', 'Close');\n"
	"\t\tclose.onclick = () => showErrors('');\n"
	"\t\tpre.textContent = text;\n"
	"\t\tbox.append(close, pre);\n"
	"\t\troot.append(box);\n"
	"\t\tdocument.documentElement.append(overlay);\n"
	"\t}\n"
	"\n"
	"\tfunction listen() {\n"
	"\t\tif (events)\n"
	"\t\t\tevents.close();\n"
	"\t\tevents = document.hidden ? null\n"
	"\t\t\t: new EventSource('/" EVENTS_PATH "');\n"
	"\t\tif (!events)\n"
	"\t\t\treturn;\n"
	"\t\tevents.addEventListener('hello', (e) => "
	"e.data === version || reload());\n"
	"\t\tevents.addEventListener('reload', reload);\n"
	"\t\tevents.addEventListener('css', (e) => {\n"
	"\t\t\tversion = e.data;\n"
	"\t\t\tswapSheets();\n"
	"\t\t});\n"
	"\t\tevents.addEventListener('errors', (e) => showErrors(e.data));\n"
	"\t}\n"
	"\n"
	"\tdocument.addEventListener('visibilitychange', listen);\n"
	"\taddEventListener('pagehide', () => events && events.close());\n"
	"\taddEventListener('pageshow', (e) => e.persisted && listen());\n"
	"\trestore();\n"
	"\tlisten();\n"
	"})();\n";

static size_t end_of_body(struct str html);

void script_insert(struct str html, unsigned long version, const char *nonce,
		   struct buf *to)
{
	size_t at = end_of_body(html);

	buf_raw(to, str_slice(html, 0, at));
	buf_printf(to,
		   "<script src=\"/" SCRIPT_PATH
		   "\" nonce=\"%s\" data-version=\"%lu\"></script>\n",
		   nonce, version);
	buf_raw(to, str_from_byte(html, at));
}

/* The last `</body>`, or the end. */
static size_t end_of_body(struct str html)
{
	const struct str end = STR("</body>");

	for (size_t i = html.len >= end.len ? html.len - end.len + 1 : 0; i--;)
		if (!memcmp(html.ptr + i, end.ptr, end.len))
			return i;
	return html.len;
}
