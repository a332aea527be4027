/** A timeline from elsewhere as its reader gives it, and what could not be carried. */
import type { BlockContent } from 'mdast';
import { parseDate, type TimelineDate } from '../core/date.ts';

/** What was not carried into a field, or was carried otherwise than it stood. */
export interface Loss {
	/** Line of the file where it stands, from 1; undefined for what concerns the whole. */
	line: number | undefined;
	/** The field as the file names it; `event` where all of it is left out. */
	field: string;
	/** As written. */
	value: string;
	why: string;
}

export interface ImportedSource {
	title: string;
	url: string | undefined;
}

export interface ImportedEvent {
	line: number;
	date: TimelineDate;
	/** Plain text; empty where the file has none. */
	title: string;
	/** One or two sentences of the file's own; cut from the text where there are none. */
	summary?: string;
	/** Paragraphs, lists and block quotes that the gate lets pass, links to web addresses among them. */
	blocks: BlockContent[];
	/** What is shown beside the text: a link to each picture or film, its caption and credit. */
	media?: BlockContent[];
	/** Named for the whole event, beside the links in its text. */
	sources: ImportedSource[];
	group: string | undefined;
	/** Its name in TimelineJS, which is what stands behind `#event-` in its old address. */
	alias?: string | undefined;
}

export interface ImportedEra {
	line: number;
	label: string;
	from: TimelineDate;
	to: TimelineDate;
}

export interface Imported {
	/** `media` is what is shown beside the text, as for an event. */
	site: { title: string; blocks: BlockContent[]; media?: BlockContent[] };
	events: ImportedEvent[];
	eras: ImportedEra[];
	/** How many events the file holds: those above, and a loss with the field `event` for each other one. */
	read: number;
	losses: Loss[];
}

/** Takes note of a loss in one place of a file. */
export type Lose = (field: string, value: unknown, why: string) => void;

/** A file that cannot be read at all. */
export class ImportError extends Error {
	override name = 'ImportError';
	readonly line: number;
	readonly column: number;
	constructor(line: number, column: number, says: string, options?: ErrorOptions) {
		super(says, options);
		this.line = line;
		this.column = column;
	}
}

/** A place in a text, counted from 1. */
export function positionAt(text: string, offset: number): { line: number; column: number } {
	const before = text.slice(0, offset);
	return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

/** A list of losses, and for each line of the file a way to add to it. */
export function keepLosses(): { losses: Loss[]; at: (line: number | undefined) => Lose } {
	const losses: Loss[] = [];
	return {
		losses,
		at: (line) => (field, value, why) =>
			losses.push({ line, field, value: typeof value === 'string' ? value : toText(value), why }),
	};
}

function toText(value: unknown): string {
	try {
		return JSON.stringify(value) ?? '';
	} catch {
		// Nested deeper than the stack reaches.
		return '…';
	}
}

/** An EDTF text as a date, or undefined. */
export function readDate(edtf: string): TimelineDate | undefined {
	const parsed = parseDate(edtf);
	return parsed.ok ? parsed.date : undefined;
}
