/** Links and pictures of Markdown whose address stands elsewhere in the text, `[words][1]`, as those that carry it. */
import type { Definition, Nodes, Root } from 'mdast';
import type { Lose } from './model.ts';

/** @param field how losses name the text */
export function resolveReferences(root: Root, field: string, lose: Lose): Root {
	const addresses = new Map<string, Definition>();
	for (const definition of findDefinitions(root)) {
		// The first of a name counts.
		if (addresses.has(definition.identifier))
			lose(field, definition.url, 'is a second address of one name; left out');
		else addresses.set(definition.identifier, definition);
	}
	const named = new Set<string>();
	const resolve = (node: Nodes): Nodes => {
		if (node.type === 'linkReference' || node.type === 'imageReference') {
			const { url = '' } = addresses.get(node.identifier) ?? {};
			named.add(node.identifier);
			return node.type === 'imageReference'
				? { type: 'image', url, alt: node.alt ?? null }
				: { type: 'link', url, children: node.children.map((child) => resolve(child) as never) };
		}
		return 'children' in node
			? ({ ...node, children: node.children.map((child) => resolve(child)) } as Nodes)
			: node;
	};
	const resolved = resolve(root) as Root;
	for (const [name, { url }] of addresses)
		if (!named.has(name)) lose(field, url, 'is an address that nothing in the text names; left out');
	return resolved;
}

function findDefinitions(node: Nodes): Definition[] {
	if (node.type === 'definition') return [node];
	return 'children' in node ? node.children.flatMap((child) => findDefinitions(child)) : [];
}
