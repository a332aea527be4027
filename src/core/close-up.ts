/** How tall the close-up is: the page's own drawing leaves it room, so that nothing moves when it takes its place. */

/** Rows of a lane, and what stands below all lanes; in pixels, as its style sheet has them. */
export const ROWS = { head: 24, labelled: 36, clusters: 24, axis: 48 } as const;

/** @param labelled rows of each lane for events with their titles @returns pixels */
export function heightOfCloseUp(lanes: number, labelled = 1): number {
	return ROWS.axis + lanes * (ROWS.head + ROWS.labelled * labelled + ROWS.clusters);
}
