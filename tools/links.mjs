/** Checks that every link in the Markdown files leads to an existing file, folder or heading. Links to other hosts are not followed. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from './build.mjs';

const markdownIn = (folder, recursive) =>
  existsSync(path.join(root, folder))
    ? readdirSync(path.join(root, folder), { recursive })
        .filter((name) => name.endsWith('.md'))
        .map((name) => path.posix.join(folder, name.split(path.sep).join('/')))
    : [];
const files = [
  ...markdownIn('.', false),
  ...['apps', 'libs', 'docs', 'infra', 'test'].flatMap((top) => markdownIn(top, true)),
];
const proseOf = (file) =>
  readFileSync(path.join(root, file), 'utf8')
    .replace(/^(```|~~~)[\s\S]*?^\1/gm, '')
    .replace(/`[^`\n]*`/g, (code) => code.replace(/[[\]()]/g, ''));

/** The anchor that GitHub generates for a heading. */
const anchorOf = (heading) =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
const anchorsOf = (file) =>
  [...proseOf(file).matchAll(/^#{1,6} +(.+)$/gm)].map(([, heading]) => anchorOf(heading));

const broken = files.flatMap((file) =>
  [...proseOf(file).matchAll(/\]\(<?([^)\s>]+)>?(?: "[^"]*")?\)/g)].flatMap(([, link]) => {
    if (/^[a-z][a-z+.-]*:/i.test(link)) return [];
    const [target, anchor] = decodeURI(link).split('#');
    const to = target === '' ? file : path.posix.join(path.posix.dirname(file), target);
    if (!existsSync(path.join(root, to))) return [`${file}: ${link} leads nowhere`];
    if (anchor && to.endsWith('.md') && !anchorsOf(to).includes(anchor))
      return [`${file}: ${link} names no heading there`];
    return [];
  }),
);
for (const line of broken) console.error(line);
if (files.length === 0)
  console.error('no Markdown file was found: does this check still look in the right place?');
process.exit(broken.length === 0 && files.length > 0 ? 0 : 1);
