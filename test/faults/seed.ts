/** The seed of all random choices in this run. Every failure names it; set RT_SEED to it to repeat the run. */
export const seed = process.env.RT_SEED ?? String(Date.now());
