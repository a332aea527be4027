/** Small files with every shape that the documentation of TimelineJS shows: what is carried, and what is reported. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parseYaml } from '../loader/frontmatter.ts';
import { importOf } from './testing.ts';

const FOLDER = join(import.meta.dirname, 'examples');

interface Expected {
	file: string;
	title: string;
	tagline: string;
	categories: string[];
	eras: string[];
	events: [date: string, category: string, title: string][];
	/** Words that stand in the text of an event, or on the page of home. */
	says: string[];
	/** The report, as line, field and why. */
	lost: string[];
}

/** Fields of `site.yaml`. */
interface Site {
	title: string;
	tagline: string;
	categories: { label: string }[];
	eras: { label: string; from: string; to: string }[];
}

const EXAMPLES: Expected[] = [
	{
		file: 'media.json',
		title: 'The ferry at Lower Quay 1890 to 1931',
		tagline: 'Forty years of crossings, as those who worked on them told it.',
		categories: ['Events'],
		eras: [],
		events: [
			['1890-05-03', 'other', 'A first crossing'],
			['1891', 'other', 'The chain is laid'],
			['1896-08', 'other', 'A week of rowing'],
			['1902', 'other', 'A second landing'],
			['1910-01-05', 'other', 'A new whistle'],
			['1931', 'other', 'The bridge opens'],
		],
		says: [
			'The *Heron* carries forty people and a piano.',
			'Shown with it: <https://www.youtube.com/watch?v=00000000000>',
			'Shown with it: <https://en.wikipedia.org/wiki/Cable_ferry> [@wikipedia]',
			'> We rowed, because the engine would not. [@a-deckhand]',
			'[iframe: maps.example](https://maps.example/embed?at=quay)',
			'Shown with it: [The whistle of the second ferry](https://sound.example/whistle.mp3) [@sound-example-about]',
			'seen from the [north steps](https://quay.example/steps)',
			'Credit: Harbour Museum',
		],
		lost: [
			'53 background: is how a slide looks; left out',
			'63 media.url: is kept as a link',
			'71 media.link_target: is how a slide looks; left out',
			'71 media.thumbnail: is a picture, and none is fetched; left out',
			'71 start_date: is a time of day; events are dated to the day',
			'71 autolink: is how a slide looks; left out',
			'83 media.url: is not an address that a reader can be sent to; left out',
		],
	},
	{
		file: 'eras-and-groups.json',
		title: 'Two mills, one stream',
		tagline: 'Two mills, one stream',
		categories: ['Upper mill', 'Lower mill', 'Other'],
		eras: ['1600 to 1650: Wheels of wood', '1651-06-18 to 1700-06-01: Wheels of iron'],
		events: [
			['1602/1629', 'upper-mill', 'A quarrel over water'],
			['1622-08-09/1622-08-23', 'lower-mill', 'The stream is dry'],
			['1622-08-09', 'upper-mill', 'The stream is dry'],
			['1698', 'other', 'One owner for both'],
		],
		says: ['The upper mill held it back on Sundays.'],
		lost: [
			'- scale: is how the chart looks; left out',
			'18 background: is how a slide looks; left out',
			'10 era.text: is more than the name of an era; left out',
			'15 era: has no headline, or no start before an end; left out',
		],
	},
	{
		file: 'cosmological.json',
		title: 'A timeline',
		tagline: 'A timeline',
		categories: ['Events'],
		eras: [],
		events: [
			['Y-249999', 'other', 'People'],
			['-9499', 'other', 'A hill of stones'],
			['0000', 'other', 'The year that was not'],
		],
		says: ['About then.'],
		lost: [
			'- scale: is how the chart looks; left out',
			'4 start_date: is further away than a date can be here',
			'4 event: has no date that can be read; left out',
			'13 start_date: is further away than a date can be here',
			'13 event: has no date that can be read; left out',
			'20 start_date: has a year 0, which history books have not; 1 BCE is written',
			'20 start_date.display_text: has no place here; left out',
		],
	},
	{
		file: 'display-dates.json',
		title: 'A timeline',
		tagline: 'A timeline',
		categories: ['Events'],
		eras: [],
		events: [
			['1677~', 'other', 'A map is drawn'],
			['[1678..1680]', 'other', 'A copy of it'],
			['1702-03', 'other', 'It is lent'],
			['1703/1704', 'other', 'It is lost'],
			['1850-05-04', 'other', 'It is found'],
		],
		says: ['A map is drawn'],
		lost: [
			'9 background: is how a slide looks; left out',
			'16 start_date: is shown as "March 1702"; 1702-03 is written, as it says less',
			'16 background: is how a slide looks; left out',
			'21 end_date.display_date: stands for the end alone; left out',
			'21 display_date: cannot be read in one way only; 1703/1704 is written',
			'27 autolink: is how a slide looks; left out',
			'21 address: cannot be an id here (small letters, digits, single hyphens); left out',
		],
	},
	{
		file: 'spreadsheet.csv',
		title: 'A lighthouse and its keepers',
		tagline: 'What the logbooks say, and what they leave out',
		categories: ['Building', 'Keepers', 'Other'],
		eras: ['1810 to 1848: Lamps of oil'],
		events: [
			['1814-06', 'building', 'The tower is begun'],
			['1816-11-05', 'building', 'First lit'],
			['1820/1823', 'keepers', 'Two keepers'],
			['1831-02', 'keepers', 'The long storm'],
			['1849', 'other', 'A second title'],
		],
		says: [
			'What the logbooks say, and what they leave out',
			'Shown with it: [A tower by the sea](https://pictures.example/light.jpg)',
			'Seen from **nine miles**. [@archive-example-lit]\n\n"Too bright", says a neighbour. [@archive-example-lit]',
			'Shown with it: [A light at night](https://pictures.example/lit.jpg) [@archive-example-lit]',
		],
		lost: [
			'2 title.background: is how a slide looks; left out',
			'6 media.thumbnail: is a picture, and none is fetched; left out',
			'6 start_date: is a time of day; events are dated to the day',
			'6 background: is how a slide looks; left out',
			'8 display_date: cannot be read in one way only; 1831-02 is written',
			'9 event: has no date that can be read; left out',
			'10 Type: is not a type of TimelineJS, or a second title; read as an event',
		],
	},
];

for (const { file, title, tagline, categories, eras, events, says, lost } of EXAMPLES)
	test(`${file}: what is carried, and what is reported`, () => {
		const read = importOf(file, readFileSync(join(FOLDER, file)));
		const site = parseYaml(read.files.get('site.yaml') ?? '').value as Site;
		assert.deepEqual([site.title, site.tagline], [title, tagline]);
		assert.deepEqual(
			site.categories.map(({ label }) => label),
			categories,
		);
		assert.deepEqual(
			site.eras.map(({ from, to, label }) => `${from} to ${to}: ${label}`),
			eras,
		);
		assert.deepEqual(
			Object.values(read.events).map(({ date, category, title: headline }) => [date, category, headline]),
			events,
		);
		const texts = [...read.files.values()].join('\n');
		for (const words of says) assert.ok(texts.includes(words), words);
		assert.deepEqual(read.lost, lost);
	});
