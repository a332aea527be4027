import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import sharp from 'sharp';
import { readMediaFiles, readMedium } from './media-files.ts';
import { startReading } from './reading.ts';

const folder = mkdtempSync(join(tmpdir(), 'media-'));
const media = join(folder, 'media');
mkdirSync(media);
after(() => rmSync(folder, { recursive: true }));

const photo = sharp({ create: { width: 2000, height: 1000, channels: 3, background: '#888' } });

test('readers get a picture upright, no wider than a page, without what the camera wrote into it', async () => {
	const path = join(media, 'photo.jpg');
	const GPSLatitude = '39/1 4/1 0/1';
	const exif = { IFD0: { Make: 'Camera', Artist: 'Ann' }, IFD3: { GPSLatitude } };
	// Turned on its side, as a telephone saves what it takes upright.
	await photo.clone().withExif(exif).withMetadata({ orientation: 6, exif }).jpeg().toFile(path);
	assert.ok((await sharp(path).metadata()).exif);
	const given = await sharp(await readMedium(path)).metadata();
	assert.deepEqual([given.width, given.height, given.orientation], [1000, 2000, undefined]);
	assert.equal(given.exif, undefined);
	await photo.clone().png().toFile(join(media, 'wide.png'));
	assert.equal((await sharp(await readMedium(join(media, 'wide.png'))).metadata()).width, 1200);
	rmSync(path);
	rmSync(join(media, 'wide.png'));
});

test('a file that leads elsewhere is refused; one that is replaced is read anew', async () => {
	const secret = join(folder, 'secret.pdf');
	writeFileSync(secret, '%PDF-1.4');
	symlinkSync(secret, join(media, 'link.pdf'));
	writeFileSync(join(media, 'plan.pdf'), 'none');
	const read = async () => {
		const reading = startReading(folder);
		const files = await readMediaFiles(reading);
		return {
			ids: files.map(({ id }) => id),
			problems: reading.problems.map(({ file }) => file.split('/').at(-1)),
		};
	};
	assert.deepEqual(await read(), { ids: ['link.pdf', 'plan.pdf'], problems: ['link.pdf', 'plan.pdf'] });
	writeFileSync(join(media, 'plan.pdf'), '%PDF-1.4\n');
	assert.deepEqual(await read(), { ids: ['link.pdf', 'plan.pdf'], problems: ['link.pdf'] });
	rmSync(secret);
	assert.deepEqual((await read()).problems, ['link.pdf'], 'one that leads nowhere as well');
	rmSync(join(media, 'link.pdf'));
	assert.deepEqual(await read(), { ids: ['plan.pdf'], problems: [] });
});
