/**
 * @param folder of its content, as it is given to the build
 * @returns a file name for a case: each has its own caches, so that two builds never mix
 */
export function caseName(folder = process.env['CONTENT_DIR'] ?? 'content'): string {
	return folder.replace(/[^\w-]+/g, '_');
}
