import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '../..');

describe('the software bill of materials', () => {
  it('lists what runs in production with its versions, and nothing that only development needs', () => {
    const made = execFileSync('npm', ['run', '--silent', 'sbom'], { cwd: root, encoding: 'utf8' });
    const { bomFormat, components } = JSON.parse(made) as {
      bomFormat: string;
      components: { name: string; group?: string; version: string; purl: string }[];
    };
    const listed = new Map(components.map(({ name, version }) => [name, version]));
    const { dependencies, devDependencies } = JSON.parse(
      readFileSync(path.join(root, 'package.json'), 'utf8'),
    ) as Record<'dependencies' | 'devDependencies', Record<string, string>>;
    expect(bomFormat).toBe('CycloneDX');
    for (const [name, version] of Object.entries(dependencies))
      expect([name, listed.get(name)]).toEqual([name, version]);
    // A package that reports its installation to others. The overrides put another one, which runs anyway, in its place.
    expect([...listed.keys()]).not.toContain('@scarf/scarf');
    // An optional peer of a package that runs in production: npm installs it there too.
    expect(Object.keys(devDependencies).filter((name) => listed.has(name))).toEqual(['typescript']);
  });
});
