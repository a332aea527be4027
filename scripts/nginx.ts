/** nginx, with which the tests try the recipe of `docs/publishing.md`. */
import { findCommand, installDebian } from './system.ts';

export const NGINX_MISSING =
	'The recipe for nginx is not tried, because nginx is not here: install it (on Debian: apt-get install nginx-light).';

export const findNginx = (): string | undefined => findCommand(['nginx']);

/** Installs it where it can be, else says in one sentence what is missing; the rest of the tests do not need it. */
export function offerNginx(): void {
	if (!findNginx() && !(installDebian('nginx-light') && findNginx())) console.warn(NGINX_MISSING);
}
