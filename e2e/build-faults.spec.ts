/** What machines do to a build: after each fault the last good site is whole, or the new one is, and the message helps. */
import type { ChildProcess } from 'node:child_process';
import {
	chmodSync,
	cpSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test, type TestInfo } from '@playwright/test';
import { recover } from '../scripts/swap.ts';
import { fingerprint, startScript, type Ended } from './faulty-build.ts';
import { SECOND_CASE } from './places.ts';
import { IS_SOAK, SEED, SOAK_TIMEOUT, tellCount } from './soak.ts';
import { copyOfCase, setField } from './spoiled-case.ts';

test.describe.configure({ mode: 'serial', timeout: SOAK_TIMEOUT });

const KILLS = IS_SOAK ? 20 : 1;
const DISKS = IS_SOAK ? 5 : 1;
const GOLDEN = (1 + Math.sqrt(5)) / 2;
/** Points from 0 to 1 that lie apart, as many as asked for, others for each seed (the golden ratio's multiples). */
const spread = (count: number) => Array.from({ length: count }, (_, index) => ((SEED + index) * GOLDEN) % 1);

let { folder, content, out, event } = { folder: '', content: '', out: '', event: '' };
/** What readers have, and what the build under fault would give them. */
const good = { old: '', new: '' };
const prints = { old: '', new: '' };
let buildMs = 0;
let survived = 0;

/** Starts a script of the project as an editor would. */
const start = (script: string, env: Record<string, string> = {}) =>
	startScript(script, { CONTENT_DIR: content, OUT_DIR: out, ...env });

/** Puts the last good site back as readers have it. */
function putBack(): void {
	for (const name of readdirSync(folder))
		if (!/^(?:content|kept)$/.test(name)) rmSync(join(folder, name), { recursive: true });
	cpSync(good.old, out, { recursive: true });
}

/** Sees that readers have one edition, whole, once what starts next has mended what was left. */
async function expectWhole(editions: readonly (keyof typeof prints)[]): Promise<void> {
	await recover(out);
	expect(readdirSync(folder).sort()).toEqual(['content', 'dist', 'kept']);
	expect(editions.map((name) => prints[name])).toContain(fingerprint(out));
	survived++;
}

test.beforeAll(async () => {
	({ folder, content, out, event } = copyOfCase());
	Object.assign(good, { old: join(folder, 'kept', 'old'), new: join(folder, 'kept', 'new') });
	cpSync(SECOND_CASE, good.old, { recursive: true });
	setField(event, 'title', 'Another title');
	// Nothing is written where the case stands, so it may stand where nothing can be.
	for (const name of readdirSync(content, { recursive: true, encoding: 'utf8' }))
		if (statSync(join(content, name)).isFile()) chmodSync(join(content, name), 0o444);
	const before = fingerprint(content, { times: true });
	const started = performance.now();
	const { status, printed } = await start('build').ended;
	buildMs = performance.now() - started;
	expect(printed).toContain('Built');
	expect(status).toBe(0);
	expect(fingerprint(content, { times: true })).toBe(before);
	chmodSync(event, 0o644);
	renameSync(out, good.new);
	prints.old = fingerprint(good.old);
	prints.new = fingerprint(good.new);
	expect(prints.new).not.toBe(prints.old);
	survived++;
});

test.afterAll(() => rmSync(folder, { recursive: true }));

const tell = (info: TestInfo, what: string, before: number) =>
	tellCount(info, `${survived - before} faults in building survived: ${what}`);

test(`killed while building, ${KILLS} times`, async ({}, info) => {
	const before = survived;
	for (const point of spread(KILLS)) {
		putBack();
		const { running, ended } = start('build');
		await Promise.race([setTimeout(point * buildMs), ended]);
		running.kill('SIGKILL');
		await ended;
		await expectWhole(['old', 'new']);
	}
	tell(info, 'kills at random points', before);
});

