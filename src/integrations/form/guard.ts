/** Who may ask the form's backend: pages of this very server, on this machine. */
import type { IncomingMessage } from 'node:http';

const LOOPBACK = /^(?:127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;
const OWN_NAMES = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i;

type Asking = Pick<IncomingMessage, 'method' | 'headers'> & {
	socket: { remoteAddress?: string | undefined };
};

/**
 * Why a request is refused; undefined where it is not. An editor's browser opens other pages too, and they can send
 * requests here: none of them has the origin of this server, and a name that was made to lead here is not its own.
 */
export function refuseStrangers({ method, headers, socket }: Asking): string | undefined {
	if (!LOOPBACK.test(socket.remoteAddress ?? '')) return 'The form is for this machine alone.';
	const host = headers.host ?? '';
	if (!OWN_NAMES.test(host)) return 'The form is asked under a name that is not its own.';
	const site = headers['sec-fetch-site'];
	const isOwnPage = site === undefined || site === 'same-origin' || (method === 'GET' && site === 'none');
	if (method === 'GET') return isOwnPage ? undefined : 'Another page asks for the form.';
	if (method !== 'POST') return 'The form asks by POST.';
	if (headers.origin !== `http://${host}` || !isOwnPage) return 'Another page asks for the form.';
	if (!/^application\/json\b/.test(headers['content-type'] ?? '')) return 'The form asks in JSON.';
	return undefined;
}
