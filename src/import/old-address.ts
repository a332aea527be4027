/**
 * What TimelineJS calls a slide in addresses, `…#event-<this>`: its own id as it stands, else one made of its headline.
 * @see https://github.com/NUKnightLab/TimelineJS3/blob/master/src/js/core/TimelineConfig.js
 */
import { fieldText, isFields, type Fields } from './fields.ts';

/** Gives each slide its id, the title first and the events in their order; undefined where it would be left to chance. */
export function slideNames(): (slide: Fields) => string | undefined {
	const used = new Set<string>();
	/** How many ids have the same words before a number at their end. */
	const alike = new Map<string, number>();
	return (slide) => {
		const text = isFields(slide['text']) ? slide['text'] : {};
		const given = fieldText(slide['unique_id']);
		const headline = text['headline'];
		const wanted = given.trim() === '' ? headlineToName(typeof headline === 'string' ? headline : '') : given;
		if (wanted === '') return undefined;
		let name = wanted;
		for (let number = (alike.get(wanted) ?? 0) + 1; used.has(name); number++) name = `${wanted}-${number}`;
		used.add(name);
		const words = name.replace(/(?<=.)-\d+$/, '');
		alike.set(words, (alike.get(words) ?? 0) + 1);
		return name;
	};
}

/** Letters that lose their accents there; all others outside a–z are left out. */
const PLAIN: readonly (readonly [RegExp, string])[] = [
	[/[ãàáäâ]/g, 'a'],
	[/[ẽèéëê]/g, 'e'],
	[/[ìíïî]/g, 'i'],
	[/[õòóöô]/g, 'o'],
	[/[ùúüû]/g, 'u'],
	[/ñ/g, 'n'],
	[/ç/g, 'c'],
	[/[·/_,:;]/g, '-'],
	[/[^a-z0-9 -]/g, ''],
	[/[ -]+/g, '-'],
];

/**
 * @param headline as it stands in the file, with its HTML
 * @example headlineToName('1890: a café / the quay') // _1890-a-cafe-the-quay
 */
export function headlineToName(headline: string): string {
	const name = PLAIN.reduce(
		(text, [signs, plain]) => text.replace(signs, plain),
		headline.trim().toLowerCase(),
	);
	return name.replace(/^(?=[0-9])/, '_');
}
