/** What was added, updated, corrected and taken back, by day. */
import type { Claim } from './claim.ts';
import type { TimelineEvent } from './event.ts';

/** What can happen to an entry, in the order in which one day's changes are told. */
export const CHANGES = ['withdrawn', 'corrected', 'updated', 'added'] as const;

export interface Change {
	kind: (typeof CHANGES)[number];
	day: string;
	/** What a correction or a withdrawal says. */
	text?: string;
	/** Of a withdrawn event nothing may be shown but its address. */
	of: { event: TimelineEvent } | { claim: Claim };
}

/**
 * Every change, newest day first.
 * @param events in the order of the timeline, withdrawn ones among them
 */
export function listChanges(events: readonly TimelineEvent[], claims: readonly Claim[]): Change[] {
	const all = [
		...events.flatMap(changesOfEvent),
		...claims.flatMap((claim) => workOn(claim).map((work) => ({ ...work, of: { claim } }))),
	];
	return all.sort(compareChanges);
}

/** Newest day first, and those of one day in the order in which they are told. */
export function compareChanges(a: Change, b: Change): number {
	return a.day < b.day ? 1 : a.day > b.day ? -1 : CHANGES.indexOf(a.kind) - CHANGES.indexOf(b.kind);
}

function changesOfEvent(event: TimelineEvent): Change[] {
	const of = { event };
	if (event.withdrawn)
		return [{ kind: 'withdrawn', day: event.withdrawn.date, text: event.withdrawn.reason, of }];
	const corrected = event.corrections.map(({ date: day, text }) => ({
		kind: 'corrected' as const,
		day,
		text,
		of,
	}));
	// A correction says more of a day than that the event was updated.
	const work = workOn(event).filter(
		({ kind, day }) => kind === 'added' || corrected.every((correction) => correction.day !== day),
	);
	return [...corrected, ...work.map((one) => ({ ...one, of }))];
}

function workOn({ added, updated }: { added: string; updated?: string | undefined }) {
	return [
		{ kind: 'added' as const, day: added },
		...(updated && updated > added ? [{ kind: 'updated' as const, day: updated }] : []),
	];
}
