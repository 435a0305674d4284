/** The number of flipped bits of this run: in `npm test` a few, in `npm run test:tamper` all. */
export const flips = Number(process.env.RT_TAMPER_FLIPS ?? 6);

export const isWholeRun = flips >= 1_000;
