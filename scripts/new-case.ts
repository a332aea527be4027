/** `npm run new-case -- FOLDER "Title"`: an empty case, ready to be filled, that passes the gate from the start. */
import { relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { caseTemplate } from '../src/core/case-template.ts';
import { toYamlText } from '../src/loader/write-yaml.ts';
import { shellWord, todayIn } from './paths.ts';
import { TargetError, writeInto } from './write-into.ts';

const { positionals } = parseArgs({ allowPositionals: true });
const [folder, title = 'A new timeline', ...others] = positionals;
if (folder === undefined || others.length > 0) {
	console.error('Write npm run new-case -- FOLDER "Title of the case".');
	process.exit(1);
}
const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
try {
	const files = caseTemplate({ title, today: todayIn(timeZone), timeZone }, toYamlText);
	await writeInto(resolve(folder), files, false);
	const shown = relative(process.cwd(), resolve(folder)) || '.';
	console.log([...files.keys()].map((file) => `${shown}/${file}`).join('\n'));
	console.log(`\nNext: CONTENT_DIR=${shellWord(shown)} npm run dev, and docs/another-case.md.`);
} catch (error) {
	if (!(error instanceof TargetError)) throw error;
	console.error(`${error.message}.`);
	process.exitCode = 1;
}
