/**
 * `npm run check`: the gate alone. Prints what it found, or every problem; exit 1 where there are any.
 * `--json` for machines, `--quality` for the figures of the page on sourcing, `--allow-unsourced` for events that
 * were brought along without sources.
 */
import { resolve } from 'node:path';
import { measureQuality, QUALITY_SHARES, qualityShares } from '../src/core/quality.ts';
import { formatReport, listProblems } from '../src/core/report.ts';
import { makeTimeline } from '../src/core/timeline.ts';
import { wordsFor } from '../src/i18n/index.ts';
import { readContent } from '../src/loader/content-files.ts';
import { withKeptReadings } from './kept-readings.ts';
import { allowUnsourcedIfAsked, contentFolder } from './paths.ts';

allowUnsourcedIfAsked();
const asJson = process.argv.includes('--json');
const folder = resolve(contentFolder());
const { content, problems, todo, files } = await withKeptReadings(() => readContent(folder));
const counts = {
	events: content.events.filter((event) => !event.withdrawn && !event.draft).length,
	drafts: content.events.filter((event) => event.draft).length,
	withdrawn: content.events.filter((event) => event.withdrawn).length,
	claims: content.claims.length,
	sources: content.sources.length,
	people: content.people.length,
	organizations: content.organizations.length,
	pages: content.pages.length,
};

if (asJson) console.log(JSON.stringify({ files, counts, problems, todo }, null, '\t'));
else if (problems.length > 0) console.error(formatReport(problems, files));
else {
	const found = Object.entries(counts).map(([what, number]) => `${number} ${what}`);
	const timeline = makeTimeline(content, { drafts: false });
	const quality = measureQuality(timeline);
	console.log(`${found.join(', ')} in ${files} files`);
	if (process.argv.includes('--quality')) {
		const shares = qualityShares(quality, timeline);
		const { quality: words } = wordsFor(content.site.language);
		for (const key of QUALITY_SHARES)
			console.log(
				`${words.shares[key]}: ${shares[key].count} ${words.of(shares[key].count, shares[key].of)}`,
			);
		console.log(`${words.oldest}: ${quality.oldest.day}`);
	}
	console.log(`${quality.avoidedWords} avoided words outside quotations\n0 problems`);
	if (todo.length > 0) console.log(`\nBefore drafts can be published:\n${listProblems(todo)}`);
}
process.exitCode = problems.length > 0 ? 1 : 0;
