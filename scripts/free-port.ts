/** A port that nothing listens on. */
import { once } from 'node:events';
import { createServer } from 'node:net';

export async function freePort(): Promise<number> {
	const probe = createServer().listen(0, '127.0.0.1');
	await once(probe, 'listening');
	const bound = probe.address();
	probe.close();
	await once(probe, 'close');
	if (typeof bound !== 'object' || !bound) throw new Error('no port');
	return bound.port;
}
