/** Runs a classic script, which a disk allows where it refuses to fetch. @throws where it does not load */
export async function loadScript(address: string): Promise<void> {
	const script = document.createElement('script');
	script.src = address;
	await new Promise<void>((resolve, reject) => {
		script.onload = () => resolve();
		script.onerror = () => reject(new Error(`${address} did not load`));
		document.head.append(script);
	}).finally(() => script.remove());
}
