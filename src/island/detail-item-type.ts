/**
 * What vis-timeline does with an item for each frame of a drag or a zoom, done with less: a type of item of our own,
 * beside its `range`. It has no public way to add one; its table of types is where it looks them up.
 */

/** Items of this type are drawn by the class below. Their data has a `height` besides, in pixels. */
export const EVENT_TYPE = 'event';

interface Range {
	start: number;
	end: number;
}

/** The part of vis-timeline's RangeItem that is used and replaced. */
interface RangeItem {
	data: { start: Date; end: Date; className?: string; height: number };
	options: { rtl?: boolean };
	parent: { width: number };
	conversion: { toScreen(time: Date): number };
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

		/** Moves the box, and what is in it to the edge of the window that it reaches across; a width only where it is seen. */
		override repositionX(): void {
			const most = 2 * this.parent.width;
			const start = Math.max(this.conversion.toScreen(this.data.start), -this.parent.width);
			const end = Math.min(this.conversion.toScreen(this.data.end), most);
			// What has ended before the window takes its title along.
			const inside = end > 0 ? Math.max(-start, 0) : -most;
			const width = this.data.className?.includes('long') ? Math.max(end - start, 1) : 1;
			const written = [start, inside, width].map((pixels) => pixels.toFixed(2)).join();
			if (written === this.#written) return;
			this.#written = written;
			const sign = this.options.rtl ? -1 : 1;
			this.dom.box.style.transform = `translateX(${(sign * start).toFixed(2)}px)`;
			this.dom.box.style.width = `${width.toFixed(2)}px`;
			this.dom.content.style.transform = `translateX(${(sign * inside).toFixed(2)}px)`;
		}
	};
}
