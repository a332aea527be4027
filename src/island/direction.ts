import type { Direction } from '../core/direction.ts';

/** The page's, as its language is written. */
export const DIRECTION: Direction = document.dir === 'rtl' ? 'rtl' : 'ltr';
/** What the right arrow does to time: 1 goes to later events, -1 to earlier ones. */
export const RIGHTWARDS = DIRECTION === 'rtl' ? -1 : 1;
