import type { AccessPurpose } from './purposes';
import type { Relation } from './relations';
import type { Role } from './roles';

/** `stated`: yes, if the request states its purpose. */
export type PermissionCell = 'yes' | 'stated' | 'no';

/** How far a permission reaches if it is not about one file, from narrow to wide. */
export const REACHES = ['own', 'sample', 'unit', 'board', 'city'] as const;
export type Reach = (typeof REACHES)[number];

type GeneralCell = Reach | 'no';
type GeneralRow = readonly [
  caseWorker: GeneralCell,
  unitManager: GeneralCell,
  inspector: GeneralCell,
  reviewApprover: GeneralCell,
  provider: GeneralCell,
  administrator: GeneralCell,
  purpose: AccessPurpose,
];

const yes = 'yes';
const stated = 'stated';
const no = 'no';

/**
 * Which role and relation may do what with a personal file. These users are in no column and may do nothing: a case worker of another unit or who has
 * handed the file over, a user of another board, an inspector if the file is in no open sample, a provider without an order, the
 * administrator, a person who approves reviews.
 */
// prettier-ignore
export const FILE_PERMISSION_TABLE = {
  //                               case worker                        manager     inspector  provider
  //                             assigned  substitute  same unit    same unit    sampled    addressed
  'file.read':                  [yes,      yes,        stated,      stated,      yes,       no ],
  'file.replay':                [yes,      yes,        stated,      stated,      yes,       no ],
  'file.history':               [yes,      yes,        stated,      stated,      yes,       no ],
  'accessLog.read':             [yes,      no,         no,          stated,      yes,       no ],

  'contact.record':             [yes,      yes,        yes,         yes,         no,        no ],
  'party.record':               [yes,      yes,        yes,         yes,         no,        no ],
  'malpractice.report':         [yes,      yes,        yes,         yes,         no,        yes],
  'malpractice.investigate':    [no,       no,         no,          yes,         no,        no ],

  'assignment.assign':          [yes,      no,         no,          yes,         no,        no ],
  'assignment.acknowledge':     [yes,      yes,        no,          no,          no,        no ],
  'file.record':                [yes,      yes,        no,          yes,         no,        no ],
  'entry.correct':              [yes,      yes,        no,          yes,         no,        no ],
  'entry.redact':               [no,       no,         no,          yes,         no,        no ],
  // The content of a decision that was sent to the person, corrected as an entry.
  'decision.correctServed':     [no,       no,         no,          yes,         no,        no ],
  'case.record':                [yes,      yes,        no,          yes,         no,        no ],
  'case.preserve':              [no,       no,         no,          yes,         no,        no ],
  // Nobody over HTTP: an erasure cannot be undone, and is made by the operator at the command line.
  'file.erase':                 [no,       no,         no,          no,          no,        no ],

  'representative.record':      [yes,      yes,        no,          no,          no,        no ],
  'consent.record':             [yes,      yes,        no,          no,          no,        no ],
  'application.record':         [yes,      yes,        no,          no,          no,        no ],
  'investigation.record':       [yes,      yes,        no,          no,          no,        no ],
  'decision.record':            [yes,      yes,        no,          yes,         no,        no ],
  'order.record':               [yes,      yes,        no,          no,          no,        no ],
  'plan.receive':               [yes,      yes,        no,          no,          no,        yes],
  'plan.review':                [yes,      yes,        no,          no,          no,        no ],
  'execution.report':           [yes,      yes,        no,          no,          no,        yes],
  'execution.record':           [yes,      yes,        no,          no,          no,        no ],
  'follow-up.record':           [yes,      yes,        no,          no,          no,        no ],
  'follow-up.report':           [yes,      yes,        no,          no,          no,        yes],
  'individual-plan.record':     [yes,      yes,        no,          no,          no,        no ],
  'coordinated-plan.record':    [yes,      yes,        no,          no,          no,        no ],
  'violence-questions.record':  [yes,      yes,        no,          no,          no,        no ],
  'gap.acknowledge':            [yes,      yes,        no,          yes,         no,        no ],
  'gap.judge':                  [yes,      yes,        no,          yes,         no,        no ],
} as const satisfies Record<string, readonly [PermissionCell, PermissionCell, PermissionCell, PermissionCell, PermissionCell, PermissionCell]>;

/**
 * Which role may do what if it is not about one file, how far the permission reaches, and for what purpose. `own`: the files that the user is
 * responsible for. Search is for handling a case: by name, personal number or case number, within the board (förordning 2001:637 15 §).
 */
