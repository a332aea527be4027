/**
 * Installs what the lockfile says, when it has changed since the last time.
 * Runs on the machine's own Node, 20 or later; everything after it runs on the pinned one in node_modules/.bin.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = `${root}node_modules/.lock-sha256`;
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (process.platform === 'darwin' && (major < 22 || (major === 22 && minor < 12))) {
	console.error(
		`On macOS this project needs Node 22.12 or later, and this is ${process.versions.node}: install it from nodejs.org or with Homebrew, then try again.`,
	);
	process.exit(1);
}

const lock = createHash('sha256')
	.update(readFileSync(`${root}package-lock.json`))
	.digest('hex');
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
	console.log('Installing packages, which takes about a minute the first time …');
	const npm = process.env['npm_execpath'];
	// npm's own script where npm runs this: no shell, so the same on Windows.
	const { status, error } = npm
		? spawnSync(process.execPath, [npm, 'ci', '--no-audit', '--no-fund'], { cwd: root, stdio: 'inherit' })
		: spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: root, stdio: 'inherit', shell: true });
	if (error || status !== 0) {
		console.error('The packages could not be installed; the reason stands above.');
		process.exit(status || 1);
	}
	writeFileSync(stamp, lock);
}
