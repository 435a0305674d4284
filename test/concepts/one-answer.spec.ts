import fc from 'fast-check';
import { closedCase } from './closed-case.concept';
import type { Concept } from './concept';
import { content } from './content.concept';
import { decision } from './decision.concept';
import { minor } from './minor.concept';
import { status } from './status.concept';

/** Every question that was once answered in several places. Each place that asks is held to the one function that answers. */
const CONCEPTS: readonly Concept[] = [content, decision, closedCase, minor, status];

// A second answer differs from the first in few cases: a property that asks of a hundred may miss it.
beforeAll(() => fc.configureGlobal({ numRuns: 400 }));
afterAll(() => fc.resetConfigureGlobal());

describe.each(CONCEPTS)('$question', ({ properties }) => {
  it.each(Object.entries(properties))('%s', async (_, holds) => {
    expect.hasAssertions();
    await holds();
  });
});
