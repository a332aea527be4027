export default {
	layout: 'event.njk',
	permalink: ({ page }) => `events/${page.fileSlug}.html`,
};
