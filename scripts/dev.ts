/** `npm run dev`: the site while it is being written, in the foreground. */
import { dev } from 'astro';
import { allowUnsourcedIfAsked, projectFolder } from './paths.ts';

allowUnsourcedIfAsked();
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
const wished = process.env['PORT'];
await dev({ root: projectFolder, server: { host: '127.0.0.1', ...(wished && { port: Number(wished) }) } });
