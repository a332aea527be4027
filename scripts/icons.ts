/** Draws the app's icons from their SVG sources; run by hand where those change, and commit what it writes. */
import { join } from 'node:path';
import sharp from 'sharp';
import { projectFolder } from './paths.ts';

const ICONS = [
	{ source: 'favicon.svg', name: 'icon-192', size: 192 },
	{ source: 'favicon.svg', name: 'icon-512', size: 512 },
	{ source: 'icons/maskable.svg', name: 'maskable-512', size: 512 },
];
const SVG_SIZE = 32;
const SVG_DPI = 72;

for (const { source, name, size } of ICONS)
	await sharp(join(projectFolder, 'public', source), { density: (SVG_DPI * size) / SVG_SIZE })
		.resize(size, size)
		.png({ palette: true, compressionLevel: 9 })
		.toFile(join(projectFolder, 'public/icons', `${name}.png`));
