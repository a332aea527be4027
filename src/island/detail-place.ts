/** Where an item of the close-up goes: as vis-timeline takes it. */
import type { DataItem } from 'vis-timeline/esnext';
import { ROWS } from '../core/close-up.ts';
import { lastDayOf, leastWidth, MARK, type Placed } from '../core/density-items.ts';
import { EVENT_TYPE, type EventData } from './detail-item-type.ts';
import { HALF } from './detail-labels.ts';
import type { Lanes } from './detail-lanes.ts';
import { MS } from './detail-timeline.ts';

/** @param isSoft whether its ends are not known to the day */
export function placeItem(item: Placed, lanes: Lanes, isSoft: boolean): EventData & DataItem {
	const { lane, row, at, limit, width } = item;
	const isLong = item.kind === 'single' && item.event.end > item.event.start;
	return {
		type: EVENT_TYPE,
		content: '',
		group: lanes.groupOf(lane, row),
		height: typeof row === 'string' ? ROWS[row] : ROWS.labelled,
		start: at * MS,
		end: (lastDayOf(item) + 1) * MS,
		pad: row === 'clusters' ? MARK / 2 : HALF,
		width,
		least: leastWidth(item),
		limit: limit * MS,
		className: `hue-${lanes.lookOf(lane).colour}${isSoft ? ' soft' : ''}${isLong ? ' long' : ''}`,
	};
}
