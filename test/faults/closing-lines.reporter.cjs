/** The last lines of `npm run test:faults`: what was tried, in which way and by which seed, and what came of it; the kill rounds last of all. */
const path = require('node:path');

module.exports = class ClosingLines {
  onRunComplete(_contexts, { testResults }) {
    const suites = [...testResults].sort((a, b) => rank(a) - rank(b));
    for (const { testResults: tests } of suites)
      for (const { status, fullName } of tests) console.log(`${status}: ${fullName}`);
  }
};

const rank = ({ testFilePath }) => (path.basename(testFilePath) === 'kill-rounds.spec.ts' ? 1 : 0);
