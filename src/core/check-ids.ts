/** Whether each id, earlier id and pattern of a set is given once, and is free to be given. */
import { isOwnAnchor, RESERVED_PAGES } from './address.ts';
import { claimFile, eventFile, FILES, pageFile, type Content } from './content.ts';
import { referenceProblems, type Place, type Problem, type Reference } from './problem.ts';

/** What stands twice, or where the site needs the name itself. */
export function checkIds(content: Content): Problem[] {
	return [
		...duplicateIds(content),
		...reservedIds(content),
		...samePatterns(content),
		...aliasProblems(content),
	];
}

function duplicateIds(content: Content): Problem[] {
	const lists = [
		{ file: FILES.sources, records: content.sources, path: (index: number) => ['references', index, 'id'] },
		{ file: FILES.people, records: content.people, path: (index: number) => [index, 'id'] },
		{ file: FILES.organizations, records: content.organizations, path: (index: number) => [index, 'id'] },
		{
			file: FILES.site,
			records: content.site.categories,
			path: (index: number) => ['categories', index, 'id'],
		},
		{ file: FILES.site, records: content.site.eras, path: (index: number) => ['eras', index, 'id'] },
	];
	return lists.flatMap(({ file, records, path }) => {
		const seen = new Map<string, number>();
		return records.flatMap(({ id }, index) => {
			const first = seen.get(id);
			if (first === undefined) {
				seen.set(id, index);
				return [];
			}
			return [
				{ at: { file, path: path(index) }, says: referenceProblems.duplicateId(id, `entry ${first + 1}`) },
			];
		});
	});
}

function reservedIds({ events, claims, pages, people, organizations, sources }: Content): Problem[] {
	const isReserved = (id: string) => RESERVED_PAGES.has(id) || isOwnAnchor(id);
	const inList = (
		records: readonly { id: string }[],
		file: string,
		...path: (string | number)[]
	): Reference[] => records.map(({ id }, index) => ({ id, at: { file, path: [...path, index, 'id'] } }));
	return [
		...pages
			.filter(({ id }) => RESERVED_PAGES.has(id))
			.map((page) => ({ at: { file: pageFile(page) }, says: referenceProblems.reservedPage(page.id) })),
		...[
			...events.map((event) => ({ id: event.id, at: { file: eventFile(event) } })),
			...claims.map((claim) => ({ id: claim.id, at: { file: claimFile(claim) } })),
			...inList(people, FILES.people),
			...inList(organizations, FILES.organizations),
			...inList(sources, FILES.sources, 'references'),
		]
			.filter(({ id }) => isReserved(id))
			.map(({ id, at }) => ({ at, says: referenceProblems.reservedId(id) })),
	];
}

function samePatterns({ site: { categories } }: Content): Problem[] {
	return categories.flatMap(({ pattern }, index) => {
		const first = categories.find((category) => category.pattern === pattern);
		if (!first || first === categories[index]) return [];
		return [
			{
				at: { file: FILES.site, path: ['categories', index, 'pattern'] },
				says: referenceProblems.samePattern(pattern, first.id),
			},
		];
	});
}

function aliasProblems(content: Content): Problem[] {
	const inList = (file: string) => (_: unknown, index: number, position: number) => ({
		file,
		path: [index, 'aliases', position],
	});
	return [
		...clashingAliases(content.events, 'an event', (event, _, position) => ({
			file: eventFile(event),
			path: ['aliases', position],
		})),
		...clashingAliases(content.people, 'a person', inList(FILES.people)),
		...clashingAliases(content.organizations, 'an organization', inList(FILES.organizations)),
	];
}

function clashingAliases<T extends { id: string; aliases: string[] }>(
	records: readonly T[],
	what: string,
	place: (record: T, index: number, position: number) => Place,
): Problem[] {
	const ids = new Set(records.map(({ id }) => id));
	const owners = new Map<string, string>();
	return records.flatMap((record, index) =>
		record.aliases.flatMap((alias, position): Problem[] => {
			const at = place(record, index, position);
			if (ids.has(alias)) return [{ at, says: referenceProblems.aliasIsId(alias, what) }];
			const owner = owners.get(alias);
			owners.set(alias, record.id);
			return owner ? [{ at, says: referenceProblems.aliasTwice(alias, owner) }] : [];
		}),
	);
}
