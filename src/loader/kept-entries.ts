/** Entries of bibliographies, kept from build to build: making them is an eighth of a large build. */
import type { FormatEntries } from '../core/bibliography.ts';
import { hashOf, openTexts, type KeptTexts } from './kept-texts.ts';

export interface KeptEntries extends Pick<KeptTexts, 'save'> {
	/** Asks only for what the file does not have. */
	format: FormatEntries;
}

/** An entry's hash is of its item, style and language. For the rest see `openTexts`. */
export function openEntries(file: string, version: string, format: FormatEntries): KeptEntries {
	const kept = openTexts(file, version);
	return {
		format(items, style, language) {
			const hashed = items.map((item) => ({ item, hash: hashOf(style, language, item) }));
			const unknown = hashed.filter(({ hash }) => kept.get(hash) === undefined).map(({ item }) => item);
			const made = format(unknown, style, language);
			return new Map(
				hashed.flatMap(({ item, hash }) => {
					const entry = kept.get(hash) ?? made.get(item.id);
					if (entry === undefined) return [];
					kept.set(hash, entry);
					return [[item.id, entry]];
				}),
			);
		},
		save: kept.save,
	};
}
