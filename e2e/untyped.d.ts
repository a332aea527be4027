/** Packages that ship no types: what of them the tests use. */

declare module 'jsonld' {
	interface Document {
		contextUrl: null;
		documentUrl: string;
		document: object;
	}
	const jsonld: {
		expand(
			data: object,
			options: { documentLoader: (url: string) => Promise<Document>; safe: boolean },
		): Promise<Record<string, unknown>[]>;
	};
	export default jsonld;
}
