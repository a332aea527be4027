/**
 * Work that never runs beside itself. Asked for while it runs, it runs once more after, however often it was asked.
 * @param failed told what the work throws, so that the next asking finds it ready
 */
export function oneAtATime(work: () => Promise<void>, failed: (error: unknown) => void): () => void {
	let running = false;
	let asked = false;
	const run = async () => {
		if (running) return;
		running = true;
		while (asked) {
			asked = false;
			await work().catch(failed);
		}
		running = false;
	};
	return () => {
		asked = true;
		void run();
	};
}
