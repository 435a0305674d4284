/** The last lines of `npm run test:faults`: what was tried, in which way and by which seed, and what came of it; the kill rounds last of all. */
const path = require('node:path');

module.exports = class ClosingLines {
  onRunComplete(_contexts, { testResults }) {
    const suites = [...testResults].sort((a, b) => rank(a) - rank(b));
    const lines = suites.flatMap((suite) =>
      suite.testResults.map((test) => `${test.status}: ${test.fullName}`),
    );
    // Jest's own summary comes after every reporter.
    process.once('exit', () => console.log(lines.join('\n')));
  }
};

const rank = ({ testFilePath }) => (path.basename(testFilePath) === 'kill-rounds.spec.ts' ? 1 : 0);
