/** One card as boxes and texts for satori: what is told, and where it stands in the whole. */
import { SHAPES } from '../../components/shapes.ts';
import { dayToYear } from '../../core/calendar.ts';
import { CARD_SIZE, type Card } from '../../core/cards.ts';
import { formatDate, formatYear } from '../../core/date-words.ts';
import { type StripLayout } from '../../core/layout.ts';
import type { Timeline } from '../../core/timeline.ts';
import { curlQuotes } from '../../core/typography.ts';
import type { Words } from '../../i18n/words.ts';
import { FONT_FAMILY } from './typeface.ts';

/** What satori takes for an element: React's shape, without React. */
export interface Drawn {
	type: string;
	props: Record<string, unknown> & { children?: Drawn | string | (Drawn | string)[] };
}

export interface Palette {
	/** The value of a custom property in the light scheme. @throws where there is none */
	(name: string): string;
}

export interface CardStyle {
	timeline: Timeline;
	words: Words;
	colour: Palette;
	/** Of all events, as wide as `STRIP_WIDTH`. */
	strip: StripLayout;
	/** Whether the typeface has every character of a text. */
	canDraw: (text: string) => boolean;
}

const EDGE = 64;
export const STRIP_WIDTH = CARD_SIZE.width - 2 * EDGE;
const STRIP = { width: STRIP_WIDTH, height: 66, axis: 64, lines: 28, mark: 38 };
/** Letters up to which a title has a size; read at a quarter, as in a list of messages, the smallest is still 14 px. */
const TITLE_SIZES = [
	{ letters: 45, size: 84 },
	{ letters: 80, size: 70 },
	{ letters: Infinity, size: 58 },
] as const;

/** @returns the drawing; what the typeface cannot draw is left out, so that no card shows empty boxes */
export function drawCard({ title, event }: Card, style: CardStyle): Drawn {
	const { timeline, words, colour, canDraw } = style;
	const curl = (text: string) => curlQuotes(text, words.quoteMarks);
	const category = event && timeline.category(event.category);
	const hue = colour(`hue-${category?.colour ?? 'ink'}`);
	// What is not established is said so wherever its title stands.
	const doubt = event && event.status !== 'established' ? ` · ${words.status[event.status]}` : '';
	const shown = curl(title);
	const site = curl(timeline.site.title);
	const below = event ? formatDate(event.date, words.date) : curl(timeline.site.tagline);
	const size = TITLE_SIZES.find(({ letters }) => shown.length <= letters)?.size ?? 0;
	// Satori knows one direction.
	const atStart = words.direction === 'rtl' && { alignItems: 'flex-end' };
	const say = (content: string, look: Record<string, unknown>) =>
		canDraw(content) ? [text(content, look)] : [];
	return box(
		{
			flexDirection: 'column',
			justifyContent: 'space-between',
			boxSizing: 'border-box',
			...CARD_SIZE,
			padding: `38px ${EDGE}px 34px`,
			borderTop: `14px solid ${hue}`,
			background: colour('paper'),
			color: colour('ink'),
			fontFamily: FONT_FAMILY,
			lineHeight: 1.12,
		},
		box(
			{ flexDirection: 'column', ...atStart },
			...(category
				? [
						box(
							{ alignItems: 'center', gap: 16, marginBottom: 12, color: hue, fontSize: 40, fontWeight: 600 },
							drawShape(SHAPES[category.pattern], hue),
							...say(curl(category.label) + doubt, {}),
						),
					]
				: []),
			...say(shown, {
				fontSize: size,
				fontWeight: 600,
				letterSpacing: -1,
				lineClamp: 4,
				textWrap: 'balance',
			}),
			...say(below, { marginTop: 16, fontSize: 44, lineClamp: 3 }),
		),
		box(
			{ flexDirection: 'column', ...atStart },
			drawStrip(style, event, hue),
			...(shown === site ? [] : say(site, { marginTop: 6, fontSize: 36, color: colour('muted') })),
		),
	);
}

/** Every event as a line, the one of the card as its mark; on a page's card all are marks. */
function drawStrip({ timeline, words, colour, strip }: CardStyle, event: Card['event'], hue: string): Drawn {
	const current = event?.date ?? timeline.events[0]?.date;
	if (!current) return box({});
	const across = (share: number) => (share * STRIP.width).toFixed(1);
	const ends = [strip.ticks[0], strip.ticks.at(-1)].filter((tick) => tick !== undefined);
	const { from, to, x, solid } = strip.place(current);
	const line = (d: string, stroke: string, width: number) => ({
		type: 'path',
		props: { d, stroke, 'stroke-width': width, fill: 'none' },
	});
	return box(
		{ flexDirection: 'column', position: 'relative', width: STRIP.width, height: STRIP.height + 44 },
		{
			type: 'svg',
			props: {
				width: STRIP.width,
				height: STRIP.height,
				viewBox: `0 0 ${STRIP.width} ${STRIP.height}`,
				children: [
					line(
						strip.hairlines
							.map((thousandth) => `M${across(thousandth / 1000)} ${STRIP.lines}V${STRIP.axis}`)
							.join(''),
						event ? colour('muted') : hue,
						2.5,
					),
					line(`M0 ${STRIP.axis}H${STRIP.width}`, colour('muted'), 2),
					...(event
						? [
								{
									type: 'rect',
									props: {
										x: across(from),
										y: STRIP.mark - 9,
										width: across(Math.max(0, to - from)),
										height: 18,
										rx: 9,
										fill: hue,
										'fill-opacity': 0.45,
									},
								},
								{
									type: 'path',
									props: {
										d: SHAPES[timeline.category(event.category)?.pattern ?? 'circle'],
										transform: `translate(${across(x)} ${STRIP.mark}) scale(5)`,
										fill: solid ? hue : colour('paper'),
										stroke: solid ? colour('paper') : hue,
										'stroke-width': 1,
									},
								},
							]
						: []),
				],
			},
		},
		...ends.map(({ x: share, day }) =>
			text(formatYear(dayToYear(day), words.date), {
				position: 'absolute',
				top: STRIP.height + 2,
				left: Math.min(STRIP.width - 80, Math.max(0, share * STRIP.width - 40)),
				fontSize: 34,
				color: colour('muted'),
			}),
		),
	);
}

function drawShape(d: string, fill: string): Drawn {
	return {
		type: 'svg',
		props: {
			width: 44,
			height: 44,
			viewBox: '-8 -8 16 16',
			children: [{ type: 'path', props: { d, fill } }],
		},
	};
}

function box(style: Record<string, unknown>, ...children: Drawn[]): Drawn {
	return { type: 'div', props: { style: { display: 'flex', ...style }, children } };
}

function text(content: string, style: Record<string, unknown>): Drawn {
	return { type: 'div', props: { style: { display: 'block', ...style }, children: content } };
}