test('killed between the two renames: the next build, preview or start puts the last good site back', async ({}, info) => {
	const before = survived;
	putBack();
	const { status } = await start('build', { fault: 'killed between renames' }).ended;
	expect(status).toBeNull();
	expect(readdirSync(folder)).toContain('dist.previous');
	expect(readdirSync(folder)).not.toContain('dist');

	const mend = setField(event, 'date', '1969-02-30');
	for (const script of IS_SOAK ? ['build', 'start'] : ['start']) {
		const failed = await start(script).ended;
		expect(failed.status).toBe(1);
		expect(failed.printed).toMatch(/"1969-02-30" is not a day[^]*is as it was/);
		expect(fingerprint(out)).toBe(prints.old);
		renameSync(out, `${out}.previous`);
		survived++;
	}
	mend();

	const preview = start('serve', { PORT: '0' });
	await expect.poll(preview.printed).toMatch(/http:\S+/);
	const [address = ''] = /http:\S+/.exec(preview.printed()) ?? [];
	expect((await fetch(address)).status).toBe(200);
	await end(preview.running, preview.ended);
	await expectWhole(['old']);
	tell(info, 'a kill between the two renames', before);
});

async function end(running: ChildProcess, ended: Promise<Ended>): Promise<void> {
	running.kill();
	await ended;
}

test('two builds at once, while an editor saves: readers have one edition, whole', async ({}, info) => {
	const before = survived;
	putBack();
	const whole = readFileSync(event, 'utf8');
	const half = whole.slice(0, whole.length / 2);
	const both = [start('build'), start('build')];
	let isOver = false;
	const all = Promise.all(both.map(({ ended }) => ended)).finally(() => (isOver = true));
	for (let turn = 0; !isOver; turn++) {
		writeFileSync(event, turn % 2 ? half : whole);
		await Promise.race([setTimeout(turn % 2 ? 1 : 40), all]);
	}
	writeFileSync(event, whole);
	for (const { status, printed } of await all)
		if (status !== 0) expect(printed).toMatch(/^content\/events\/.*[^]*is as it was/m);
	await expectWhole(['old', 'new']);
	tell(info, 'two builds at once while a file changes', before);
});

/** Where a disk may be met full: while pages are written, while folders and files are made, while copies are. */
const REFUSED = [
	...spread(DISKS).map((point) => ({ FAULT_CALLS: 'writeFile', share: point })),
	...(IS_SOAK ? [0, ...spread(DISKS)] : [0]).map((point) => ({
		FAULT_CALLS: 'mkdir,open,copyFile,cp',
		share: point,
	})),
	{ FAULT_CALLS: 'writeFile', FAULT_BELOW: 'downloads', EDITIONS: '1', PDF: '0', share: 0 },
];

/** How often a build that succeeds makes the calls that are to be refused. */
async function countCalls(env: Record<string, string>): Promise<number> {
	putBack();
	const { printed } = await start('build', { fault: 'disk full', ...env }).ended;
	const calls = Number(/^(\d+) calls met$/m.exec(printed)?.[1]);
	expect(calls).toBeGreaterThan(0);
	return calls;
}

test('the disk full: the last good site stays, nothing is left over, and the message says what to do', async ({}, info) => {
	const before = survived;
	const made = new Map<string, number>();
	for (const { share, ...env } of REFUSED) {
		// The first of all is refused whatever their number.
		if (share > 0 && !made.has(env.FAULT_CALLS)) made.set(env.FAULT_CALLS, await countCalls(env));
		const after = Math.floor(share * (made.get(env.FAULT_CALLS) ?? 0));
		putBack();
		const { status, printed } = await start('build', {
			fault: 'disk full',
			FAULT_AFTER: String(after),
			...env,
		}).ended;
		expect(status, JSON.stringify(env)).toBe(1);
		expect(printed).toMatch(/The disk is full\. Make room .*[^]*is as it was/);
		await expectWhole(['old']);
	}
	tell(info, 'writes, folders and copies refused for want of space', before);
});
