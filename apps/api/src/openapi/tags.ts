/** The tags of the routes, in the order in which a reader needs them. Every route has one; a test compares. */
export const TAGS = {
  session: 'Inloggning. Signing in and out, and who one is',
  files: 'Personakter. A personal file: opened, written in, read, replayed, and who has read it',
  drafts: 'Utkast. What one has written in a form and not recorded yet',
  'access-log': 'Åtkomstlogg. Who opened a file, and what a user of the unit has read, for the monthly check',
  search: 'Sökning. Finding a personal file by name, personal number or case number',
  findings: 'Brister och frister. What the rules find in the files one reaches',
  notices: 'Aviseringar. What one is told of once: new gaps, deadlines that are near, answers from providers',
  'events-stream': 'Det som händer nu. What happens while it happens, in ids alone',
  worklist: 'Min dag. What is to be done, by due day: a case worker’s own, or a unit’s',
  cases: 'Ärenden. How far each case has come, and what stands open in it',
  units: 'Enheter. How a unit stands',
  reviews: 'Granskningar. The reviews of the inspectors: planned, drawn, measured, closed',
  jobs: 'Jobb. Long questions that one can leave: how far they have come, and their answers',
  rules: 'Regler. What the rules say, and where it is written',
  schemas: 'Scheman. What can be handed in, and this description',
  health: 'Drift. What a machine that watches the server asks',
} as const;
