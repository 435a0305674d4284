/**
 * Which part of the code may import which. ARCHITECTURE.md shows it as a drawing, this file enforces it, and
 * test/architecture/boundaries.spec.ts breaks every rule once to prove that it is enforced.
 */
const LIB = '^libs/';
const TESTS = '\\.(spec|contract|fixture)\\.c?[jt]s$';
const STORE_PORT = '^libs/event-store/src/(index|port)\\.ts$';
/** The entry files of the libraries that have ports. Other libraries import only these. */
const PORTS = [STORE_PORT, '^libs/(drafts|evidence|identity|jobs|read-models)/src/index\\.ts$'];
/** The folders and files with adapters: implementations of a port for one engine. */
const ADAPTERS = '^libs/[^/]+/src/((sqlite|eventstoredb|postgres)/|demo-directory\\.ts$)';

/** A library and the libraries that it may import. The rule holds for tests too: a test that needs more belongs to a library that may import it. */
const mayKnow = (library, known, comment) => ({
  name: `${library}-knows-${known.length === 0 ? 'nobody' : known.join('-')}`,
  comment,
  severity: 'error',
  from: { path: `^libs/${library}/` },
  to: { path: LIB, pathNot: `^libs/(${[library, ...known].join('|')})/` },
});

/**
 * Forbids that steps import each other, because then they can no longer be changed, read or removed one at a time. A step may import
 * the files beside the step folders, and `bases`, which are folders that are no steps. `meetings` are files that may import several steps.
 */
const stepsApart = (library, bases, comment, meetings = []) => ({
  name: `${library}-steps-stand-apart`,
  comment,
  severity: 'error',
  from: {
    path: `^libs/${library}/src/([^/]+)/`,
    pathNot: [
      TESTS,
      ...bases.map((base) => `^libs/${library}/src/${base}/`),
      ...meetings.map((file) => `^libs/${library}/src/${file}$`),
    ],
  },
  to: {
    path: `^libs/${library}/src/[^/]+/`,
    pathNot: `^libs/${library}/src/(${['$1', ...bases].join('|')})/`,
  },
});

