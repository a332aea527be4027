/** `data/timeline.json`: everything the site says, and the JSON Schema of it, both from one description. */
import { z } from 'zod';
import { absoluteAddress, canonicalAddress, paths } from '../core/address.ts';
import { dayToIso, type Day } from '../core/calendar.ts';
import type { TimelineDate } from '../core/date.ts';
import { formatDate, type DateWords } from '../core/date-words.ts';
import {
	eventPeople,
	eventSources,
	lastWork,
	RELATIONS,
	STATUSES,
	type TimelineEvent,
} from '../core/event.ts';
import { MEDIA_KINDS, mediaKind, mediaType } from '../core/media.ts';
import { oncePerPair } from '../core/once.ts';
import { ORGANIZATION_KINDS } from '../core/people.ts';
import type { Spoken } from '../core/speaker.ts';
import type { Timeline } from '../core/timeline.ts';

const id = z.string();
const day = z.iso.date();
/** Of years outside 0000–9999, six digits and a sign (ISO 8601-1, 4.3.2). */
const isoDay = z.string().regex(/^(?:\d{4}|[+-]\d{6})-\d\d-\d\d$/);
const address = z.url();

const date = z.strictObject({
	edtf: z.string(),
	words: z.string(),
	start: isoDay.nullable(),
	end: isoDay.nullable(),
	kind: z.enum(['instant', 'interval', 'set']),
	precision: z.enum(['day', 'month', 'season', 'year', 'decade', 'century']),
	approximate: z.boolean(),
	uncertain: z.boolean(),
});

const spoken = { text: z.string(), speaker: id.optional(), speakerName: z.string() };
const quote = z.strictObject({ ...spoken, source: id });
const correction = z.strictObject({ date: day, text: z.string() });

const medium = z.strictObject({
	address,
	kind: z.enum(MEDIA_KINDS),
	type: z.string(),
	alt: z.string(),
	credit: z.string(),
	licence: z.string(),
	transcript: z.string().optional(),
});

const event = z.strictObject({
	id,
	address,
	aliases: z.array(id),
	date,
	title: z.string(),
	summary: z.string(),
	text: z.string(),
	category: id,
	importance: z.union([z.literal(1), z.literal(2), z.literal(3)]),
	status: z.enum(STATUSES),
	people: z.array(id),
	organizations: z.array(id),
	sources: z.array(id),
	relates: z.partialRecord(z.enum(RELATIONS), z.array(id)),
	quotes: z.array(quote),
	disagreements: z.array(z.strictObject({ text: z.string(), sources: z.array(id) })),
	limits: z.array(z.string()),
	media: z.array(medium),
	corrections: z.array(correction),
	added: day,
	changed: day,
});

const utterance = z.strictObject({ ...spoken, date, place: z.string().optional(), source: id });
const claim = z.strictObject({
	id,
	address,
	statement: utterance,
	answers: z.array(utterance),
	text: z.string(),
	events: z.array(id),
	added: day,
	changed: day,
});

const role = z.strictObject({
	text: z.string(),
	from: z.string().optional(),
	to: z.string().optional(),
	sources: z.array(id),
});

const timeline = z.strictObject({
	$schema: z.string(),
	id,
	title: z.string(),
	tagline: z.string(),
	address,
	language: z.string(),
	timeZone: z.string(),
	asOf: z.string(),
	changed: day.optional(),
	licence: z.string(),
	categories: z.array(z.strictObject({ id, label: z.string() })),
	eras: z.array(z.strictObject({ id, label: z.string(), from: z.string(), to: z.string() })),
	events: z.array(event),
	claims: z.array(claim),
	people: z.array(z.strictObject({ id, name: z.string(), address, roles: z.array(role) })),
	organizations: z.array(z.strictObject({ id, name: z.string(), address, kind: z.enum(ORGANIZATION_KINDS) })),
	withdrawn: z.array(z.strictObject({ id, address, date: day, reason: z.string() })),
});

export type TimelineJson = z.output<typeof timeline>;

/** The objects whose fields are described one by one; those of the smaller ones need no words. */
export const SHAPES = { timeline, event, date, quote, medium, claim, utterance, role } as const;
export type ShapeName = keyof typeof SHAPES;

/** What each field means, in one language. */
export type FieldWords = {
	[S in ShapeName]: Record<keyof z.output<(typeof SHAPES)[S]>, string>;
};

/** Where the schema stands, as the data beside it names it. */
export const SCHEMA_FILE = 'timeline.schema.json';

/** The JSON Schema (draft 2020-12) of `data/timeline.json`. @param siteAddress ending in a slash */
export function makeTimelineSchema(title: string, siteAddress: string, words: FieldWords): object {
	const names = z.registry<{ id: string }>();
	for (const [name, shape] of Object.entries(SHAPES)) if (shape !== timeline) names.add(shape, { id: name });
	const schema = z.toJSONSchema(timeline, {
		metadata: names,
		override({ zodSchema, jsonSchema }) {
			const name = Object.entries(SHAPES).find(([, shape]) => (shape as unknown) === zodSchema)?.[0];
			if (!name) return;
			const meanings: Record<string, string> = words[name as ShapeName];
			const { properties = {} } = jsonSchema;
			// One kind of field stands under many names, and so as one object in many places.
			for (const [field, property] of Object.entries(properties))
				if (typeof property === 'object')
					properties[field] = { ...property, description: meanings[field] ?? '' };
		},
	});
	return { ...schema, $id: canonicalAddress(siteAddress, `data/${SCHEMA_FILE}`), title };
}

