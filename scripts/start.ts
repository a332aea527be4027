/** `npm start`: builds the site, serves it, prints the address. */
import { buildSite } from './build.ts';
import { serveBuilt } from './serve.ts';

if (await buildSite()) await serveBuilt();
else process.exit(1);
