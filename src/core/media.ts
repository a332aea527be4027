/** Pictures, documents and recordings of an event: what files they may be, and what is said of each. */
import { z } from 'zod';
import { fieldProblems, mediaProblems } from './problem.ts';
import { BESIDE_OTHERS, isId, schemas, textToId } from './schema.ts';

export const MEDIA_KINDS = ['image', 'document', 'audio'] as const;
export type MediaKind = (typeof MEDIA_KINDS)[number];

interface MediaType {
	kind: MediaKind;
	/** IANA media type. */
	type: string;
	/** How a sentence names such a file. */
	name: string;
	/** How its first bytes read as Latin-1. */
	start: RegExp;
}

const JPEG: MediaType = { kind: 'image', type: 'image/jpeg', name: 'a JPEG picture', start: /^\xff\xd8\xff/ };

/**
 * What every browser shows without help, by file ending. No SVG: it can hold scripts.
 * Signatures: JPEG (ITU T.81, B.1.1.3), PNG (5.2), WebP (RFC 9649, 2.4), PDF (ISO 32000-1, 7.5.2), MPEG audio
 * (ISO 11172-3, 2.4.1) or its ID3 tag, MP4 (ISO 14496-12, 4.3), WAV (RFC 2361), Ogg (RFC 3533, 6).
 */
export const MEDIA_TYPES: Readonly<Record<string, MediaType>> = {
	jpg: JPEG,
	jpeg: JPEG,
	png: { kind: 'image', type: 'image/png', name: 'a PNG picture', start: /^\x89PNG\r\n\x1a\n/ },
	webp: { kind: 'image', type: 'image/webp', name: 'a WebP picture', start: /^RIFF.{4}WEBP/s },
	pdf: { kind: 'document', type: 'application/pdf', name: 'a PDF', start: /^%PDF-\d/ },
	mp3: { kind: 'audio', type: 'audio/mpeg', name: 'an MP3 recording', start: /^(?:ID3|\xff[\xe2-\xff])/ },
	m4a: { kind: 'audio', type: 'audio/mp4', name: 'an MP4 recording', start: /^.{4}ftyp/s },
	wav: { kind: 'audio', type: 'audio/wav', name: 'a WAV recording', start: /^RIFF.{4}WAVE/s },
	ogg: { kind: 'audio', type: 'audio/ogg', name: 'an Ogg recording', start: /^OggS/ },
};
export const MEDIA_ENDINGS = Object.keys(MEDIA_TYPES);

/** Bytes: above, readers on a phone would wait, and some hosts would refuse it. */
export const MEDIA_LIMIT = 10_000_000;
/** How many bytes at a file's start tell what it is. */
export const SIGNATURE_LENGTH = 16;

/** A file that lies in `media/`. */
export interface MediaFile {
	/** Its name, with its ending. */
	id: string;
	bytes: number;
}

/** What a file is by its name; undefined where its ending is none of those that are shown. */
export function mediaType(file: string): MediaType | undefined {
	const ending = /\.([^.]+)$/.exec(file)?.[1] ?? '';
	return Object.hasOwn(MEDIA_TYPES, ending) ? MEDIA_TYPES[ending] : undefined;
}

/** The kind of a file that has passed the gate. */
export function mediaKind(file: string): MediaKind {
	return mediaType(file)?.kind ?? 'document';
}

/** What is wrong with a file's name; undefined where nothing is. */
export function judgeMediaName(name: string): string | undefined {
	const { stem, ending } = splitName(name);
	if (!Object.hasOwn(MEDIA_TYPES, ending.toLowerCase())) return mediaProblems.notShown(name, MEDIA_ENDINGS);
	if (isId(stem) && ending === ending.toLowerCase()) return undefined;
	return mediaProblems.badName(name, `${textToId(stem) || 'picture'}.${ending.toLowerCase()}`);
}

/**
 * What is wrong with a file in itself; undefined where nothing is.
 * @param start its first bytes, at least `SIGNATURE_LENGTH` where it has as many
 */
export function judgeMediaFile({ id, bytes }: MediaFile, start: Uint8Array): string | undefined {
	if (bytes > MEDIA_LIMIT) return mediaProblems.tooLarge(id, bytes, MEDIA_LIMIT);
	const said = mediaType(id);
	const text = String.fromCharCode(...start);
	if (!said || said.start.test(text)) return undefined;
	const [ending, found] = Object.entries(MEDIA_TYPES).find(([, type]) => type.start.test(text)) ?? [];
	return mediaProblems.otherwise(
		id,
		said.name,
		found && { name: found.name, file: `${splitName(id).stem}.${ending}` },
	);
}

function splitName(name: string): { stem: string; ending: string } {
	const [, stem = name, ending = ''] = /^(.*)\.([^.]*)$/s.exec(name) ?? [];
	return { stem, ending };
}

/** One entry of an event's `media:`. */
export const mediumFields = z
	.strictObject({
		file: z
			.string()
			.normalize('NFC')
			.superRefine((file, context) => {
				const says = judgeReference(file);
				if (says) context.addIssue(says);
			})
			.meta({ example: 'bridge.jpg' }),
		alt: schemas.line('What it shows, for those who do not see it.', 400),
		credit: schemas.line('Who made it'),
		licence: schemas.line('CC-BY-4.0'),
		kind: schemas.choice(MEDIA_KINDS).optional(),
		transcript: schemas.text('What is said or written in it.').optional(),
	})
	.superRefine(({ file, kind, transcript }, context) => {
		const type = typeof file === 'string' ? mediaType(file) : undefined;
		if (!type) return;
		if (kind !== undefined && MEDIA_KINDS.includes(kind) && kind !== type.kind)
			context.addIssue({
				code: 'custom',
				path: ['kind'],
				message: mediaProblems.otherKind(kind, file, type.kind),
			});
		if (type.kind !== 'image' && !transcript?.trim())
			context.addIssue({
				code: 'custom',
				path: ['transcript'],
				message: mediaProblems.wordless(file, type.name),
			});
	}, BESIDE_OTHERS);

/** A medium as it is written down; what is shown of it is the same for its whole life. */
export type Medium = z.output<typeof mediumFields>;

/** What is wrong with a file's name as an event gives it. */
function judgeReference(file: string): string | undefined {
	if (file.trim() === '') return fieldProblems.empty('bridge.jpg');
	if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(file)) return mediaProblems.elsewhere(file);
	if (/[\\/]/.test(file))
		return mediaProblems.outside(
			file,
			file.split(/[\\/]/).findLast((step) => step && step !== '..'),
		);
	return judgeMediaName(file);
}
