/**
 * This module is imported first. On an older Node, the later imports would fail with a stack trace about `node:sqlite` or about requiring an ES
 * module, and the user would not know what to do.
 */
export const oldNodeMessage = (version: string): string | undefined =>
  Number(version.split('.')[0]) >= 24
    ? undefined
    : `Röda tråden needs Node 24 or newer and this is Node ${version}: run it with \`npm start\` or \`npm run rt\` ` +
      '(after `npm ci` they bring Node 24 on Linux), or install Node 24.';

const message = oldNodeMessage(process.versions.node);
if (message !== undefined) {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}
