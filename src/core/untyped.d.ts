/** Packages that ship no types: what of them is used here. */

declare module 'edtf' {
	/** @throws SyntaxError where the text is no EDTF, RangeError where an interval ends before it starts */
	export function parse(text: string): unknown;
}

declare module '@citation-js/core' {
	export class Cite {
		constructor(data: unknown, options?: Record<string, unknown>);
		format(
			as: 'bibliography',
			options: { format: 'html'; style: string; lang: string; asEntryArray: true },
		): [id: string, html: string][];
		format(as: 'bibtex' | 'ris'): string;
		readonly data: Record<string, unknown>[];
	}
	export const plugins: {
		config: {
			get(name: '@csl'): {
				styles: { add(name: string, xml: string): void };
				locales: { list(): string[] };
			};
			get(name: '@bibtex'): { format: { useIdAsLabel: boolean; checkLabel: boolean } };
		};
	};
}

declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-csl';
declare module '@citation-js/plugin-ris';
