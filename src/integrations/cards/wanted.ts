/** `CARDS=0 npm run build` leaves pictures for links out, and what names them. In dev there are none. */
export const areCardsWanted = (): boolean => process.env['CARDS'] !== '0';
