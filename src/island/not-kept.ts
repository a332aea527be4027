/** Told on the window where the browser would not have the site's worker. */
export const NOT_KEPT = 'site-not-kept';
