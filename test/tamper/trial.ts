/** Asks a damaged folder everything and says what came of it, compared with the untouched one. */
import { rt } from '../faults/command-line';
import { exitCodeOf } from '../../apps/api/src/start-refused';
import type { AskedAndAnswered } from './asking';
import type { Base, Place } from './base';
import { readingsOf, type CommandReading, type CommandReadings } from './readings';
import { Served, type GivenAnswer } from './served';
import { NOW } from './small-house';

/**
 * `refused`: the start, or an answer that the damage concerns, is an error with a code of its own. `found`: the server raised an alarm or `verify` is not whole, and every
 * answer is as before. `foundChanged`: an answer is another one, and the server raised an alarm. `verifyChanged`: an answer is another one, and `verify`
 * finds it. `same`: all answers as before, and `verify` is whole. The others are faults: `silent`: an answer is another one and nothing says so;
 * `crashed`: an error without a code of its own.
 */
export type TrialOutcome =
  'refused' | 'found' | 'foundChanged' | 'verifyChanged' | 'same' | 'silent' | 'crashed';

export interface Trial {
  readonly outcome: TrialOutcome;
  /** The questions whose answers were others, and how. */
  readonly changed: readonly string[];
  readonly crashed: readonly string[];
  readonly refused: readonly string[];
  readonly alarms: readonly string[];
  /** What `verify` said, if it was not whole. */
  readonly verify: string;
}

export const examine = async (base: Base, place: Place): Promise<Trial> => {
  const asked = await askServed(base, place);
  const readings = await readingsOf(place, base.house);
  const verified = await verifyAll(place);
  const verdicts = [
    ...asked.verdicts,
    ...[...readings].map(([args, reading]) => compared(args, base.readings, reading)),
  ];
  const of = (is: Verdict['is']) => verdicts.filter((one) => one.is === is).map(({ what }) => what);
  const trial = {
    changed: of('changed'),
    crashed: [...of('crashed'), ...(verified.exitCode === 70 ? [`verify: ${firstLine(verified.err)}`] : [])],
    refused: of('refused'),
    alarms: asked.alarms,
    verify: verified.exitCode === 0 ? '' : said(verified),
  };
  return { outcome: outcomeOf(trial), ...trial };
};

const outcomeOf = ({ changed, crashed, refused, alarms, verify }: Omit<Trial, 'outcome'>): TrialOutcome => {
  if (crashed.length > 0) return 'crashed';
  if (changed.length > 0) {
    if (alarms.length > 0) return 'foundChanged';
    return verify === '' ? 'silent' : 'verifyChanged';
  }
  if (refused.length > 0) return 'refused';
  return alarms.length > 0 || verify !== '' ? 'found' : 'same';
};

interface Verdict {
  readonly is: 'same' | 'refused' | 'changed' | 'crashed';
  readonly what: string;
}

const askServed = async (
  base: Base,
  place: Place,
): Promise<{ readonly verdicts: readonly Verdict[]; readonly alarms: readonly string[] }> => {
  let served: Served;
  try {
    served = await Served.open(place);
  } catch (error) {
    const is = exitCodeOf(error) === undefined ? ('crashed' as const) : ('refused' as const);
    return { verdicts: [{ is, what: `start: ${firstLine(String(error))}` }], alarms: [] };
  }
  try {
    const answers = await base.asking.askAll(served);
    const verdicts = answers.map(({ question, answer }, at) => {
      const what = `${question.userId ?? '–'} ${question.address}`;
      return {
        is: judged((base.answers[at] as AskedAndAnswered).answer, answer),
        what: `${what}: ${briefly(answer)}`,
      };
    });
    await served.close();
    const counted = [...(await served.alarms())].flatMap(([name, value]) => (value > 0 ? [name] : []));
    const logged = served.errors.length > 0 ? [`log: ${briefLog(served.errors)}`] : [];
    return { verdicts, alarms: [...counted, ...logged] };
  } finally {
    await served.close();
  }
};

const judged = (before: GivenAnswer, now: GivenAnswer): Verdict['is'] => {
  if (before.status === now.status && before.code === now.code && before.text === now.text) return 'same';
  if (now.code === 'FAULT' || (now.status >= 500 && now.code === undefined)) return 'crashed';
  // A session that is not believed any more is refused; what is «not there» or «not yours» all at once is another answer.
  return now.status >= 500 || now.status === 401 ? 'refused' : 'changed';
};

const compared = (args: string, before: CommandReadings, now: CommandReading): Verdict => {
  const was = before.get(args);
  const what = `rt ${args}: ${said(now)}`;
  if (was?.exitCode === now.exitCode && was.out === now.out) return { is: 'same', what };
  if (now.exitCode === 70) return { is: 'crashed', what };
  return { is: now.exitCode === 3 || (now.exitCode === 2 && now.out === '') ? 'refused' : 'changed', what };
};

const verifyAll = ({ data }: Place): Promise<CommandReading> =>
  rt(['verify', '--read-models', '--data-dir', data], { now: NOW });

const said = ({ exitCode, out, err }: CommandReading): string =>
  `${exitCode} ${firstLine(err) || out.trim().split('\n').slice(1).join(' | ').slice(0, 300)}`;

const briefly = ({ status, code, text }: GivenAnswer): string => `${status} ${code ?? text.slice(0, 80)}`;

const briefLog = (lines: readonly string[]): string =>
  [...new Set(lines.map((line) => /"msg":"([^"]*)"/.exec(line)?.[1] ?? line))].join('; ');

const firstLine = (text: string): string => text.trim().split('\n').slice(0, 2).join(' ').slice(0, 300);
