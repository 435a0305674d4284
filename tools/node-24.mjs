/**
 * Everything after `npm ci` runs on Node 24. On Linux and 64-bit Windows the project brings it (optionalDependencies link
 * node_modules/.bin/node, and npm scripts put that folder first in PATH); elsewhere the user's own Node must do.
 * Written so that any Node of the last decade can read it.
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
