import { EVENT_TYPES, RECORDING_PERMISSIONS, STEPS, stepOf } from '@rt/domain';
import { definitionOf } from './definitions';
import { STEP_MODULES } from './steps';

describe('the handling steps', () => {
  it('are the domain’s, with the domain’s event types', () => {
    expect(Object.keys(STEP_MODULES)).toEqual(Object.keys(STEPS));
  });

  it('name every permission there is, each in the step whose name it bears; what is like a note, under that of the file', () => {
    const named = EVENT_TYPES.map((type) => [stepOf(type), definitionOf(type).permission] as const);
    for (const [step, permission] of named)
      expect([`${step}.`, 'file.']).toContain(permission.replace(/[^.]+$/, ''));
    // What is recorded in another stream than a file's, and the correction of a decision that the person has got.
    const beside = ['ruleset.adopt', 'unit.record', 'file.erase', 'decision.correctServed'];
    expect(new Set([...named.map(([, permission]) => permission), ...beside])).toEqual(
      new Set(RECORDING_PERMISSIONS),
    );
  });

  it('no two event types are called the same', () => {
    const titles = EVENT_TYPES.map((type) => definitionOf(type).title);
    expect(new Set(titles.map(({ sv }) => sv)).size).toBe(EVENT_TYPES.length);
    expect(new Set(titles.map(({ en }) => en)).size).toBe(EVENT_TYPES.length);
  });
});
