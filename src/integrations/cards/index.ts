/** A picture of each event and page, for links to them in messages and on other sites. `CARDS=0` leaves them out. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { makeTimeline } from '../../core/timeline.ts';
import { wordsFor } from '../../i18n/index.ts';
import { contentFolder } from '../../loader/astro.ts';
import { contentOfBuild } from '../../loader/gate-handover.ts';
import { makeCards } from './make-cards.ts';
import { areCardsWanted } from './wanted.ts';

/** @param cache folder in which a case's cards are kept between builds */
export default function cards(cache: string): AstroIntegration {
	return {
		name: 'cards',
		hooks: {
			'astro:build:done': async ({ dir, logger }) => {
				if (!areCardsWanted()) return;
				const timeline = makeTimeline(await contentOfBuild(contentFolder()), { drafts: false });
				const { made, kept, untitled } = await makeCards(timeline, wordsFor(timeline.site.language), {
					folder: join(fileURLToPath(dir), 'cards'),
					cache,
				});
				console.log(`Cards: ${made} made, ${kept} as before.`);
				if (untitled.length > 0)
					logger.warn(
						`${untitled.length} cards have no title, because the typeface lacks letters of theirs: ${untitled.join(', ')}.`,
					);
			},
		},
	};
}
