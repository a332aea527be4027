/** What takes longest to write of a case, kept from build to build: references, citations, and the texts of events. */
import { formatReferences } from '../core/citation.ts';
import { citeWorks, type CitationForms, type Work } from '../core/cite-this.ts';
import { renderProse } from '../core/prose-html.ts';
import type { Source } from '../core/source.ts';
import { openKept } from './kept-of-build.ts';
import { hashOf, makeEach, type KeptTexts } from './kept-texts.ts';

const kept = openKept('texts');

/** As `formatReferences`. */
export function referencesOf(sources: readonly Source[], language: string): Map<string, string> {
	return makeEach(
		kept,
		sources,
		(source) => ['reference', language, source],
		(missing) => formatReferences(missing, language),
	);
}

/** As `citeWorks`. */
export function citationsOf(works: readonly Work[], language: string): Map<string, CitationForms> {
	return makeEach(
		kept,
		works,
		(work) => ['citation', language, work],
		(missing) => citeWorks(missing, language),
	);
}

/** A text as it is kept, and how often each source is cited up to its end. */
interface Rendered {
	html: string;
	cited: [source: string, times: number][];
}

/** `renderProse` for texts that are kept. */
export function rendererWith(kept: KeptTexts): typeof renderProse {
	return (markdown, context) => {
		// All that a context says, as data.
		const hash = hashOf('text', markdown, {
			...context,
			notes: context.notes.sources,
			cited: [...context.cited],
		});
		const known = kept.get(hash);
		if (known !== undefined) {
			const { html, cited } = JSON.parse(known) as Rendered;
			for (const [source, times] of cited) context.cited.set(source, times);
			return html;
		}
		const html = renderProse(markdown, context);
		kept.set(hash, JSON.stringify({ html, cited: [...context.cited] } satisfies Rendered));
		return html;
	};
}

/** As `renderProse`. */
export const renderKept = rendererWith(kept);
