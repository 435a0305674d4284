import { closedCase } from './closed-case.concept';
import type { Concept } from './concept';
import { content } from './content.concept';
import { decision } from './decision.concept';
import { minor } from './minor.concept';

/** The questions that were once answered in several places. The properties check that all those places now agree with one function. */
const CONCEPTS: readonly Concept[] = [content, decision, closedCase, minor];

describe.each(CONCEPTS)('$question', ({ properties }) => {
  it.each(Object.entries(properties))('%s', async (_, holds) => {
    expect.hasAssertions();
    await holds();
  });
});
