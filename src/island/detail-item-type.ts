/**
 * What vis-timeline does with an item for each frame of a drag or a zoom, done with less: a type of item of our own,
 * beside its `range`. It has no public way to add one; its table of types is where it looks them up.
 */

/** Items of this type are drawn by the class below. */
export const EVENT_TYPE = 'event';

/** What their data has besides; in pixels, but for the limit. */
export interface EventData {
	height: number;
	/** What is drawn of it begins so much before its start. */
	pad: number;
	/** What it takes across, and what it takes without its title. */
	width: number;
	least: number;
	/** Where the next of its row stands, in milliseconds. */
	limit: number;
}

interface Range {
	start: number;
	end: number;
}

/** The part of vis-timeline's RangeItem that is used and replaced. */
interface RangeItem {
	data: EventData & { start: Date; end: Date; className?: string };
	options: { rtl?: boolean };
	parent: { width: number };
	conversion: { toScreen(time: Date | number): number };
	dom: { box: HTMLElement; content: HTMLElement };
	isVisible(range: Range): boolean;
	repositionX(): void;
}

interface Inside {
	itemSet: { constructor: { types: Record<string, new (...values: never[]) => RangeItem> } };
}

/** As far beyond the window, as a share of it, as vis-timeline looks for items that it draws. */
const LOOKED_AT = 0.25;

/** @param timeline before it is given items of this type */
export function addEventType(timeline: object): void {
	const { types } = (timeline as Inside).itemSet.constructor;
	const Base = types['range'];
	if (!Base) throw new Error('vis-timeline has no ranges');
	types[EVENT_TYPE] ??= class extends Base {
		#written = '';

		/** Its own answer leaves out what it draws beyond the window, which it takes out and puts back each frame. */
		override isVisible({ start, end }: Range): boolean {
			const margin = (end - start) * LOOKED_AT;
			return this.data.start.valueOf() < end + margin && this.data.end.valueOf() > start - margin;
		}

		/** It would ask the browser, which would lay out the page for the answer. */
		_getDomComponentsSizes() {
			return { content: { width: 0 }, box: { height: this.data.height } };
		}

		/**
		 * Moves the box, and what is in it to the edge of the window that it reaches across, as far as the next of its
		 * row lets it: without its title where there is no room for that; a width only where it is seen.
		 */
		override repositionX(): void {
			const { pad, width, least, className } = this.data;
			const edge = this.parent.width;
			const start = this.conversion.toScreen(this.data.start);
			const end = this.conversion.toScreen(this.data.end);
			const limit = this.conversion.toScreen(this.data.limit);
			const box = Math.max(start, -edge);
			const isNarrow = start < 0 && limit < width + pad;
			const room = Math.max(limit - start - (isNarrow ? least : width), 0);
			// What has ended before the window, or has no place in it, is out of sight as a whole.
			const isGone = end <= 0 || (start < 0 && limit < least);
			const inside = isGone ? -2 * edge : start - box + Math.min(Math.max(pad - start, 0), room);
			const extent = className?.includes('long') ? Math.max(Math.min(end, 2 * edge) - box, 1) : 1;
			const written = [box, inside, extent, Number(isNarrow)].map((pixels) => pixels.toFixed(2)).join();
			if (written === this.#written) return;
			this.#written = written;
			const sign = this.options.rtl ? -1 : 1;
			this.dom.box.style.transform = `translateX(${(sign * box).toFixed(2)}px)`;
			this.dom.box.style.width = `${extent.toFixed(2)}px`;
			this.dom.content.style.transform = `translateX(${(sign * inside).toFixed(2)}px)`;
			this.dom.content.classList.toggle('narrow', isNarrow);
		}
	};
}
