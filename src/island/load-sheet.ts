/** Adds a style sheet to the page; without an address it is part of it. @throws where it does not load */
export async function loadSheet(address: string): Promise<void> {
	if (address === '' || [...document.styleSheets].some(({ href }) => href === address)) return;
	const link = document.createElement('link');
	link.rel = 'stylesheet';
	link.href = address;
	await new Promise<void>((resolve, reject) => {
		link.onload = () => resolve();
		link.onerror = () => {
			link.remove();
			reject(new Error(`${address} did not load`));
		};
		document.head.append(link);
	});
}
