/** Results that several pages want of the same records. */

/**
 * Makes something of two objects at most once.
 * @returns the same function, which keeps each result as long as both objects live
 */
export function oncePerPair<A extends object, B extends object, R>(
	make: (a: A, b: B) => R,
): (a: A, b: B) => R {
	const made = new WeakMap<A, WeakMap<B, { result: R }>>();
	return (a, b) => {
		const ofA = made.get(a) ?? new WeakMap<B, { result: R }>();
		made.set(a, ofA);
		const known = ofA.get(b) ?? { result: make(a, b) };
		ofA.set(b, known);
		return known.result;
	};
}
