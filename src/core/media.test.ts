import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeMediaFile, judgeMediaName, MEDIA_ENDINGS, MEDIA_LIMIT, mediaKind } from './media.ts';

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
/** How a file of each kind starts. */
const STARTS: Record<string, string> = {
	jpg: '\xff\xd8\xff\xe0\x00\x10JFIF',
	jpeg: '\xff\xd8\xff\xdb',
	png: '\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR',
	webp: 'RIFF\x1a\x00\x00\x00WEBPVP8L',
	pdf: '%PDF-1.7\n',
	mp3: 'ID3\x04\x00',
	m4a: '\x00\x00\x00\x20ftypM4A ',
	wav: 'RIFF\n\x00\x00\x00WAVEfmt ',
	ogg: 'OggS\x00\x02',
};

test('each ending has its own start, and no other file passes under it', () => {
	assert.deepEqual(Object.keys(STARTS).sort(), MEDIA_ENDINGS.toSorted());
	const jpegs = ['jpg', 'jpeg'];
	for (const ending of MEDIA_ENDINGS)
		for (const [other, start] of Object.entries(STARTS)) {
			const says = judgeMediaFile({ id: `a.${ending}`, bytes: 99 }, bytes(start));
			const isSame = other === ending || (jpegs.includes(other) && jpegs.includes(ending));
			assert.equal(says === undefined, isSame, `${other} as ${ending}: ${says}`);
		}
});

test('a file is told by what it holds, not by its name', () => {
	assert.equal(
		judgeMediaFile({ id: 'bridge.png', bytes: 99 }, bytes(STARTS['jpg'] ?? '')),
		'"bridge.png" is not a PNG picture; it is a JPEG picture. Name it bridge.jpg, here and in the event.',
	);
	for (const start of ['', '<svg xmlns', 'PK\x03\x04', '<!doctype html>'])
		assert.equal(
			judgeMediaFile({ id: 'bridge.png', bytes: 99 }, bytes(start)),
			'"bridge.png" is not a PNG picture, or is damaged. Save it anew from where it came from.',
		);
});

test('a file has at most ten megabytes', () => {
	const judge = (size: number) => judgeMediaFile({ id: 'a.pdf', bytes: size }, bytes('%PDF-1.7'));
	assert.equal(judge(MEDIA_LIMIT), undefined);
	assert.equal(
		judge(12_345_678),
		'"a.pdf" has 12.3 MB; the limit is 10 MB. Save it smaller, or link to it where it stands.',
	);
});

test('a name is an address for ever, and its ending one that browsers show', () => {
	for (const name of ['bridge.jpg', '2024-08-12-bridge.opus.png', 'größe.webp'])
		assert.equal(judgeMediaName(name) === undefined, !name.includes('opus'), name);
	for (const [name, better] of [
		['Bridge.JPG', 'bridge.jpg'],
		['my bridge (1).jpg', 'my-bridge-1.jpg'],
		['--.pdf', 'picture.pdf'],
	] as const)
		assert.ok(judgeMediaName(name)?.endsWith(`digits and hyphens: ${better}.`), judgeMediaName(name));
	for (const name of [
		'bridge',
		'bridge.svg',
		'bridge.gif',
		'bridge.jpg.exe',
		'.constructor',
		'a.constructor',
	])
		assert.match(judgeMediaName(name) ?? '', /is not a picture, document or recording/, name);
});

test('the kind of a file is that of its ending', () => {
	assert.deepEqual(['a.jpg', 'a.pdf', 'a.ogg'].map(mediaKind), ['image', 'document', 'audio']);
});
