/**
 * Ends the process with exit code 2 on a Node older than 24. On Linux and 64-bit Windows `npm ci` installs Node 24 (an optional
 * dependency links node_modules/.bin/node, and npm scripts put that folder first in PATH); on other systems the user installs it.
 * The syntax here is plain, so that an old Node can parse this file and print the message.
 */
export const requireNode24 = () => {
  const version = process.versions.node;
  if (Number(version.split('.')[0]) >= 24) return;
  console.error(
    `Röda tråden needs Node 24 or newer and this is Node ${version}: run it with \`npm start\` or \`npm run rt\` ` +
      '(after `npm ci` they bring Node 24 on Linux), or install Node 24.',
  );
  process.exit(2);
};
