/** What the routes are about, in the order a reader meets them. Every route bears one of these; a test compares. */
export const TAGS = {
  session: 'Inloggning. Signing in and out, and who one is',
  files: 'Personakter. A personal file: opened, written in, read, replayed, and who has read it',
  findings: 'Brister och frister. What the rules find in the files one reaches',
  'events-stream': 'Det som händer nu. What happens while it happens, in ids alone',
  units: 'Enheter. How a unit stands',
  reviews: 'Granskningar. The reviews of the inspectors and their measures',
  rules: 'Regler. What the rules say, and where it is written',
  schemas: 'Scheman. What can be handed in, and this description',
  health: 'Drift. What a machine that watches the server asks',
} as const;

export type TagName = keyof typeof TAGS;
