/** `SITE_ADDRESS` wins over `site.yaml`; either way it ends in a slash. */
export function withAddress<T extends { address: string }>(site: T): T {
	const address = process.env['SITE_ADDRESS'] ?? site.address;
	return { ...site, address: address.endsWith('/') ? address : `${address}/` };
}
