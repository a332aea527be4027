/** An address as a QR code; only importer of `uqr`. */
import { encode } from 'uqr';

export interface QrCode {
	/** Modules along a side, with the quiet zone of four that the standard asks for (ISO/IEC 18004). */
	size: number;
	/** The dark modules as an SVG path of lines one unit wide. */
	path: string;
}

export function makeQrCode(text: string): QrCode {
	const { size, data } = encode(text, { ecc: 'M', border: 4 });
	const rows = data.map((row, y) => {
		const lines = row
			.map(Number)
			.join('')
			.replace(/0*$/, '')
			.replace(/1+|0+/g, (run) => (run.startsWith('1') ? `h${run.length}` : `m${run.length} 0`));
		return lines && `M0 ${y}.5${lines}`;
	});
	return { size, path: rows.join('') };
}
