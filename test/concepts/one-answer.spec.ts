import { closedCase } from './closed-case.concept';
import type { Concept } from './concept';
import { content } from './content.concept';
import { decision } from './decision.concept';
import { minor } from './minor.concept';

/** Every question that was once answered in several places. Each place that asks is held to the one function that answers. */
const CONCEPTS: readonly Concept[] = [content, decision, closedCase, minor];

describe.each(CONCEPTS)('$question', ({ properties }) => {
  it.each(Object.entries(properties))('%s', async (_, holds) => {
    expect.hasAssertions();
    await holds();
  });
});
