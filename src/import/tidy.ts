/** Markdown from elsewhere, as the gate lets it pass. */
import type { BlockContent, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { CITATION_GROUP } from '../core/prose.ts';
import { visible } from '../core/written.ts';
import { safeAddress, SHOWN, textOf } from './links.ts';
import type { Lose } from './model.ts';

/** Only what the gate lets pass, and nothing empty. @param field how losses name the text */
export function tidyBlocks(nodes: readonly RootContent[], field: string, lose: Lose): BlockContent[] {
	return nodes.flatMap((node): BlockContent[] => {
		switch (node.type) {
			case 'paragraph':
				return paragraph(tidyInline(node.children, field, lose));
			case 'heading':
				return paragraph([{ type: 'strong', children: tidyInline(node.children, field, lose) }]);
			case 'blockquote': {
				const children = tidyBlocks(node.children, field, lose);
				return children.length > 0 ? [{ ...node, children }] : [];
			}
			case 'list': {
				const items = node.children
					.map((item) => ({ type: item.type, children: tidyBlocks(item.children, field, lose) }))
					.filter(({ children }) => children.length > 0);
				const { ordered = false, start = null } = node;
				return items.length > 0 ? [{ type: 'list', ordered, start, spread: false, children: items }] : [];
			}
			case 'code':
			case 'html':
				return paragraph(tidyInline([{ type: 'text', value: node.value }], field, lose));
			case 'thematicBreak':
			case 'definition':
				return [];
			default:
				return 'children' in node
					? paragraph(tidyInline([node as PhrasingContent], field, lose))
					: paragraph(tidyInline([{ type: 'text', value: textOf(node) }], field, lose));
		}
	});
}

function paragraph(children: PhrasingContent[]): Paragraph[] {
	return children.some((child) => textOf(child).trim() !== '')
		? [{ type: 'paragraph', children: trimEdges(children) }]
		: [];
}

/** Spaces at either end would be written as signs. */
function trimEdges(children: readonly PhrasingContent[]): PhrasingContent[] {
	const isSpace = (node: PhrasingContent) =>
		node.type === 'break' || (node.type === 'text' && node.value.trim() === '');
	const first = children.findIndex((node) => !isSpace(node));
	const last = children.findLastIndex((node) => !isSpace(node));
	return children.slice(first, last + 1).map((node, index) => {
		if (node.type !== 'text') return node;
		const value = index === 0 ? node.value.trimStart() : node.value;
		return { ...node, value: index === last - first ? value.trimEnd() : value };
	});
}

function tidyInline(nodes: readonly PhrasingContent[], field: string, lose: Lose): PhrasingContent[] {
	return nodes.flatMap((node): PhrasingContent[] => {
		switch (node.type) {
			case 'text':
			case 'inlineCode':
			case 'html': {
				const value = cleanText(node.value, field, lose);
				return value === '' ? [] : [{ type: 'text', value }];
			}
			case 'break':
				return [node];
			case 'emphasis':
			case 'strong': {
				const children = tidyInline(node.children, field, lose);
				return textOf({ type: 'paragraph', children }).trim() === ''
					? children
					: [{ type: node.type, children }];
			}
			case 'link': {
				const url = safeAddress(node.url);
				const children = tidyInline(node.children, field, lose);
				if (url === undefined) {
					lose(field, node.url, 'is not an address that a reader can be sent to; its text is kept');
					return children;
				}
				const text = textOf({ type: 'paragraph', children }).trim() === '' ? url : undefined;
				const title = node.title === SHOWN ? SHOWN : null;
				return [{ type: 'link', url, title, children: text ? [{ type: 'text', value: text }] : children }];
			}
			case 'image': {
				const url = safeAddress(node.url);
				lose(
					field,
					node.url,
					url ? 'is a picture, kept as a link' : 'has an address that is not safe; left out',
				);
				const text = cleanText(node.alt ?? '', field, lose) || url;
				return url && text
					? [{ type: 'link', url, title: SHOWN, children: [{ type: 'text', value: text }] }]
					: [];
			}
			default:
				return 'children' in node ? tidyInline(node.children as PhrasingContent[], field, lose) : [];
		}
	});
}

/** What the gate would not let stand, and what it would take for a citation or a table. */
function cleanText(text: string, field: string, lose: Lose): string {
	const seen = visible(text.replace(/[\t\r\n\u2028\u2029]+/g, ' '));
	if (seen.length !== text.length && seen !== text.replace(/[\t\r\n\u2028\u2029]+/g, ' '))
		lose(field, seen, 'has characters that no reader can see; they are left out');
	const plain = seen.replace(CITATION_GROUP, '($1)');
	if (plain !== seen)
		lose(field, seen, 'has square brackets that would be read as a citation; they are round now');
	return plain;
}
