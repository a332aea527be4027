import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventToJsonLd } from './structured-data.ts';
import { makeContent, makeEvent } from './testing.ts';
import { makeTimeline } from './timeline.ts';

test('machines read who made a picture, and under which licence; what is said in a recording', () => {
	const made = { credit: 'Ann', licence: 'CC0-1.0' };
	const event = makeEvent('bridge-opens', {
		media: [
			{ file: 'bridge.jpg', alt: 'A bridge.', ...made },
			{
				file: 'speech.mp3',
				alt: 'The speech.',
				transcript: 'It is open.',
				...made,
				licence: 'By permission',
			},
		],
	});
	const timeline = makeTimeline(makeContent({ events: [event] }), { drafts: false });
	const { image, associatedMedia } = eventToJsonLd(event, timeline, 'https://timeline.example/events/x.html');
	assert.deepEqual(image, [
		{
			'@type': 'ImageObject',
			contentUrl: 'https://timeline.example/media/bridge.jpg',
			encodingFormat: 'image/jpeg',
			description: 'A bridge.',
			creditText: 'Ann',
			license: 'https://creativecommons.org/publicdomain/zero/1.0/',
		},
	]);
	assert.deepEqual(associatedMedia, [
		{
			'@type': 'AudioObject',
			contentUrl: 'https://timeline.example/media/speech.mp3',
			encodingFormat: 'audio/mpeg',
			description: 'The speech.',
			creditText: 'Ann',
			license: { '@type': 'CreativeWork', name: 'By permission' },
			transcript: 'It is open.',
		},
	]);
});

const WORK: [fields: Record<string, unknown>, modified: string, corrections: number][] = [
	[{}, '2026-11-23', 0],
	[{ updated: '2026-12-01' }, '2026-12-01', 0],
	[{ corrections: [{ date: '2026-12-02', text: 'Ten.' }] }, '2026-12-02', 1],
	[
		{
			updated: '2026-12-03',
			corrections: [
				{ date: '2026-12-02', text: 'Ten.' },
				{ date: '2026-12-01', text: 'Nine.' },
			],
		},
		'2026-12-03',
		2,
	],
];
for (const [fields, modified, corrections] of WORK)
	test(`machines read the last work and each correction of ${JSON.stringify(fields)}`, () => {
		const event = makeEvent('bridge-opens', fields);
		const timeline = makeTimeline(makeContent({ events: [event] }), { drafts: false });
		const data = eventToJsonLd(event, timeline, 'https://timeline.example/events/bridge-opens.html');
		assert.equal(data['dateModified'], modified);
		const comments = (data['correction'] ?? []) as Record<string, unknown>[];
		assert.deepEqual(
			comments.map((comment) => [comment['@type'], comment['datePublished'], comment['text']]),
			event.corrections.map(({ date, text }) => ['CorrectionComment', date, text]),
		);
		assert.equal(comments.length, corrections);
	});
