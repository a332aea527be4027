/** The files in a content folder's `media/`: which there are, and whether each is what its name says. */
import { lstat, open, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import {
	judgeMediaFile,
	judgeMediaName,
	mediaKind,
	SIGNATURE_LENGTH,
	type MediaFile,
} from '../core/media.ts';
import { fileProblems, mediaProblems } from '../core/problem.ts';
import { missingIsEmpty } from './folder.ts';
import { addProblem, type Reading } from './reading.ts';
import { ifChanged } from './unchanged.ts';

const FOLDER = 'media';
/** Readers with large screens get no more of a picture under its own name; wider ones are made for those who show them. */
const WIDTH = 1200;

/** Every file there, those with a problem too: an event that names one is not told that it is missing. */
export async function readMediaFiles(reading: Reading): Promise<MediaFile[]> {
	const entries = await readdir(join(reading.folder, FOLDER), { withFileTypes: true }).catch(missingIsEmpty);
	const files: MediaFile[] = [];
	for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
		if (entry.name.startsWith('.')) continue;
		reading.files++;
		const id = entry.name.normalize('NFC');
		const at = { file: `${FOLDER}/${id}` };
		const refuse = (says: string) => {
			addProblem(reading, at, { says });
			// That no event shows it is no news then.
			reading.standIns.set(at.file, [[]]);
		};
		if (entry.isSymbolicLink()) refuse(fileProblems.symbolicLink(id));
		else if (entry.isDirectory()) refuse(fileProblems.folder(id));
		const path = join(reading.folder, FOLDER, entry.name);
		// Of a link itself: what it leads to may be gone.
		const { size: bytes, mtimeMs } = await lstat(path);
		const file = { id, bytes };
		files.push(file);
		if (!entry.isFile()) continue;
		const says =
			judgeMediaName(id) ?? (await ifChanged(path, `${bytes} ${mtimeMs}`, () => judge(path, file)));
		if (says) refuse(says);
	}
	return files;
}

async function judge(path: string, file: MediaFile): Promise<string | undefined> {
	const handle = await open(path);
	const { buffer, bytesRead } = await handle.read(Buffer.alloc(SIGNATURE_LENGTH), 0, SIGNATURE_LENGTH, 0);
	await handle.close();
	const says = judgeMediaFile(file, buffer.subarray(0, bytesRead));
	if (says || mediaKind(file.id) !== 'image') return says;
	// What is cut off shows only where it is read to its end.
	const isWhole = await sharp(path, { failOn: 'truncated' })
		.stats()
		.then(
			() => true,
			() => false,
		);
	return isWhole ? undefined : mediaProblems.damaged(file.id);
}

/**
 * A file as readers get it. Of a picture that is a copy without what a camera writes into it (where, when, by which
 * device), turned upright, no wider than a page shows it.
 * @param path of a file that has passed the gate
 */
export async function readMedium(path: string): Promise<Uint8Array<ArrayBuffer>> {
	const bytes =
		mediaKind(path) === 'image'
			? await sharp(path).autoOrient().resize({ width: WIDTH, withoutEnlargement: true }).toBuffer()
			: await readFile(path);
	return new Uint8Array(bytes);
}
