/**
 * The part of a kept file that was asked for (RFC 9110, 14.2). Players of sound ask for parts; Safari's plays nothing
 * that it cannot have so, and others could not leap ahead.
 * @param range the request's header; what it cannot mean here is passed over, as the standard allows
 */
export async function cutRange(response: Response, range: string | null): Promise<Response> {
	const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(range ?? '') ?? [];
	if (from === undefined || to === undefined || (from === '' && to === '')) return response;
	if (from !== '' && to !== '' && Number(to) < Number(from)) return response;
	const whole = await response.blob();
	const { size } = whole;
	const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
	const end = from === '' || to === '' ? size : Math.min(size, Number(to) + 1);
	const headers = new Headers(response.headers);
	if (start >= end) {
		headers.set('content-range', `bytes */${size}`);
		return new Response(null, { status: 416, headers });
	}
	headers.set('content-range', `bytes ${start}-${end - 1}/${size}`);
	headers.set('content-length', String(end - start));
	return new Response(whole.slice(start, end), { status: 206, headers });
}
