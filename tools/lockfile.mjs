/**
 * Names every optional dependency that package-lock.json mentions without an entry of its own. npm writes such a lock file when
 * the build of a package for some platform is not published on the day of locking; `npm ci` refuses it ("Missing: … from lock file").
 */
import { readFileSync } from 'node:fs';

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));

/** Looks where Node looks: in the package's own node_modules, then in every node_modules above it. */
const isLocked = (from, name) => {
  for (let folder = from; ; folder = folder.slice(0, Math.max(folder.lastIndexOf('/node_modules/'), 0))) {
    if (packages[`${folder}${folder ? '/' : ''}node_modules/${name}`]) return true;
    if (folder === '') return false;
  }
};

const missing = Object.entries(packages).flatMap(([from, { optionalDependencies = {} }]) =>
  Object.entries(optionalDependencies)
    .filter(([name]) => !isLocked(from, name))
    .map(([name, version]) => `${name}@${version}, of ${from || 'this project'}`),
);
for (const line of missing) console.error(`not in package-lock.json: ${line}`);
if (missing.length > 0) {
  console.error('Pin the package to the previous release, which has a build for every platform.');
  process.exit(1);
}
