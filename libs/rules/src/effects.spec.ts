import { asHistory, exampleId, on, recorded, type ExampleEvent } from '@rt/domain';
import { effectsOf } from './effects';
import { replayFile } from './replay';

const judged = (events: readonly ExampleEvent[], day: string) =>
  replayFile(asHistory(events), { asOf: on(day) }, []).findings;

const effectsOfRule = (rule: string, before: readonly ExampleEvent[], added: ExampleEvent, day: string) =>
  effectsOf(judged(before, day), judged([...before, added], day), on(day))
    .filter((effect) => effect.rule === rule)
    .map(({ effect, before: was, after, subject }) => [effect, was, after, subject]);

describe('what a step does to the findings of a file', () => {
  const order = recorded('OrderSent', '2026-03-02');
  const orderId = exampleId('order');

  it('settles a gap, and makes none that is there already', () => {
    const plan = recorded('PlanReceived', '2026-03-20');
    expect(effectsOfRule('plan-due', [order], plan, '2026-03-20')).toEqual([
      ['settles', 'overdue', 'fulfilledLate', orderId],
    ]);
    expect(effectsOfRule('plan-due', [order], recorded('NoteWritten', '2026-03-20'), '2026-03-20')).toEqual(
      [],
    );
  });

  it('lets a deadline begin, or makes a gap at once where it is told late', () => {
    expect(effectsOfRule('plan-due', [], order, '2026-03-02')).toEqual([
      ['awaits', null, 'pending', orderId],
    ]);
    expect(effectsOfRule('plan-due', [], order, '2026-04-02')).toEqual([['makes', null, 'overdue', orderId]]);
  });

  it('names what is settled before what is made', () => {
    const effects = effectsOf(
      judged([order], '2026-03-20'),
      judged([order, recorded('PlanReceived', '2026-03-20')], '2026-03-20'),
      on('2026-03-20'),
    ).map(({ effect }) => effect);
    expect(effects).toEqual([...effects].sort((a, b) => 'smac'.indexOf(a[0]!) - 'smac'.indexOf(b[0]!)));
    expect(effects[0]).toBe('settles');
  });
});