/**
 * The whole case as plain data.
 * Of what was withdrawn there is the notice alone.
 */
export const toTimelineJson: (whole: Timeline, words: DateWords) => TimelineJson =
	oncePerPair(makeTimelineJson);

function makeTimelineJson(whole: Timeline, words: DateWords): TimelineJson {
	const { site } = whole;
	const absolute = (path: string) => absoluteAddress(site.address, path);
	const toDate = (given: TimelineDate) => dateToJson(given, words);
	const toSpoken = ({ text, ...by }: Spoken & { text: string }) => ({
		text,
		...(by.speaker !== undefined && { speaker: by.speaker }),
		speakerName: by['speaker-name'] ?? whole.person(by.speaker ?? '')?.name ?? '',
	});
	const isTold = (event: string) => whole.event(event) !== undefined;
	const toUtterance = (
		said: Spoken & { text: string; date: TimelineDate; source: string; place?: string | undefined },
	) => ({
		...toSpoken(said),
		date: toDate(said.date),
		...(said.place !== undefined && { place: said.place }),
		source: said.source,
	});
	return {
		$schema: SCHEMA_FILE,
		id: site.slug,
		title: site.title,
		tagline: site.tagline,
		address: site.address,
		language: site.language,
		timeZone: site['time-zone'],
		asOf: site['coverage-to'].edtf,
		...(whole.lastChange && { changed: whole.lastChange }),
		licence: site.licence,
		categories: site.categories.map((category) => ({ id: category.id, label: category.label })),
		eras: site.eras.map((era) => ({ id: era.id, label: era.label, from: era.from.edtf, to: era.to.edtf })),
		events: whole.events.map((one) => ({
			id: one.id,
			address: absolute(paths.event(one.id)),
			aliases: one.aliases,
			date: toDate(one.date),
			title: one.title,
			summary: one.summary,
			text: one.body.trim(),
			category: one.category,
			importance: one.importance,
			status: one.status,
			people: eventPeople(one),
			organizations: one.organizations,
			sources: eventSources(one),
			relates: relationsOf(one, isTold),
			quotes: one.quotes.map((quoted) => ({ ...toSpoken(quoted), source: quoted.source })),
			disagreements: one.disagreements,
			limits: one.limits.map(({ text }) => text),
			media: one.media.map(({ file, alt, credit, licence, transcript }) => ({
				address: absolute(paths.media(file)),
				kind: mediaKind(file),
				type: mediaType(file)?.type ?? '',
				alt,
				credit,
				licence,
				...(transcript !== undefined && { transcript }),
			})),
			corrections: one.corrections,
			added: one.added,
			changed: lastWork(one),
		})),
		claims: whole.claims.map((one) => ({
			id: one.id,
			address: absolute(paths.claim(one.id)),
			statement: toUtterance(one.statement),
			answers: one.answers.map(toUtterance),
			text: one.body.trim(),
			events: one.events.filter(isTold),
			added: one.added,
			changed: one.updated ?? one.added,
		})),
		people: whole.people.map((person) => ({
			id: person.id,
			name: person.name,
			address: absolute(paths.personOrEntry(person)),
			roles: person.roles.map(({ text, from, to, sources }) => ({
				text,
				...(from && { from: from.edtf }),
				...(to && { to: to.edtf }),
				sources,
			})),
		})),
		organizations: whole.organizations.map((organization) => ({
			id: organization.id,
			name: organization.name,
			address: absolute(
				whole.hasPage(organization) ? paths.organization(organization.id) : paths.publisher(organization.id),
			),
			kind: organization.kind,
		})),
		withdrawn: whole.withdrawn.flatMap((one) =>
			one.withdrawn ? [{ id: one.id, address: absolute(paths.event(one.id)), ...one.withdrawn }] : [],
		),
	};
}

function dateToJson(given: TimelineDate, words: DateWords): z.output<typeof date> {
	const bound = (at: Day | null) => (at === null ? null : dayToIso(at));
	return {
		edtf: given.edtf,
		words: formatDate(given, words),
		start: bound(given.start),
		end: bound(given.end),
		kind: given.kind,
		precision: given.precision,
		approximate: given.approximate,
		uncertain: given.uncertain,
	};
}

function relationsOf({ relates }: TimelineEvent, isTold: (id: string) => boolean) {
	const told = RELATIONS.map((relation) => [relation, relates[relation]?.filter(isTold) ?? []] as const);
	return Object.fromEntries(told.filter(([, ids]) => ids.length > 0));
}
