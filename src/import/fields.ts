/** Values of JSON that may be anything at all. */
import type { Lose } from './model.ts';

export type Fields = Record<string, unknown>;

export function isFields(value: unknown): value is Fields {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isGiven(value: unknown): boolean {
	return value !== undefined && value !== null && value !== '';
}

/** A field as text; of a list or group nothing. */
export function fieldText(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** A field for the report: a list or group as it stood. */
export function asWritten(value: unknown): string {
	return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Tells of the fields of a group that are not read. */
export function loseOthers(fields: Fields, read: readonly string[], prefix: string, lose: Lose): void {
	for (const [key, value] of Object.entries(fields)) {
		if (read.includes(key) || !isGiven(value)) continue;
		lose(`${prefix}${key}`, value, WHY[key] ?? 'has no place here; left out');
	}
}

const WHY: Record<string, string> = {
	background: 'is how a slide looks; left out',
	thumb: 'is a picture, and none is fetched; left out',
	thumbnail: 'is a picture, and none is fetched; left out',
	autolink: 'is how a slide looks; left out',
	link_target: 'is how a slide looks; left out',
	scale: 'is how the chart looks; left out',
};
