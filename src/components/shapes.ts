import type { Pattern } from '../core/site.ts';

/** Outlines round 0,0, all of about the same weight to the eye, within 6.5 units. */
export const SHAPES: Record<Pattern, string> = {
	circle: 'M5.4 0A5.4 5.4 0 1 1-5.4 0 5.4 5.4 0 1 1 5.4 0Z',
	square: 'M-4.8-4.8H4.8V4.8H-4.8Z',
	diamond: 'M0-6.4 6.4 0 0 6.4-6.4 0Z',
	triangle: 'M0-6 6.2 4.9H-6.2Z',
	hexagon: 'M-3-5.2H3L6 0 3 5.2H-3L-6 0Z',
	star: 'M0-6.6 1.7-2.3 6.3-2 2.7.9 3.9 5.3 0 2.8-3.9 5.3-2.7.9-6.3-2-1.7-2.3Z',
	cross: 'M-1.9-5.6H1.9V-1.9H5.6V1.9H1.9V5.6H-1.9V1.9H-5.6V-1.9H-1.9Z',
	ring: 'M0-5.8A5.8 5.8 0 1 1 0 5.8 5.8 5.8 0 1 1 0-5.8ZM0-2.4A2.4 2.4 0 1 0 0 2.4 2.4 2.4 0 1 0 0-2.4Z',
};