module.exports = {
  forbidden: [
    mayKnow(
      'domain',
      [],
      'What can happen in a personal file does not depend on how it is stored, judged or shown.',
    ),
    mayKnow(
      'rules',
      ['domain'],
      'A rule reads facts and returns obligations; it runs in the server, the projector, the command line and the browser.',
    ),
    mayKnow(
      'proof',
      [],
      'Hashes, notes and anchors are formats: whoever checks a proof needs them, and nothing of what they are about.',
    ),
    mayKnow(
      'evidence',
      ['proof', 'event-store'],
      'It proves what the store holds and in which order, and does not depend on what the events mean.',
    ),
    mayKnow(
      'files',
      ['domain', 'event-store'],
      'The write side, the read models and the reviews load personal files through it, so it may import none of them.',
    ),
    mayKnow(
      'handling',
      ['domain', 'event-store', 'files'],
      'No rule ever blocks a fact, so the write side does not know the rules; nor does it read what it wrote from a read model.',
    ),
    mayKnow(
      'read-models',
      ['rules', 'domain', 'event-store', 'files'],
      'Read models are made from events and rules alone, so that they can be deleted and rebuilt.',
    ),
    mayKnow(
      'inspection',
      ['read-models', 'rules', 'domain', 'event-store', 'files'],
      'A review reads what was handled; it is no part of handling it.',
    ),
    mayKnow(
      'demo',
      ['handling', 'inspection', 'domain', 'event-store'],
      'Synthetic files are recorded through the handlers like any other; no indicator and no rule can tell them apart.',
    ),
    mayKnow(
      'identity',
      ['event-store'],
      'Who may do what is one table, and does not depend on what is done.',
    ),
    mayKnow(
      'jobs',
      ['identity'],
      'A job is asked for, waits, runs and is kept in the same way whatever it answers; its file may be made anew, as that of the sessions.',
    ),
    mayKnow(
      'drafts',
      ['identity', 'event-store'],
      'What is written in a form is kept as it is written, whatever it is about; it is sealed as the texts of its file are.',
    ),
    mayKnow(
      'event-store',
      [],
      'The store keeps sealed bytes in order and does not depend on what they mean.',
    ),
    mayKnow(
      'composition',
      [
        'handling',
        'inspection',
        'read-models',
        'rules',
        'files',
        'identity',
        'jobs',
        'drafts',
        'domain',
        'evidence',
        'proof',
        'event-store',
      ],
      'It opens the stores that the apps run on, tells the write side which rules there are, and adds no demo data.',
    ),
    {
      name: 'house-opens-without-nest',
      comment:
        'The projection thread calls openHouse too, and must not load the framework and the handlers for that.',
      severity: 'error',
      from: { path: '^libs/composition/src/(index|house|settings)\\.ts$' },
      to: { path: '^libs/(handling|inspection)/', reachable: true },
    },
    {
      name: 'web-knows-no-server-part',
      comment:
        'The browser gets only user interface, contracts and the pure core: ui, contracts, rules and domain.',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: LIB, pathNot: '^libs/(ui|contracts|rules|domain)/' },
    },
    {
      name: 'ui-knows-nobody',
      comment: 'A control draws what it is given; the words and what they are about stand in the pages.',
      severity: 'error',
      from: { path: '^libs/ui/' },
      to: { path: LIB, pathNot: '^libs/ui/' },
    },
    {
      name: 'no-library-knows-an-app',
      comment:
        'Imports run one way: an app combines libraries, and a library does not know which app uses it.',
      severity: 'error',
      from: { path: LIB },
      to: { path: '^apps/' },
    },
    {
      name: 'apps-stand-apart',
      comment: 'Each app is a process of its own; code that two apps need belongs to a library.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'pure-core-uses-no-package',
      comment:
        'Domain and rules run in the browser too, where every package costs download time, and must give the same answer everywhere and for ever; so must proofs.',
      severity: 'error',
      // The verifier runs under Node and in a browser, and loads Node's file system only where there is one.
      from: { path: '^libs/(domain|rules|proof)/', pathNot: [TESTS, '^libs/proof/verifier/'] },
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'core'] },
    },
    {
      name: 'event-store-by-its-port',
      comment:
        'The store is chosen in one file; code that imports more than the port depends on the choice as well. Specs may use a real store.',
      severity: 'error',
      from: { path: '^libs/(evidence|files|handling|read-models|inspection|identity|demo)/', pathNot: TESTS },
      to: { path: '^libs/event-store/', pathNot: STORE_PORT },
    },
    {
      name: 'port-reaches-no-adapter',
      comment: 'If the port imported an adapter, every importer of the port would load that adapter too.',
      severity: 'error',
      from: { path: PORTS },
      to: { path: ADAPTERS, reachable: true },
    },
    {
      name: 'only-the-composition-names-an-adapter',
      comment:
        'One file chooses embedded or distributed, and no other part depends on it. A bench of one adapter may import that adapter.',
      severity: 'error',
      from: {
        path: '^(apps|libs)/',
        pathNot: ['^libs/composition/src/adapters\\.ts$', '^libs/event-store/src/bench/', ADAPTERS, TESTS],
      },
      to: { path: ADAPTERS },
    },
    stepsApart(
      'domain',
      ['calendar'],
      'Steps meet in personal-file.ts, and each of them uses the calendar. The consent check asks who a party is and who represents the person; who represents a child depends on the age of the person in the file.',
      ['consent/(cover|reservation)[.]ts', 'representative/representative[.]facts[.]ts'],
    ),
    stepsApart(
      'handling',
      [],
      'A handling step lists its events, deciders and permissions, and knows no other step.',
    ),
    {
      name: 'no-cycle',
      comment:
        'Files that import each other cannot be understood or loaded apart. Cycles of types alone are allowed, because types are gone when the program runs.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'shipped-code-uses-no-dev-package',
      comment:
        'A package that is only in devDependencies, or not in package.json, is missing from the image. The pages are built before, with their packages inside.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: [TESTS, '^libs/(domain|rules|proof|ui)/', '^apps/web/'] },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'everything-is-there',
      comment: 'An import of a missing file can compile if its types exist, but fails when the program runs.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      exportsFields: ['exports'],
    },
  },
};
