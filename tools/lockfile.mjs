/**
 * npm writes a lock file that `npm ci` refuses ("Missing: … from lock file") when a platform build of some package is not
 * to be had on the day of locking. This names every optional dependency that the lock file speaks of and does not hold.
 */
import { readFileSync } from 'node:fs';

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));

/** Looks where Node would: beside the package's own dependencies, then in every node_modules above. */
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
  console.error('Pin the package to the release before, whose builds are all there.');
  process.exit(1);
}
