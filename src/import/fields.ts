/** Values of JSON that may be anything at all. */

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
