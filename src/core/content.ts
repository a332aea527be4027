/** All records of a case, and the files that hold them. */
import type { Claim } from './claim.ts';
import type { TimelineEvent } from './event.ts';
import type { MediaFile } from './media.ts';
import type { Page } from './page.ts';
import type { Organization, Person } from './people.ts';
import type { Published } from './published.ts';
import type { Site } from './site.ts';
import type { Source } from './source.ts';
import type { Translation } from './translation.ts';

/** All records of a case, each valid by itself. */
export interface Content {
	site: Site;
	events: TimelineEvent[];
	claims: Claim[];
	sources: Source[];
	people: Person[];
	organizations: Organization[];
	pages: Page[];
	/** Files that lie beside the texts. */
	media: MediaFile[];
	published: Published;
	/** One for each language beside the case's own. */
	translations: Translation[];
}

/** What each file of a content folder is called. */
export const FILES = {
	site: 'site.yaml',
	sources: 'sources.yaml',
	people: 'people.yaml',
	organizations: 'organizations.yaml',
	published: 'published.json',
} as const;

export function eventFile(event: { id: string }): string {
	return `events/${event.id}.md`;
}

export function claimFile(claim: { id: string }): string {
	return `claims/${claim.id}.md`;
}

export function pageFile(page: { id: string }): string {
	return `pages/${page.id}.md`;
}

export function mediaFile({ id }: { id: string }): string {
	return `media/${id}`;
}
