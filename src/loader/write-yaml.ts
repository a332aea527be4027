/** Writes YAML that `frontmatter.ts` reads back as the same text, lists and maps. */
import { isMap, isSeq, parseDocument, stringify } from 'yaml';

const OPTIONS = { lineWidth: 0, schema: 'core' } as const;

/** Fields, lists and maps of text as YAML, each long text on one line. */
export function toYaml(value: unknown): string {
	return stringify(value, OPTIONS);
}

/** One text as it can stand behind a colon. */
export function toYamlText(text: string): string {
	return stringify(text, { ...OPTIONS, blockQuote: false }).trimEnd();
}

/**
 * A file with one more entry at the end of a list. Nothing else in it moves: comments, blank lines and the form of
 * what stands there are kept, and the entry is written as text behind it where the list is the file's last part.
 * @param under the key that holds the list
 * @param comment lines to stand above the entry
 * @returns undefined where the file holds no such list
 */
export function appendToYamlList(
	text: string,
	under: string,
	entry: object,
	comment: string,
): string | undefined {
	const document = parseDocument(text);
	const list = document.get(under);
	if (document.errors.length > 0 || !isMap(document.contents) || !isSeq(list)) return undefined;
	const [, , end = 0] = list.range ?? [];
	const isLast = text.slice(end).trim() === '';
	const first =
		isLast && !list.flow && list.items.length > 0 ? /^([ \t]*)- /m.exec(text.slice(0, end)) : null;
	if (first) {
		const lines = [
			...comment.split('\n').map((line) => `# ${line}`),
			...toYaml([entry]).trimEnd().split('\n'),
		];
		const indented = lines.map((line) => `${first[1]}${line}`).join('\n');
		return `${text.trimEnd()}\n\n${indented}\n`;
	}
	const node = document.createNode(entry);
	node.commentBefore = comment.replace(/^/gm, ' ');
	list.flow = false;
	list.items.push(node);
	return document.toString(OPTIONS);
}