// prettier-ignore
export const GENERAL_PERMISSION_TABLE = {
  //                             case worker  manager   inspector  approver  provider  administrator    purpose
  'file.open':                  ['unit',      'unit',   no,        no,       no,       no,              'handling'      ],
  'search':                     ['board',     'board',  no,        no,       no,       no,              'handling'      ],
  'worklist.read':              ['own',       'unit',   no,        no,       no,       no,              'followUp'      ],
  'notices.read':               ['own',       'unit',   no,        no,       no,       no,              'followUp'      ],
  'events-stream.read':         ['own',       'unit',   'sample',  no,       no,       no,              'followUp'      ],
  'findings.read':              ['own',       'unit',   'sample',  no,       no,       no,              'followUp'      ],
  'cases.read':                 ['own',       'unit',   'sample',  no,       no,       no,              'followUp'      ],
  'unit.status.read':           [no,          'unit',   no,        no,       no,       no,              'followUp'      ],
  // Absences: who is away, and who has the files meanwhile.
  'unit.record':                [no,          'unit',   no,        no,       no,       no,              'administration'],
  // The systematic and recurring checks of the log (lag 2001:454 10 §): the manager makes them, of the users of the unit.
  'accessLog.check':            [no,          'unit',   no,        no,       no,       no,              'followUp'      ],
  'reviews.read':               [no,          no,       'city',    'city',   no,       no,              'supervision'   ],
  'review.plan':                [no,          no,       'city',    no,       no,       no,              'supervision'   ],
  // Another person than the planner: whoever plans a review does not open its files alone.
  'review.approve':             [no,          no,       no,        'city',   no,       no,              'supervision'   ],
  'review.sample':              [no,          no,       'city',    no,       no,       no,              'supervision'   ],
  'review.indicators':          [no,          no,       'city',    no,       no,       no,              'supervision'   ],
  'ruleset.adopt':              [no,          no,       no,        no,       no,       'city',          'administration'],
  'jobs.read':                  ['own',       'own',    'own',     'own',    'own',    'own',           'administration'],
  'jobs.remove':                ['own',       'own',    'own',     'own',    'own',    'own',           'administration'],
  // What a replay in the browser needs beside the events: for the roles that may replay a file.
  'ruleset.read':               ['city',      'city',   'city',    no,       no,       no,              'administration'],
  // The mail of the day and the calendar: what a user is told of the own worklist outside the pages.
  'subscriptions.own':          ['own',       'own',    no,        no,       no,       no,              'followUp'      ],
  // What one has written in a form and not recorded yet. Only its author reads it.
  'drafts.read':                ['own',       'own',    no,         no,       no,       no,              'handling'      ],
  'rules.read':                 ['city',      'city',   'city',    'city',   'city',   'city',          'administration'],
  'schemas.read':               ['city',      'city',   'city',    'city',   'city',   'city',          'administration'],
  'session.read':               ['own',       'own',    'own',     'own',    'own',    'own',           'administration'],
  'session.end':                ['own',       'own',    'own',     'own',    'own',    'own',           'administration'],
} as const satisfies Record<string, GeneralRow>;

/**
 * Routes without a session. Metrics contain counts and times of the installation and nothing about people; the network must keep them inside the
 * organisation.
 */
export const OPEN_PERMISSIONS = [
  'session.begin',
  'directory.read',
  'openapi.read',
  'health.read',
  'metrics.read',
  // Whoever has the secret address of a calendar reads the worklist of its user, as far as that user may read it then.
  'calendar.read',
] as const;

/**
 * The columns of `FILE_PERMISSION_TABLE`, each with the purposes that it may read and write for. The first purpose applies if the request states none
 * and the cell does not require one.
 */
export const FILE_COLUMNS: readonly {
  readonly role: Role;
  readonly relation: Relation;
  readonly purposes: readonly [AccessPurpose, ...AccessPurpose[]];
}[] = [
  { role: 'caseWorker', relation: 'assigned', purposes: ['handling', 'followUp'] },
  { role: 'caseWorker', relation: 'substitute', purposes: ['handling', 'followUp'] },
  { role: 'caseWorker', relation: 'sameUnit', purposes: ['handling', 'quality'] },
  {
    role: 'unitManager',
    relation: 'sameUnit',
    purposes: ['handling', 'followUp', 'quality', 'administration'],
  },
  { role: 'inspector', relation: 'sampled', purposes: ['supervision'] },
  { role: 'provider', relation: 'addressed', purposes: ['handling'] },
];

export type FilePermission = keyof typeof FILE_PERMISSION_TABLE;
export type GeneralPermission = keyof typeof GENERAL_PERMISSION_TABLE;
/** The permissions that require a session. */
export type Permission = FilePermission | GeneralPermission;
export type OpenPermission = (typeof OPEN_PERMISSIONS)[number];
