import { recorded } from './examples';
import { decodeFile } from './decode';

describe('a file as it is stored', () => {
  it('holds nothing of a redacted entry, even while its key still opens it', () => {
    const note = recorded('NoteWritten', '2026-03-02');
    const redaction = recorded('EntryRedacted', '2026-03-05', { eventId: note.id });
    const after = recorded('NoteWritten', '2026-03-09');

    const read = decodeFile([note, redaction, after]);

    expect(read.map(({ redacted, data }) => [redacted, data === null])).toEqual([
      [true, true],
      [undefined, false],
      [undefined, false],
    ]);
    expect(decodeFile([note, after])).toEqual([note, after]);
  });
});
