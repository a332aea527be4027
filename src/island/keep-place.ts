/** To another language without losing one's place: a link there takes along what is chosen and where the reader is. */
addEventListener('click', ({ target }) => {
	const link = target instanceof Element && target.closest<HTMLAnchorElement>('.masthead a[hreflang]');
	if (link) [link.search, link.hash] = [location.search, location.hash];
});

export {};
