/** Loaded into a build: writes down, as it ends, how much memory it held at most (kilobytes). */
import { writeFileSync } from 'node:fs';

process.on('exit', () => writeFileSync(process.env['BENCH_PEAK'], String(process.resourceUsage().maxRSS)));
