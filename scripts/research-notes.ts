/** Research notes in YAML, from which a case was written: events with facts, quotes and discrepancies, each with sources. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseYaml } from '../src/loader/frontmatter.ts';
import { isFields } from '../src/loader/reading.ts';

export interface NotedEvent {
	id: string;
	date: string;
	status: string;
	category: string;
	/** Whether the case cannot be told without it. */
	key: boolean;
	/** Every text about the event: headline, facts, quotes, discrepancies. */
	texts: string[];
	factSources: string[];
	/** Sources of anything said about the event. */
	sources: string[];
}

export interface Notes {
	events: Map<string, NotedEvent>;
	/** The words known of each source: title, snippet and what is quoted from it. */
	words: Map<string, string[]>;
}

/** Reads `events.yaml` and `sources.yaml` of a folder. @throws with one sentence where they are not notes */
export async function readNotes(folder: string): Promise<Notes> {
	const [events, sources] = await Promise.all([
		readList(join(folder, 'events.yaml')),
		readList(join(folder, 'sources.yaml')),
	]);
	return parseNotes(events, sources);
}

async function readList(file: string): Promise<unknown> {
	const text = await readFile(file, 'utf8').catch(() => {
		throw new Error(`${file} cannot be read. Name the folder that holds events.yaml and sources.yaml.`);
	});
	const { value, problems } = parseYaml(text);
	const [problem] = problems;
	if (problem) throw new Error(`${file}:${problem.line}  ${problem.says}`);
	if (!Array.isArray(value)) throw new Error(`${file} is not a list. It must be one: - id: …`);
	return value;
}

/** @param events, sources the lists of the two files, as text, lists and maps */
export function parseNotes(events: unknown, sources: unknown): Notes {
	const words = new Map(
		entries(sources).map((source) => [text(source['id']), [text(source['title']), text(source['snippet'])]]),
	);
	const parsed = entries(events).map((event): NotedEvent => {
		const facts = entries(event['facts']);
		const quotes = entries(event['quotes']);
		const discrepancies = entries(event['discrepancies']);
		for (const quote of quotes) words.get(text(quote['source']))?.push(text(quote['text']));
		const factSources = facts.flatMap((fact) => list(fact['sources']).map(text));
		return {
			id: text(event['id']),
			date: text(event['date']),
			status: text(event['status']),
			category: text(event['category']),
			key: event['key'] === 'true',
			texts: [event['headline'], ...[...facts, ...quotes, ...discrepancies].map((one) => one['text'])].map(
				text,
			),
			factSources: [...new Set(factSources)],
			sources: [
				...new Set([
					...factSources,
					...quotes.map((quote) => text(quote['source'])),
					...discrepancies.flatMap((one) => list(one['sources']).map(text)),
				]),
			],
		};
	});
	return { events: new Map(parsed.map((event) => [event.id, event])), words };
}

function list(value: unknown): unknown[] {
	return Array.isArray(value) ? value : [];
}

function entries(value: unknown): Record<string, unknown>[] {
	return list(value).filter(isFields);
}

function text(value: unknown): string {
	return typeof value === 'string' ? value : '';
}
