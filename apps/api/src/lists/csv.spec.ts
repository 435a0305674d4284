import { csvOf } from './csv';

/** Reads CSV by RFC 4180, independently of the writer. */
const readCsv = (text: string): string[][] => {
  const rows: string[][] = [];
  let row: string[] = [];
  for (let at = 0; at < text.length;) {
    let field = '';
    if (text[at] === '"') {
      for (at++; text[at] !== '"' || text[at + 1] === '"'; at++) {
        if (text[at] === '"') at++;
        field += text[at] as string;
      }
      at++;
    } else for (; !/[,\r]/.test(text[at] ?? ','); at++) field += text[at] as string;
    row.push(field);
    if (text[at] === ',') at++;
    else {
      expect(text.slice(at, at + 2)).toBe('\r\n');
      at += 2;
      rows.push(row);
      row = [];
    }
  }
  return rows;
};

describe('a table as CSV', () => {
  it('begins with a byte order mark, so that Excel reads å, ä and ö, and ends each row with CRLF', () => {
    expect(
      csvOf(
        [
          ['Namn', 'Ärende'],
          ['Åsa', null],
        ],
        'sv',
      ),
    ).toBe('\uFEFFNamn,Ärende\r\nÅsa,\r\n');
  });

  it('is read back as it was, whatever the texts hold', () => {
    const rows = [
      ['Vad', 'Att göra'],
      ['a,b', 'sa "nej"'],
      ['två\nrader', 'två\r\nrader'],
      ['', '"'],
    ];
    expect(readCsv(csvOf(rows, 'sv').slice(1))).toEqual(rows);
  });

  it.each([
    '=HYPERLINK("http://x.example";"Öppna")',
    '+46',
    '-1+1',
    '@SUM(A1)',
    '\t=1',
    '  =1+1',
    '\n=1',
    '\u0000=1',
    '＝1',
    '\r=1',
  ])('a text that a spreadsheet would run is none: %j', (formula) => {
    expect(readCsv(csvOf([[formula]], 'sv').slice(1))).toEqual([[`'${formula}`]]);
  });

  it('a number stays one, below zero too, and yes and no are words', () => {
    expect(csvOf([[-3, 0, true, false, undefined]], 'sv')).toBe('\uFEFF-3,0,ja,nej,\r\n');
    expect(csvOf([[true, false]], 'en')).toBe('\uFEFFyes,no\r\n');
  });

  it('a text without such a beginning is left alone', () => {
    expect(csvOf([['2026-03-17', 'a=b', 'Kim Exempelsson', '1-2']], 'sv')).toBe(
      '\uFEFF2026-03-17,a=b,Kim Exempelsson,1-2\r\n',
    );
  });
});
