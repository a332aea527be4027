/** The form's own script: reads and writes events as this project does, and asks the gate before anything is saved. */
import { entryToFile, fileToEntry, judgeEntry, nameEntry, type Entry } from './entry.ts';
import { FORMAT, type Settings } from './settings.ts';

/** The part of Decap CMS that is used. @see https://decapcms.org/docs/registering-custom-formats/ */
interface Cms {
	init(options: { config: object }): void;
	registerCustomFormat(
		name: string,
		extension: string,
		format: { fromFile: (text: string) => Entry; toFile: (entry: Entry) => string },
	): void;
	registerEventListener(listener: {
		name: 'preSave' | 'postSave';
		handler: (event: { entry: SavedEntry }) => unknown;
	}): void;
}

/** Of Immutable.js. */
interface SavedEntry {
	get(name: 'data'): { toJS(): Entry; set(name: string, value: unknown): unknown };
	get(name: 'newRecord'): boolean | undefined;
}

declare global {
	interface Window {
		CMS: Cms;
	}
}

const settings = JSON.parse(document.getElementById('form-settings')?.textContent ?? '{}') as Settings;
const taken = new Set(settings.taken);
const { CMS } = window;

CMS.registerCustomFormat(FORMAT, 'md', { fromFile: fileToEntry, toFile: entryToFile });
CMS.registerEventListener({
	name: 'preSave',
	handler({ entry }) {
		const data = entry.get('data');
		const fields = data.toJS();
		const says = judgeEntry(fields, settings);
		if (says.length > 0) throw new Error(says.join('\n'));
		if (!entry.get('newRecord')) return undefined;
		return data.set('_id', nameEntry(fields, taken));
	},
});
// Only then is the name taken: where a save is refused, the next one asks for the same.
CMS.registerEventListener({
	name: 'postSave',
	handler({ entry }) {
		const { _id: id } = entry.get('data').toJS();
		if (id !== undefined) taken.add(id);
	},
});
CMS.init({ config: settings.config });
