/** What chance is made of in this run: named in every failure, and given again to repeat it. */
export const seed = process.env.RT_FAULT_SEED ?? String(Date.now());
