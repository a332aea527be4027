/** Told on the element that holds the list of a large case, when the list of one of its years is complete. */
export const YEAR_CAME = 'year-came';
