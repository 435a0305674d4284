import { join } from 'node:path';
import ts from 'typescript';

const root = join(__dirname, '../..');
const checked = join(__dirname, 'checked-payloads.ts');

/** A TypeScript program that assigns every payload to its event type. Branded ids and days are replaced by `string`; unions of codes stay as they are. */
const program = (events: readonly { readonly type: string; readonly data: object }[]): string => `
import type { ErasureEvent, PersonalFileEvent, ReviewEvent, RulesetEvent, UnitEvent } from '@rt/domain';
type IsCode<T extends string> = {} extends Record<T, 1> ? false : true;
type Plain<T> = T extends string ? (IsCode<T> extends true ? T : string)
  : T extends number | boolean | null | undefined ? T
  : T extends readonly (infer I)[] ? readonly Plain<I>[] : { [K in keyof T]: Plain<T[K]> };
type DataOf<T extends string> = Plain<Extract<PersonalFileEvent | ReviewEvent | RulesetEvent | ErasureEvent | UnitEvent, { type: T }>['data']>;
${events.map(({ type, data }, i) => `export const sample${i}: DataOf<'${type}'> = ${JSON.stringify(data)};`).join('\n')}
`;

/** The errors that the compiler reports when the payloads are assigned to their event types. The program exists only in memory. */
export const complaints = (
  events: readonly { readonly type: string; readonly data: object }[],
): readonly string[] => {
  const text = program(events);
  const { options } = ts.parseJsonConfigFileContent({ extends: './tsconfig.pure.json' }, ts.sys, root);
  const host = ts.createCompilerHost(options);
  const { fileExists, getSourceFile } = host;
  host.fileExists = (name) => name === checked || fileExists(name);
  host.getSourceFile = (name, ...rest) =>
    name === checked
      ? ts.createSourceFile(name, text, ts.ScriptTarget.ESNext)
      : getSourceFile.call(host, name, ...rest);
  const compiled = ts.createProgram([checked], options, host);
  return ts
    .getPreEmitDiagnostics(compiled, compiled.getSourceFile(checked))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
};
