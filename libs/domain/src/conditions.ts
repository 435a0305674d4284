/** The checks that follow from a declaration: codes in force, days in order, exactly one of several groups of fields. */
import { accept, refuse, type Command, type Situation, type Verdict } from './decider';
import type { EventDeclaration, Fields, Holds } from './declare';
import type { ThingIds, ThingKind } from './ids';
import { DECLARED, SPECS } from './vocabulary';

type Data = Readonly<Record<string, unknown>>;

/** The first refusal by a declared condition, in the order of the fields, or acceptance. */
export const declaredConditions = (command: Command, situation: Situation): Verdict => {
  const { fields, afterItsThing }: EventDeclaration = DECLARED[command.type];
  const data = command.data as Data;
  const created = createdOf(command, situation);
  if (afterItsThing && created && command.occurredOn < created.occurredOn)
    return refuse('END_BEFORE_START', 'occurredOn', { start: created.occurredOn, end: command.occurredOn });
  const before = (created?.data as Data | undefined)?.['measure'];
  return inFields(fields, data, 'data', { command, situation, before });
};

interface About {
  readonly command: Command;
  readonly situation: Situation;
  /** The measure that the thing already has. It is accepted even if it is no longer in force. */
  readonly before: unknown;
}

const createdOf = ({ type, data }: Command, { file }: Situation) => {
  const kind = SPECS[type].about;
  return kind && file.get(kind, (data as Data)[`${kind}Id`] as ThingIds[ThingKind])?.created;
};

const inFields = (fields: Fields, data: Data, at: string, about: About): Verdict => {
  for (const name in fields) {
    const verdict = inValue((fields[name] as Fields[string]).holds, data[name], `${at}.${name}`, data, about);
    if (!verdict.accepted) return verdict;
  }
  return accept;
};

const knownAmong = (known: readonly unknown[], value: unknown, at: string): Verdict =>
  known.includes(value) ? accept : refuse('UNKNOWN_CODE', at, { known: known.join(', ') });

const inValue = (holds: Holds, value: unknown, at: string, beside: Data, about: About): Verdict => {
  if (value === undefined || value === null) return accept;
  const { command, situation, before } = about;
  switch (holds.is) {
    case 'measure': {
      const known = situation.configuration.measuresOn(command.occurredOn).map(({ code }) => code);
      return value === before ? accept : knownAmong(known, value, at);
    }
    case 'lifeArea':
      return knownAmong(situation.configuration.lifeAreasOn(command.occurredOn), value, at);
    case 'day': {
      const { notBefore } = holds;
      if (notBefore === undefined) return accept;
      const start = (notBefore === 'occurredOn' ? command.occurredOn : beside[notBefore]) as
        string | undefined;
      return start !== undefined && (value as string) < start
        ? refuse('END_BEFORE_START', at, { start, end: value as string })
        : accept;
    }
    case 'list': {
      for (const [i, item] of (value as readonly unknown[]).entries()) {
        const verdict = inValue(holds.of, item, `${at}[${i}]`, beside, about);
        if (!verdict.accepted) return verdict;
      }
      return accept;
    }
    case 'part':
      return holds.oneOf && !exactlyOne(holds.oneOf, value as Data)
        ? refuse('EXACTLY_ONE', at)
        : inFields(holds.fields, value as Data, at, about);
    case 'amount':
    case 'code':
    case 'codeWord':
    case 'designation':
    case 'directoryId':
    case 'flag':
    case 'id':
    case 'identity':
    case 'instant':
    case 'object':
    case 'quarter':
    case 'ruleId':
    case 'settings':
    case 'statute':
    case 'text':
    case 'time':
    case 'whole':
      return accept;
  }
};

const exactlyOne = (groups: readonly (readonly string[])[], data: Data): boolean => {
  const given = groups.filter((group) => group.some((name) => data[name] !== undefined));
  return given.length === 1 && (given[0] as readonly string[]).every((name) => data[name] !== undefined);
};
