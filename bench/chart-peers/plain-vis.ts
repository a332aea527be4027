/** The page most people would make: all events given to vis-timeline, its own defaults, lanes as groups. */
import { DataSet } from 'vis-data/esnext';
import { Timeline } from 'vis-timeline/esnext';
import { readPage, type PeerEvent } from './page.ts';

const { events, lanes, window } = readPage();
const itemOf = ({ id, title, lane, start, end }: PeerEvent) => ({
	id,
	content: title,
	group: lane,
	start,
	...(end > start && { end, type: 'range' as const }),
});
new Timeline(
	document.querySelector<HTMLElement>('#chart') ?? document.body,
	new DataSet(events.map(itemOf)),
	new DataSet(lanes.map((id) => ({ id, content: id }))),
	{ type: 'point', ...(window && { start: window[0], end: window[1] }) },
);
