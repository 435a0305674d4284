import { RULES } from '@rt/rules';
import { rowHolders } from '../holders/row-holders';
import { foundIn } from '../found-in';
import type { FileModel } from '../read-model';
import { FACTS, factsText } from './finding-facts';
import { findingRow } from './finding-row';
import { sharedLines } from './shared-lines';
import { findingFactsTable, findingsTable } from './findings.table';

/** Changes when a rule is added or gets a new version; the findings of all files are then rebuilt. */
export const rulesVersion = RULES.map(({ id, versions }) => `${id}@${versions.at(-1)?.version ?? 0}`).join(
  ' ',
);

/** The findings of the rules in every file. */
export const findings: FileModel = {
  name: 'findings',
  version: `14 ${rulesVersion}`,
  readsRuleset: true,
  tables: [findingsTable, findingFactsTable],
  rowsOf: (reading, inForce, emit, texts) => {
    const { fileId } = reading;
    const holders = rowHolders(reading.file);
    const found = foundIn(reading, inForce);
    const shared = sharedLines(found);
    for (const finding of found) {
      const row = findingRow(fileId, reading.file, finding, shared.get(finding.id));
      for (const holder of holders) emit(findingsTable, { ...row, ...holder });
    }
    const facts = factsText(found);
    if (facts !== undefined && texts !== undefined)
      emit(findingFactsTable, { fileId, facts: texts.seal(FACTS, facts) });
  },
};
