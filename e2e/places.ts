/** One build, read in several places. */
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

export const BUILT = resolve(process.env['OUT_DIR'] ?? 'dist');
const SCRATCH = resolve('.cache/e2e');
/** A folder as it might be on a stick: with a space and a letter outside ASCII. */
export const DISK = join(SCRATCH, 'usb stick ü');
/** What nginx serves, with compressed files beside the others. */
export const HOSTED = join(SCRATCH, 'hosted');
export const SECOND_CONTENT = resolve('e2e/fixtures/apollo');
export const SECOND_CASE = join(SCRATCH, 'apollo');
/** A third, from right to left, and partly in a language that runs the other way. */
export const RTL_CONTENT = resolve('e2e/fixtures/south-pole');
export const RTL_CASE = join(SCRATCH, 'south-pole');
export const SUB_PATH = '/a/deep/sub-path/';

/** Addresses end in a slash; the servers' are known once they run. */
export const places = {
	'domain root': () => process.env['E2E_ROOT'] ?? '',
	'sub-path': () => process.env['E2E_SUB_PATH'] ?? '',
	disk: () => `${pathToFileURL(DISK).href}/`,
} as const;

/** After one visit, to another page than those the tests open, with the server gone. */
export const OFFLINE = 'offline, under a sub-path';

export type Place = keyof typeof places;
export const PLACES = Object.keys(places) as Place[];
