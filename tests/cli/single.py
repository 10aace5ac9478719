#!/usr/bin/env python3
"""Sees that a file of `build --single` stands alone: single.py FILE ROOT."""
import base64
import hashlib
import re
import sys

page = open(sys.argv[1], encoding="utf-8").read()
root = sys.argv[2]
wrong = []
ids = re.findall(r'\sid="([^"]*)"', page)
wrong += [f"id twice: {i}" for i in set(ids) if ids.count(i) > 1]
for href in re.findall(r'<a\b[^>]*\shref="([^"]*)"', page):
    if href.startswith("#"):
        wrong += [] if href[1:] in ids else [f"leads nowhere: {href}"]
    elif not re.match(r"https?://|mailto:", href):
        wrong.append(f"relative: {href}")
wrong += [f"fetched: {src}" for src in re.findall(r'\ssrc(?:set)?="([^"]*)"', page) if not src.startswith("data:")]
wrong += [f"fetched: {url}" for url in re.findall(r'url\("?([^")]{1,60})', page) if not url.startswith(("data:", "#"))]
wrong += [f"left: {tag}" for tag in re.findall(r"<script[^>]*>|<link rel=\"(?:stylesheet|preload)[^>]*>", page)]
style = re.search(r"<style>(.*?)</style>", page, re.S)[1]
known = "sha256-" + base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
if known not in page or "default-src 'none'" not in page:
    wrong.append("the policy does not know the style sheet")
if page.count("data:font/woff2;base64,") < 3 or root + "index.html" not in page:
    wrong.append("fonts or the way back are missing")
print("\n".join(wrong))
sys.exit(bool(wrong))
