/**
 * `npm run import -- FILE --out content-dir`: a timeline from TimelineJS, Markwhen or a table as a content folder, and
 * a report of everything that could not be carried. Exit 1 where the file cannot be read.
 */
import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { visible } from '../src/core/written.ts';
import { wordsFor } from '../src/i18n/index.ts';
import { toContent, type WrittenContent } from '../src/import/content.ts';
import { readTimeline } from '../src/import/index.ts';
import { ImportError, type Imported } from '../src/import/model.ts';
import { MAPPED, type Mapping } from '../src/import/table.ts';
import { isMain, shellWord, todayIn } from './paths.ts';
import { TargetError, writeInto } from './write-into.ts';

const USAGE =
	'Write npm run import -- FILE --out FOLDER. FILE is TimelineJS JSON, its spreadsheet as CSV, Markwhen text, or any CSV with --map date=When,title=What (also end, summary, text, source, group).';
/** A value is shown whole up to here. */
const LONGEST_VALUE = 400;

/** What an import did, as an editor reads it. */
export function formatImport(
	name: string,
	imported: Imported,
	{ files, losses, filledIn }: WrittenContent,
): string {
	const lines = losses.map(({ line, field, value, why }) => {
		const shown = visible(value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}…` : value);
		return `${name}${line === undefined ? '' : `:${line}`}  ${visible(field)}: ${shown === '' ? '' : `"${shown}" `}${why}.`;
	});
	const out = losses.filter(({ field }) => field === 'event').length;
	return [
		...(lines.length > 0 ? ['Not carried as it stood:', ...lines, ''] : []),
		'Filled in, for you to look at:',
		...filledIn,
		'',
		`${imported.read} events read, ${imported.events.length} written, ${out} left out; ${losses.length} losses; ${files.size} files.`,
	].join('\n');
}

/** Which column holds what, as `date=When,title=What`. @returns a sentence where it cannot be read */
export function parseMapping(text: string): Mapping | string {
	const entries = text.split(',').map((part) => part.split('='));
	for (const [field = '', column] of entries)
		if (!(MAPPED as readonly string[]).includes(field.trim()) || column === undefined)
			return `--map: "${field}" is not a field with a column. Write ${MAPPED.map((name) => `${name}=Column`).join(', ')}, those that there are.`;
	const mapping = Object.fromEntries(
		entries.map(([field = '', ...column]) => [field.trim(), column.join('=').trim()]),
	);
	return 'date' in mapping && 'title' in mapping
		? mapping
		: '--map: name at least the columns of date and title.';
}

async function main(): Promise<number> {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: { out: { type: 'string' }, map: { type: 'string' }, force: { type: 'boolean', default: false } },
	});
	const [file, ...others] = positionals;
	if (file === undefined || others.length > 0 || values.out === undefined) {
		console.error(USAGE);
		return 1;
	}
	const mapping = values.map === undefined ? undefined : parseMapping(values.map);
	if (typeof mapping === 'string') {
		console.error(mapping);
		return 1;
	}
	const folder = resolve(values.out);
	const bytes = await readFile(file);
	let imported: Imported;
	try {
		imported = readTimeline(basename(file), bytes, mapping);
	} catch (error) {
		if (!(error instanceof ImportError)) throw error;
		console.error(`${basename(file)}:${error.line}:${error.column}  ${error.message}.`);
		return 1;
	}
	const content = toContent(imported, wordsFor('en').date, todayIn());
	await writeInto(folder, content.files, values.force);
	console.log(formatImport(basename(file), imported, content));
	console.log(`\nNext: CONTENT_DIR=${shellWord(values.out)} npm run check -- --allow-unsourced`);
	return 0;
}

if (isMain(import.meta))
	try {
		process.exitCode = await main();
	} catch (error) {
		if (error instanceof TargetError) console.error(`${error.message}.`);
		else if (error instanceof Error && 'code' in error) console.error(error.message);
		else throw error;
		process.exitCode = 1;
	}
