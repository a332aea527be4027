/** The built site, readable without a network: see `worker/sw.ts` for what a browser then does. */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { isRetired } from './retired.ts';
import { writeOffline } from './write.ts';

export default function offline(): AstroIntegration {
	return {
		name: 'offline',
		hooks: {
			'astro:build:done': async ({ dir, logger }) => {
				const packed = await writeOffline(fileURLToPath(dir), { retire: isRetired() });
				logger.info(
					packed
						? `${packed.pages} pages, ${packed.bytes} bytes, ${packed.edition.eager ? 'stored on the first visit' : 'stored as they are read'}`
						: 'retired: the worker removes itself',
				);
			},
		},
	};
}
