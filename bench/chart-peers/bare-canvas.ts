/** The least that draws and moves all events: dots and titles on a canvas. No reader could use it; nothing is faster. */
import { readPage } from './page.ts';

const { events, lanes, window } = readPage();
const canvas = document.querySelector<HTMLCanvasElement>('#chart canvas');
const pen = canvas?.getContext('2d');
if (!canvas || !pen) throw new Error('no canvas');
const laneOf = new Map(lanes.map((lane, index) => [lane, index]));
const width = (canvas.width = canvas.clientWidth);
const height = (canvas.height = canvas.clientHeight);
let [from, to] = window ?? [
	Math.min(...events.map(({ start }) => start)),
	Math.max(...events.map(({ end }) => end)),
];
let frame = 0;

function draw(): void {
	frame = 0;
	if (!pen) return;
	pen.clearRect(0, 0, width, height);
	pen.font = '12px sans-serif';
	const scale = width / (to - from);
	for (const { title, lane, start, end } of events) {
		const x = (start - from) * scale;
		const right = (end - from) * scale;
		if (right < -200 || x > width) continue;
		const y = ((laneOf.get(lane) ?? 0) + 0.5) * (height / lanes.length);
		pen.fillRect(x, y - 3, Math.max(6, right - x), 6);
		pen.fillText(title, x + 9, y + 4);
	}
	document.documentElement.dataset['drawn'] = '';
}
const drawSoon = () => (frame ||= requestAnimationFrame(draw));

let last: number | undefined;
canvas.addEventListener('pointerdown', ({ clientX }) => (last = clientX));
addEventListener('pointerup', () => (last = undefined));
addEventListener('pointermove', ({ clientX }) => {
	if (last === undefined) return;
	const by = ((last - clientX) * (to - from)) / width;
	[from, to, last] = [from + by, to + by, clientX];
	drawSoon();
});
canvas.addEventListener('wheel', (event) => {
	event.preventDefault();
	const factor = event.deltaY < 0 ? 1 / 1.05 : 1.05;
	const at = from + ((to - from) * event.offsetX) / width;
	[from, to] = [at - (at - from) * factor, at + (to - at) * factor];
	drawSoon();
});
draw();
