/**
 * The form's fields, made of the gate's own description of an event, so that the two cannot disagree.
 * @see https://decapcms.org/docs/widgets/
 */
import { z } from 'zod';
import { eventFields } from '../../core/event.ts';
import { NEEDED_FIELDS, OPTIONAL_FIELDS } from '../../core/event-template.ts';

/** A field as Decap CMS is told of it. */
export interface FormField {
	name: string;
	label: string;
	widget: 'string' | 'text' | 'select' | 'list' | 'object' | 'file';
	required: boolean;
	hint?: string;
	default?: string;
	options?: Choice[];
	multiple?: boolean;
	fields?: FormField[];
	collapsed?: boolean;
	summary?: string;
	allow_multiple?: boolean;
}

export interface Choice {
	label: string;
	value: string;
}

/** Lists of the case from which a field chooses. */
export const CHOICES = ['categories', 'people', 'organizations', 'sources', 'events'] as const;
export type Choices = Record<(typeof CHOICES)[number], Choice[]>;

/** The part of a JSON Schema that describes one field (draft 2020-12). */
export interface FieldSchema {
	type?: string;
	enum?: string[];
	properties?: Record<string, FieldSchema>;
	required?: string[];
	items?: FieldSchema;
	example?: string;
}

/** What an author may write, before the gate makes days and numbers of it. */
export const EVENT_SCHEMA = z.toJSONSchema(eventFields, {
	io: 'input',
	unrepresentable: 'any',
}) as unknown as FieldSchema;

/** Fields whose values are the ids of something; `*` stands for every name. */
export const CHOSEN_FROM: Record<string, (typeof CHOICES)[number]> = {
	category: 'categories',
	people: 'people',
	organizations: 'organizations',
	'quotes.speaker': 'people',
	'quotes.source': 'sources',
	'disagreements.sources': 'sources',
	'relates.*': 'events',
};
/** Fields in which a line is not enough, and the one that names a file. */
export const WIDGETS: Record<string, FormField['widget']> = {
	'media.transcript': 'text',
	'media.file': 'file',
};
const HINTS: Record<string, string> = { draft: 'shown by npm run dev and left out of builds' };
const YES_OR_NO: Record<string, string> = { true: 'yes', false: 'no' };

/** Of a new event. @param today as ISO 8601 */
const DEFAULTS = (today: string | undefined): Record<string, string> => ({
	importance: '3',
	status: 'established',
	draft: 'true',
	...(today !== undefined && { added: today }),
});

/** Every field of an event's front matter, in the order of the gate, and the text below it. */
export function makeFormFields(choices: Choices, today: string | undefined): FormField[] {
	const fields = fieldsOf(EVENT_SCHEMA, '', true, choices, DEFAULTS(today));
	const hint =
		'Markdown. Every paragraph ends in its sources: [@source-id] or [@one; @two, p. 3]. Sources are added in sources.yaml.';
	// As plain text: an editor of its own would write the Markdown anew, brackets of citations among it.
	return [...fields, { name: 'body', label: 'Text', widget: 'text', required: false, hint }];
}

function fieldsOf(
	schema: FieldSchema,
	path: string,
	isNeeded: boolean,
	choices: Choices,
	defaults: Readonly<Record<string, string>> = {},
): FormField[] {
	return Object.entries(schema.properties ?? {}).map(([name, field]) => {
		const at = path ? `${path}.${name}` : name;
		const preset = defaults[name];
		return {
			name,
			label: toLabel(name),
			required: isNeeded && (schema.required ?? []).includes(name),
			...hintOf(at, field),
			...(preset !== undefined && { default: preset }),
			...widgetOf(field, at, choices),
		};
	});
}

function widgetOf(
	field: FieldSchema,
	path: string,
	choices: Choices,
): Pick<FormField, 'widget'> & Partial<FormField> {
	const list = listFor(path);
	if (list) return { widget: 'select', options: choices[list], multiple: field.type === 'array' };
	if (field.enum)
		return {
			widget: 'select',
			options: field.enum.map((value) => ({ label: YES_OR_NO[value] ?? value, value })),
		};
	// What may be left out as a whole is left out where nothing is written in it: the gate asks for its parts.
	if (field.properties)
		return { widget: 'object', collapsed: true, fields: fieldsOf(field, path, false, choices) };
	if (field.items?.properties)
		return { widget: 'list', collapsed: false, fields: fieldsOf(field.items, path, true, choices) };
	if (field.type === 'array') return { widget: 'list' };
	const widget = WIDGETS[path] ?? 'string';
	return { widget, ...(widget === 'file' && { allow_multiple: false }) };
}

function listFor(path: string): (typeof CHOICES)[number] | undefined {
	return CHOSEN_FROM[path] ?? CHOSEN_FROM[path.replace(/[^.]+$/, '*')];
}

function hintOf(path: string, { example, enum: choices }: FieldSchema): { hint?: string } {
	const needed: Record<string, readonly string[]> = NEEDED_FIELDS;
	const optional: Record<string, readonly [string, string]> = OPTIONAL_FIELDS;
	const hint = needed[path]?.join(' ') ?? optional[path]?.[0] ?? HINTS[path];
	if (hint !== undefined) return { hint };
	return example === undefined || choices || listFor(path) ? {} : { hint: `for example: ${example}` };
}

/** @example toLabel('speaker-name') // 'Speaker name' */
function toLabel(name: string): string {
	const words = name.replaceAll('-', ' ');
	return words.charAt(0).toUpperCase() + words.slice(1);
}
