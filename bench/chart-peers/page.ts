/** What every peer's page holds: the same events as the case. */
export interface PeerEvent {
	id: string;
	title: string;
	lane: string;
	/** Milliseconds since 1970. */
	start: number;
	end: number;
}

export interface PeerPage {
	events: PeerEvent[];
	lanes: string[];
	/** What it opens with; all of it where there is none. */
	window?: [start: number, end: number];
}

/** The data in the page, with the window that its address names. */
export function readPage(): PeerPage {
	const page = JSON.parse(document.querySelector('#events')?.textContent ?? '{}') as PeerPage;
	const query = new URLSearchParams(location.search);
	const [from, to] = [query.get('from'), query.get('to')].map((day) => (day ? Date.parse(day) : NaN));
	if (from === undefined || to === undefined || Number.isNaN(from) || Number.isNaN(to)) return page;
	return { ...page, window: [from, to] };
}
