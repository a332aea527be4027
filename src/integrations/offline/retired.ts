/** `OFFLINE=retire npm run build` takes offline reading back: pages no longer ask for it, and the worker removes itself. */
export const isRetired = (): boolean => process.env['OFFLINE'] === 'retire';
