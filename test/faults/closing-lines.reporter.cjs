/** Prints the result of every test as the last lines of `npm run test:faults`, the kill rounds last. The test names hold the method and the seed. */
const path = require('node:path');

module.exports = class ClosingLines {
  onRunComplete(_contexts, { testResults }) {
    const suites = [...testResults].sort((a, b) => rank(a) - rank(b));
    const lines = suites.flatMap((suite) =>
      suite.testResults.map((test) => `${test.status}: ${test.fullName}`),
    );
    // Jest prints its own summary after the reporters have run, so these lines wait until the process exits.
    process.once('exit', () => console.log(lines.join('\n')));
  }
};

const rank = ({ testFilePath }) => (path.basename(testFilePath) === 'kill-rounds.spec.ts' ? 1 : 0);
