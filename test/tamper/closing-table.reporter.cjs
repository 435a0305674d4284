/** Prints the table of the flipped bits in the last lines of `npm run test:tamper`. */
const { existsSync, mkdtempSync, readFileSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const path = require('node:path');

module.exports = class ClosingTable {
  constructor() {
    this.folder = mkdtempSync(path.join(tmpdir(), 'rt-tamper-table-'));
    // The tests run in this process and inherit its environment.
    process.env.RT_TAMPER_TABLE = path.join(this.folder, 'table');
  }

  onRunComplete() {
    const file = process.env.RT_TAMPER_TABLE;
    const table = existsSync(file) ? readFileSync(file, 'utf8') : '';
    rmSync(this.folder, { recursive: true });
    // Jest prints its own summary after the reporters have run, so the table waits until the process exits.
    process.once('exit', () => console.log(table));
  }
};
