/**
 * Prints a software bill of materials (CycloneDX, JSON) of the packages that run in production, from package-lock.json. `npm sbom --omit=dev` leaves out
 * packages that a development tool needs too.
 */
import { readFileSync } from 'node:fs';

const read = (name) => JSON.parse(readFileSync(new URL(`../${name}`, import.meta.url), 'utf8'));

const purl = (name, version) => `pkg:npm/${name.replace('@', '%40')}@${version}`;

/** `sha512-…` in base64, as CycloneDX has it. */
const hashesOf = (integrity = '') =>
  integrity
    .split(' ')
    .filter((each) => each.startsWith('sha512-'))
    .map((each) => ({ alg: 'SHA-512', content: Buffer.from(each.slice(7), 'base64').toString('hex') }));

const { name, version, license } = read('package.json');
const components = Object.entries(read('package-lock.json').packages)
  .filter(([place, { dev }]) => place !== '' && !dev)
  .map(([place, entry]) => {
    const called = entry.name ?? place.split('node_modules/').at(-1);
    return {
      type: 'library',
      'bom-ref': `${purl(called, entry.version)}#${place}`,
      name: called,
      version: entry.version,
      purl: purl(called, entry.version),
      hashes: hashesOf(entry.integrity),
      ...(entry.license && { licenses: [{ license: { name: entry.license } }] }),
    };
  });
const component = {
  type: 'application',
  'bom-ref': purl(name, version),
  name,
  version,
  purl: purl(name, version),
  licenses: [{ license: { name: license } }],
};
console.log(
  JSON.stringify(
    { bomFormat: 'CycloneDX', specVersion: '1.5', version: 1, metadata: { component }, components },
    null,
    2,
  ),
);
