/** To another language without losing one's place: a link there takes along what is chosen and where the reader is. */
for (const link of document.querySelectorAll<HTMLAnchorElement>('.masthead [hreflang]'))
	link.addEventListener('click', () => {
		link.search = location.search;
		link.hash = location.hash;
	});

export {};
