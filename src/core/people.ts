/** People and organizations named in events. */
import { z } from 'zod';
import { BESIDE_OTHERS, readShape, refuseBackwards, schemas, type Shaped } from './schema.ts';

export const ORGANIZATION_KINDS = [
	'government',
	'court',
	'law-enforcement',
	'legislature',
	'party',
	'association',
	'company',
	'publisher',
] as const;
export type OrganizationKind = (typeof ORGANIZATION_KINDS)[number];

/** One entry of `people.yaml`. */
export const personFields = z.strictObject({
	id: schemas.id('jane-doe'),
	name: schemas.line('Jane Doe'),
	roles: schemas
		.list(
			z
				.strictObject({
					text: schemas.line('County clerk'),
					from: schemas.date('2018-11').optional(),
					to: schemas.date('2023-01').optional(),
					sources: schemas.list(schemas.id('source-id'), '[source-id]'),
				})
				.superRefine(refuseBackwards, BESIDE_OTHERS),
			'- {text: County clerk, from: 2018-11, to: 2023-01, sources: [source-id]}',
		)
		.default([]),
	/** False for a person not charged who appears once: an entry in the list only, no page of their own. */
	page: schemas.flag().default(true),
});
export type Person = z.output<typeof personFields>;

/** One entry of `organizations.yaml`. */
export const organizationFields = z.strictObject({
	id: schemas.id('county-court'),
	name: schemas.line('County Court'),
	kind: schemas.choice(ORGANIZATION_KINDS),
	note: schemas.line('State trial court.').optional(),
});
export type Organization = z.output<typeof organizationFields>;

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
