/**
 * The form's files on this machine: what Decap CMS asks of its proxy backend, for events and media of one content
 * folder and nothing else. Nothing is deleted.
 * @see https://decapcms.org/docs/working-with-a-local-git-repository/
 */
import { createHash } from 'node:crypto';
import { lstat, mkdir, readdir, readFile, realpath } from 'node:fs/promises';
import { basename, extname, join, posix, sep } from 'node:path';
import { z } from 'zod';
import { judgeMediaName, MEDIA_LIMIT } from '../../core/media.ts';
import { isId } from '../../core/schema.ts';
import { isMissing } from '../../loader/reading.ts';
import { writeWhole } from '../../loader/write-whole.ts';

/** Refused, with the status and the sentence that the form shows. */
export class Refusal extends Error {
	override name = 'Refusal';
	status: number;
	constructor(status: number, says: string) {
		super(says);
		this.status = status;
	}
}

const file = z.strictObject({ path: z.string(), label: z.string().optional() });
const asset = z.strictObject({ path: z.string(), content: z.string(), encoding: z.literal('base64') });
/** What is asked, and no more than is read of it. */
const request = z.discriminatedUnion('action', [
	z.object({ action: z.literal('entriesByFolder'), params: z.object({ folder: z.literal('events') }) }),
	z.object({ action: z.literal('entriesByFiles'), params: z.object({ files: z.array(file) }) }),
	z.object({ action: z.literal('getEntry'), params: z.object({ path: z.string() }) }),
	z.object({
		action: z.literal('persistEntry'),
		params: z.object({
			dataFiles: z.array(z.object({ path: z.string(), raw: z.string(), newPath: z.string().optional() })),
			assets: z.array(asset),
			options: z.object({ newEntry: z.boolean().optional() }),
		}),
	}),
	z.object({ action: z.literal('getMedia') }),
	z.object({ action: z.literal('getMediaFile'), params: z.object({ path: z.string() }) }),
	z.object({ action: z.literal('persistMedia'), params: z.object({ asset }) }),
	z.object({ action: z.enum(['unpublishedEntries', 'getDeployPreview', 'getNotes', 'getPRMetadata']) }),
]);

/** Where files of a kind lie, and what their names may be. */
const FOLDERS: Record<string, (name: string) => boolean> = {
	events: (name) => extname(name) === '.md' && isId(name.slice(0, -'.md'.length)),
	media: (name) => judgeMediaName(name) === undefined,
};

/**
 * Answers one request of the form.
 * @param folder path of the content
 * @throws Refusal where it asks for what is not the form's
 */
export async function answerForm(folder: string, body: unknown): Promise<unknown> {
	const { data: asked } = request.safeParse(body);
	if (!asked) throw new Refusal(422, 'The form asks for what is not done here.');
	switch (asked.action) {
		case 'entriesByFolder': {
			const names = (await listFolder(folder, 'events')).filter((name) => FOLDERS['events']?.(name));
			return Promise.all(names.map((name) => readEntry(folder, `events/${name}`)));
		}
		case 'entriesByFiles':
			return Promise.all(asked.params.files.map(({ path }) => readEntry(folder, path)));
		case 'getEntry':
			return readEntry(folder, asked.params.path);
		case 'persistEntry': {
			const { dataFiles, assets, options } = asked.params;
			const files = [
				...assets.map((one) => ({ path: one.path, bytes: decode(one), isNew: true })),
				...dataFiles.map(({ path, raw, newPath }) => {
					if (newPath !== undefined && newPath !== path)
						throw new Refusal(422, 'An event keeps its name: it is its address for ever.');
					return { path, bytes: Buffer.from(raw), isNew: options.newEntry === true };
				}),
			];
			// All of it is looked at before any of it is written.
			const places = await Promise.all(
				files.map(({ path, bytes, isNew }) => findPlace(folder, path, isNew ? bytes : undefined)),
			);
			for (const [index, place] of places.entries())
				await writeWhole(place, files[index]?.bytes ?? Buffer.of());
			return { message: 'entry persisted' };
		}
		case 'getMedia': {
			const names = (await listFolder(folder, 'media')).filter((name) => FOLDERS['media']?.(name));
			return Promise.all(names.map((name) => readMedia(folder, `media/${name}`)));
		}
		case 'getMediaFile':
			return readMedia(folder, asked.params.path);
		case 'persistMedia': {
			const { asset: given } = asked.params;
			await writeWhole(await findPlace(folder, given.path, decode(given)), decode(given));
			return readMedia(folder, given.path);
		}
		case 'getNotes':
			return { notes: [] };
		case 'unpublishedEntries':
			return [];
		case 'getDeployPreview':
		case 'getPRMetadata':
			return null;
	}
}

/**
 * The place of a file on disk.
 * @param path as the form gives it, from the content folder
 * @param fresh what a new file is to hold; there may be none of its name yet, unless it holds the same
 * @throws Refusal where it is none of the form's, or leads out of the content folder
 */
async function findPlace(folder: string, path: string, fresh?: Buffer): Promise<string> {
	const [kind = '', name = '', ...more] = path.split('/');
	const isNamed = Object.hasOwn(FOLDERS, kind) && FOLDERS[kind]?.(name) === true;
	if (more.length > 0 || !isNamed || path.includes('\\'))
		throw new Refusal(
			422,
			`${JSON.stringify(basename(posix.normalize(path)))} is not a name for a file here: small letters, digits and hyphens, and an ending that is known.`,
		);
	const around = join(folder, kind);
	await mkdir(around, { recursive: true });
	const root = await realpath(folder);
	if ((await realpath(around)) !== join(root, kind)) throw new Refusal(403, `${kind}/ leads elsewhere.`);
	const place = join(root, kind, name);
	if (!place.startsWith(root + sep)) throw new Refusal(403, 'The file is not in the content folder.');
	const found = await lstat(place).catch((error: unknown) => {
		if (isMissing(error)) return undefined;
		throw error;
	});
	if (found && !found.isFile()) throw new Refusal(403, `${path} leads elsewhere.`);
	if (found && fresh && !fresh.equals(await readFile(place)))
		throw new Refusal(409, `There is a file ${path} already. Give this one another name.`);
	return place;
}

async function listFolder(folder: string, kind: string): Promise<string[]> {
	const entries = await readdir(join(folder, kind), { withFileTypes: true }).catch((error: unknown) => {
		if (isMissing(error)) return [];
		throw error;
	});
	return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

async function read(folder: string, path: string): Promise<Buffer> {
	const place = await findPlace(folder, path);
	return readFile(place).catch((error: unknown) => {
		throw isMissing(error) ? new Refusal(404, `There is no file ${path}.`) : error;
	});
}

async function readEntry(folder: string, path: string) {
	const bytes = await read(folder, path);
	return { data: bytes.toString('utf8'), file: { path, id: hashOf(bytes) } };
}

async function readMedia(folder: string, path: string) {
	const bytes = await read(folder, path);
	const content = bytes.toString('base64');
	return { id: hashOf(bytes), content, encoding: 'base64', path, name: basename(path) };
}

function hashOf(bytes: Buffer): string {
	return createHash('sha256').update(bytes).digest('hex');
}

function decode({ path, content }: z.output<typeof asset>): Buffer {
	const bytes = Buffer.from(content, 'base64');
	if (bytes.length > MEDIA_LIMIT)
		throw new Refusal(413, `${path} is larger than ${MEDIA_LIMIT / 1_000_000} MB. Save it smaller.`);
	return bytes;
}
