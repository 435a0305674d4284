import { threadSentence } from './thread-words';

describe('a thread in words', () => {
  it.each([
    ['ddddddd', 'Tråden är hel.', 'The thread is whole.'],
    [
      'ddddbde',
      'Tråden bruten: plan. Väntas: uppföljning.',
      'The thread is broken: plan. Expected: follow-up.',
    ],
    ['dfdnnnn', 'Brist i utredning. Gäller inte: beställning, plan, utförande, uppföljning.', undefined],
  ])('%s', (code, sv, en) => {
    expect(threadSentence(code).sv).toBe(sv);
    if (en !== undefined) expect(threadSentence(code).en).toBe(en);
  });
});
