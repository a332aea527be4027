/** Disks that a build meets: one that is full, and another than the project's own. Only the administrator can mount them. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statfsSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { projectFolder } from '../scripts/paths.ts';
import { fingerprint, startScript } from './faulty-build.ts';
import { SECOND_CASE, SECOND_CONTENT } from './places.ts';
import { IS_SOAK, SEED, SOAK_TIMEOUT, tellCount } from './soak.ts';

const CAN_MOUNT = IS_SOAK && process.platform === 'linux' && process.getuid?.() === 0;
test.describe.configure({ mode: 'serial', timeout: SOAK_TIMEOUT });

const KIB = 1024;
/** Far more than anything here needs. */
const ROOMY_KIB = 400 * KIB;
/** What the project has made by itself, and what is linked. */
const NOT_COPIED = new Set(['.git', '.cache', '.astro', 'dist', 'node_modules', 'test-results', 'docs']);

/** Mounts a disk of its own for a test. */
async function withDisk(work: (disk: string) => Promise<void>): Promise<void> {
	const disk = mkdtempSync(join(tmpdir(), 'disk-'));
	expect(spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${ROOMY_KIB}k`, 'tmpfs', disk]).status).toBe(0);
	try {
		await work(disk);
	} finally {
		spawnSync('umount', [disk]);
		rmSync(disk, { recursive: true });
	}
}

function usedKib(disk: string): number {
	const { blocks, bfree, bsize } = statfsSync(disk);
	return ((blocks - bfree) * bsize) / KIB;
}

function resize(disk: string, kib: number): void {
	expect(spawnSync('mount', ['-o', `remount,size=${kib}k`, disk]).status).toBe(0);
}

if (CAN_MOUNT)
	test('a disk that runs full: the last good site stays to the byte, the message says what to do, and with room the next build is whole', async ({}, info) => {
		let met = 0;
		await withDisk(async (disk) => {
			for (const name of readdirSync(projectFolder))
				if (!NOT_COPIED.has(name)) cpSync(join(projectFolder, name), join(disk, name), { recursive: true });
			symlinkSync(resolve(projectFolder, 'node_modules'), join(disk, 'node_modules'));
			const build = () =>
				startScript('build', { EDITIONS: '1', PDF: '0', CONTENT_DIR: SECOND_CONTENT, OUT_DIR: 'dist' }, disk)
					.ended;
			const out = join(disk, 'dist');
			const expectGood = async () => {
				const { status, printed } = await build();
				expect(printed).toContain('Built dist/');
				expect(status).toBe(0);
				expect(readdirSync(disk).filter((name) => name.startsWith('dist'))).toEqual(['dist']);
			};
			const before = usedKib(disk);
			await expectGood();
			const print = fingerprint(out);
			// A build needs room for a whole site beside the last one: with less it fails, the later the more it has.
			const needed = usedKib(disk) - before;
			const offset = (SEED % 100) / 100;
			const shares = [0, ...[0, 1, 2, 3, 4, 5].map((step) => (step + offset) / 7)];
			for (const share of shares) {
				const times = fingerprint(out, { times: true });
				resize(disk, Math.ceil(usedKib(disk) + share * needed));
				const { status, printed } = await build();
				expect(printed, `${share} of the room`).toMatch(
					/The disk is full\. Make room for about three times the size of the site, then build again\.\n\nNothing was built; dist\/ is as it was\.\n$/,
				);
				expect(status).toBe(1);
				expect(fingerprint(out, { times: true })).toBe(times);
				expect(readdirSync(disk).filter((name) => name.startsWith('dist'))).toEqual(['dist']);
				resize(disk, ROOMY_KIB);
				await expectGood();
				// What was kept from build to build is sound, too.
				expect(fingerprint(out)).toBe(print);
				met++;
			}
		});
		tellCount(info, `${met} faults in building survived: a disk that ran full`);
	});

if (CAN_MOUNT)
	test('on another disk: the last good site there stays, and the message says where a build can be put', async ({}, info) => {
		await withDisk(async (disk) => {
			const site = join(disk, 'dist');
			mkdirSync(site);
			cpSync(SECOND_CASE, site, { recursive: true });
			const print = fingerprint(site);
			const { status, printed } = await startScript('build', {
				CONTENT_DIR: SECOND_CONTENT,
				OUT_DIR: site,
			}).ended;
			expect(printed).toMatch(/only on the disk that the project is on\. Set OUT_DIR [^]*is as it was/);
			expect(status).toBe(1);
			expect(readdirSync(disk)).toEqual(['dist']);
			expect(fingerprint(site)).toBe(print);
		});
		tellCount(info, '1 faults in building survived: a folder on another disk');
	});
