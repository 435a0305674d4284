import fc from 'fast-check';
import { closedCase } from './closed-case.concept';
import type { Concept } from './concept';
import { content } from './content.concept';
import { decision } from './decision.concept';
import { holder } from './holder.concept';
import { minor } from './minor.concept';
import { status } from './status.concept';

/** The questions that were once answered in several places. The properties check that all those places now agree with one function. */
const CONCEPTS: readonly Concept[] = [holder, content, decision, closedCase, minor, status];

// A second answer differs from the function in few cases, so that a hundred generated cases may miss it.
beforeAll(() => fc.configureGlobal({ ...fc.readConfigureGlobal(), numRuns: 400 }));
afterAll(() => fc.resetConfigureGlobal());

describe.each(CONCEPTS)('$question', ({ properties }) => {
  it.each(Object.entries(properties))('%s', async (_, holds) => {
    expect.hasAssertions();
    await holds();
  });
});
