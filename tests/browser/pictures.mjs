// Every kind of chart drawn three ways: its SVG by Chromium and by librsvg, and
// our own PNG.  The pictures must agree but for the letters' shapes: each is
// made an eighth as large, and no spot may differ by much, nor all by a little.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";

import { launch } from "./site.mjs";

const CHARTS = ["nodejs-vs-python/scoreboard", "nodejs-vs-python/contributions", "nodejs-vs-python/criteria",
	"nodejs-vs-python/gaps", "nodejs-vs-python/heat", "nodejs-vs-python/groups", "nodejs-vs-python/weights",
	"nodejs-vs-python/tornado", "nodejs-vs-python/ranks", "nodejs-vs-python/profiles", "nodejs-vs-python/judges",
	"freecodecamp-tally/tally", "compressors/criteria", "compressors/heat", "compressors/infographic-square"];
const SHRINK = 8;
/**
 * Of 255.  A file is shown without the theme's fonts, and librsvg leaves the
 * letters as wide as they are, so that a word may end a little elsewhere; in
 * an infographic letters are as large as an eighth can show.
 */
const MOST = {
	Chromium: { mean: 1.5, spot: 60 },
	librsvg: { mean: 2.5, spot: 170 },
	infographic: { mean: 5, spot: 255 },
};

const url = (path, type) => `data:${type};base64,${readFileSync(path).toString("base64")}`;

/** Runs in the page: the mean and the largest difference of two pictures. */
async function compare([first, second, shrink]) {
	const load = async (source) => {
		const image = new Image();
		image.src = source;
		await image.decode();
		return image;
	};
	const images = [await load(first), await load(second)];
	const width = Math.round(images[0].width / shrink), height = Math.round(images[0].height / shrink);
	const [a, b] = images.map((image) => {
		const whole = new OffscreenCanvas(width * shrink, height * shrink);
		const draw = whole.getContext("2d", { willReadFrequently: true });
		draw.drawImage(image, 0, 0, whole.width, whole.height);
		const from = draw.getImageData(0, 0, whole.width, whole.height).data;
		const to = new Float64Array(width * height * 3);
		for (let y = 0; y < whole.height; y++)
			for (let x = 0; x < whole.width; x++)
				for (let c = 0; c < 3; c++)
					to[(Math.floor(y / shrink) * width + Math.floor(x / shrink)) * 3 + c] +=
						from[(y * whole.width + x) * 4 + c] / (shrink * shrink);
		return to;
	});
	let sum = 0, most = 0;
	for (let i = 0; i < a.length; i++) {
		sum += Math.abs(a[i] - b[i]);
		most = Math.max(most, Math.abs(a[i] - b[i]));
	}
	return { mean: sum / a.length, most, size: images.map((image) => `${image.width}×${image.height}`) };
}

mkdirSync("build/pictures", { recursive: true });
const browser = await launch();
const page = await browser.newPage({ colorScheme: "light" });
let failed = 0;
for (const chart of CHARTS) {
	const name = `build/pictures/${chart.replace("/", "-")}`;
	for (const form of ["svg", "png"])
		execFileSync("build/paragone", ["chart", "content", chart, "-o", `${name}.${form}`]);
	execFileSync("rsvg-convert", [`${name}.svg`, "-o", `${name}-rsvg.png`]);
	const ours = url(`${name}.png`, "image/png");
	for (const [who, other] of [["Chromium", url(`${name}.svg`, "image/svg+xml")],
		["librsvg", url(`${name}-rsvg.png`, "image/png")]]) {
		const { mean, most, size } = await page.evaluate(compare, [ours, other, SHRINK]);
		const limit = MOST[chart.includes("infographic") ? "infographic" : who];
		const good = mean <= limit.mean && most <= limit.spot && size[0] === size[1];
		failed += !good;
		console.log(`${good ? "ok  " : "FAIL"} ${chart} beside ${who}: mean ${mean.toFixed(2)}, most ${
			most.toFixed(0)} of 255${size[0] === size[1] ? "" : `, ${size.join(" and ")}`}`);
	}
}

/** Runs in the page: the height of an <img> of that width. */
async function heightAt([source, width]) {
	const image = new Image();
	image.src = source;
	image.style.width = `${width}px`;
	await image.decode();
	document.body.replaceChildren(image);
	return image.getBoundingClientRect().height;
}

// A file in an <img> is as high as its width asks for, without ground below it.
const heights = [];
for (const width of [320, 720, 1280]) {
	const height = await page.evaluate(heightAt, [url("build/pictures/compressors-heat.svg", "image/svg+xml"), width]);
	heights.push(height / width);
}
const png = readFileSync("build/pictures/compressors-heat.png");
const ratio = png.readUInt32BE(20) / png.readUInt32BE(16);
const fits = heights.every((height) => Math.abs(height - ratio) < 0.005);
failed += !fits;
console.log(`${fits ? "ok  " : "FAIL"} height of an <img> by its width: ${
	heights.map((height) => height.toFixed(3)).join(", ")}; of our PNG ${ratio.toFixed(3)}`);
await browser.close();
process.exitCode = failed ? 1 : 0;
