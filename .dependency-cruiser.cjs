/**
 * The house: which part may know which. ARCHITECTURE.md draws it, this file holds it, and
 * test/architecture/boundaries.spec.ts breaks every rule once.
 */
const LIB = '^libs/';
const TESTS = '\\.(spec|contract|fixture)\\.c?[jt]s$';
const STORE_PORT = '^libs/event-store/src/(index|port)\\.ts$';
const ADAPTERS = '^libs/event-store/src/(sqlite|eventstoredb)/';

/** A library and the libraries it may know. Tests are held to it too: what a test needs from further up belongs up there. */
const mayKnow = (library, known, comment) => ({
  name: `${library}-knows-${known.length === 0 ? 'nobody' : known.join('-')}`,
  comment,
  severity: 'error',
  from: { path: `^libs/${library}/` },
  to: { path: LIB, pathNot: `^libs/(${[library, ...known].join('|')})/` },
});

/**
 * Steps that import each other cannot be changed, read or removed one at a time. A step may import the files that lie
 * beside the step folders, and `bases`: folders that are no step. `meetings` are the files whose question is about several steps.
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
      'A rule reads facts and answers obligations; it runs in the server, the projector, the command line and the browser.',
    ),
    mayKnow(
      'handling',
      ['domain', 'event-store'],
      'No rule ever blocks a fact, so the write side does not know the rules; nor does it read what it wrote from a read model.',
    ),
    mayKnow(
      'read-models',
      ['rules', 'domain', 'event-store'],
      'Read models are made from events and rules alone, so that they can be deleted and rebuilt.',
    ),
    mayKnow(
      'inspection',
      ['read-models', 'rules', 'domain', 'event-store'],
      'A review reads what was handled; it is no part of handling it.',
    ),
    mayKnow(
      'demo',
      ['handling', 'inspection', 'domain', 'event-store'],
      'Synthetic files are recorded through the handlers like any other; no measure and no rule can tell them apart.',
    ),
    mayKnow(
      'identity',
      ['event-store'],
      'Who may do what is one table, and does not depend on what is done.',
    ),
    mayKnow('event-store', [], 'The store keeps sealed bytes in order. It could keep anybody’s.'),
    {
      name: 'web-knows-no-server-part',
      comment: 'What the browser gets is shown, contracted or pure: ui, contracts, rules and domain.',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: LIB, pathNot: '^libs/(ui|contracts|rules|domain)/' },
    },
    {
      name: 'no-library-knows-an-app',
      comment: 'Imports run one way: an app puts libraries together, and they do not know into what.',
      severity: 'error',
      from: { path: LIB },
      to: { path: '^apps/' },
    },
    {
      name: 'apps-stand-apart',
      comment: 'Each app is a process of its own; what two of them need is a library.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'pure-core-uses-no-package',
      comment:
        'Domain and rules run in the browser too, where every package is paid for, and must give the same answer everywhere and for ever.',
      severity: 'error',
      from: { path: '^libs/(domain|rules)/', pathNot: TESTS },
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'core'] },
    },
    {
      name: 'event-store-by-its-port',
      comment:
        'The choice of a store is made in one file; whoever knows more than the port has made it a second time. Specs may use a real store.',
      severity: 'error',
      from: { path: '^libs/(handling|read-models|inspection|identity|demo)/', pathNot: TESTS },
      to: { path: '^libs/event-store/', pathNot: STORE_PORT },
    },
    {
      name: 'port-reaches-no-adapter',
      comment: 'An adapter that hung on the port would come along to everybody who knows the port.',
      severity: 'error',
      from: { path: STORE_PORT },
      to: { path: ADAPTERS, reachable: true },
    },
    {
      name: 'only-composition-roots-name-an-adapter',
      comment: 'Embedded or distributed is chosen in one file per app, and nothing else knows.',
      severity: 'error',
      from: { path: '^apps/', pathNot: ['^apps/[^/]+/src/composition[^/]*\\.ts$', TESTS] },
      to: { path: ADAPTERS },
    },
    stepsApart(
      'domain',
      ['calendar'],
      'Steps meet in personal-file.ts, and each of them uses the calendar. The consent check asks who a party is and who represents the person.',
      ['consent/cover[.]ts'],
    ),
    stepsApart(
      'handling',
      [],
      'A handling step lists its events, deciders and permissions, and knows no other step.',
    ),
    {
      name: 'no-cycle',
      comment:
        'Files that need each other to load are one file in pieces. Types alone may go round: they are gone when the program runs.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'shipped-code-uses-no-dev-package',
      comment: 'What only devDependencies name, or nothing in package.json, is not in the image.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: [TESTS, '^libs/(domain|rules)/'] },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'everything-is-there',
      comment:
        'An import that leads nowhere compiles where types alone are there, and fails when the program runs.',
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
