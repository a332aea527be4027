/** @returns a file name for the case that is built: each has its own caches, so that two builds never mix */
export function caseName(): string {
	return (process.env['CONTENT_DIR'] ?? 'content').replace(/[^\w-]+/g, '_');
}
