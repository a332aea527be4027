/** People and organizations named in events. */
import { z } from 'zod';
import type { Foreign } from './in-language.ts';
import { BESIDE_OTHERS, refuseBackwards, schemas } from './schema.ts';
import { readShape, type Shaped } from './shape.ts';

export const ORGANIZATION_KINDS = [
	'government',
	'court',
	'law-enforcement',
	'legislature',
	'party',
	'association',
	'company',
	'publisher',
	'research',
	'media',
	'other',
] as const;

const aliases = schemas.list(schemas.id('old-id'), '[old-id]').default([]);

/** One entry of `people.yaml`. */
export const personFields = z.strictObject({
	id: schemas.id('jane-doe'),
	name: schemas.line('Jane Doe'),
	roles: schemas
		.list(
			z
				.strictObject({
					text: schemas.line('Chief engineer'),
					from: schemas.date('2015-03').optional(),
					to: schemas.date('2019-06').optional(),
					sources: schemas.list(schemas.id('source-id'), '[source-id]'),
				})
				.superRefine(refuseBackwards, BESIDE_OTHERS),
			'- {text: Chief engineer, from: 2015-03, to: 2019-06, sources: [source-id]}',
		)
		.default([]),
	/** The heading under which the list of people has them, as written: "Courts". */
	group: schemas.line('Courts').optional(),
	/** False for a person not charged who appears once: an entry in the list only, no page of their own. */
	page: schemas.flag().default(true),
	/** Earlier ids, whose addresses lead here. */
	aliases,
});
export type Person = z.output<typeof personFields> & Pick<Foreign, 'lang' | 'dir'>;

/** One entry of `organizations.yaml`. */
export const organizationFields = z.strictObject({
	id: schemas.id('city-council'),
	name: schemas.line('City Council'),
	kind: schemas.choice(ORGANIZATION_KINDS),
	note: schemas.line('Elected; it decides on roads and bridges.').optional(),
	aliases,
});
export type Organization = z.output<typeof organizationFields> & Pick<Foreign, 'lang' | 'dir'>;

export function parsePerson(fields: unknown): Shaped<Person> {
	return readShape(personFields, fields, 'a person', { id: '0', name: '-' });
}

export function parseOrganization(fields: unknown): Shaped<Organization> {
	return readShape(organizationFields, fields, 'an organization', {
		id: '0',
		name: '-',
		kind: 'publisher',
	});
}
