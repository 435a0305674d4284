import type { AccessPurpose } from './purposes';
import type { Relation } from './relations';
import type { Role } from './roles';

/** `stated`: may, where the request says for what purpose. */
export type PermissionCell = 'yes' | 'stated' | 'no';

/** How far a permission goes where no file is concerned. From narrow to wide. */
export const REACHES = ['own', 'sample', 'unit', 'board', 'city'] as const;
export type Reach = (typeof REACHES)[number];

type GeneralCell = Reach | 'no';
type GeneralRow = readonly [GeneralCell, GeneralCell, GeneralCell, GeneralCell, GeneralCell, AccessPurpose];

const yes = 'yes';
const stated = 'stated';
const no = 'no';

/**
 * Who may do what to a personal file. Whoever is in no column may do nothing: a case worker of another unit, whoever has handed
 * the file over, anybody of another board, an inspector outside the sample, a provider that got no order, the administrator.
 */
// prettier-ignore
export const FILE_PERMISSION_TABLE = {
  //                               case worker                        manager     inspector  provider
  //                             assigned  substitute  same unit    same unit    sampled    addressed
  'file.read':                  [yes,      yes,        stated,      stated,      yes,       no ],
  'file.replay':                [yes,      yes,        stated,      stated,      yes,       no ],
  'file.history':               [yes,      yes,        stated,      stated,      yes,       no ],
  'accessLog.read':             [no,       no,         no,          stated,      yes,       no ],

  'contact.record':             [yes,      yes,        yes,         yes,         no,        no ],
  'party.record':               [yes,      yes,        yes,         yes,         no,        no ],
  'malpractice.report':         [yes,      yes,        yes,         yes,         no,        yes],
  'malpractice.investigate':    [no,       no,         no,          yes,         no,        no ],

  'assignment.assign':          [yes,      no,         no,          yes,         no,        no ],
  'assignment.acknowledge':     [yes,      yes,        no,          no,          no,        no ],
  'file.record':                [yes,      yes,        no,          yes,         no,        no ],
  'entry.correct':              [yes,      yes,        no,          yes,         no,        no ],
  'entry.redact':               [no,       no,         no,          yes,         no,        no ],
  'case.record':                [yes,      yes,        no,          yes,         no,        no ],
  'case.preserve':              [no,       no,         no,          yes,         no,        no ],

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
 * Who may do what where no one file is concerned, how far it goes, and for what purpose. Own: what they are responsible for.
 * Search is for handling a case: by name, personal number or case number, within the board (förordning 2001:637 15 §).
 */
// prettier-ignore
export const GENERAL_PERMISSION_TABLE = {
  //                             case worker  manager   inspector  provider  administrator    purpose
  'file.open':                  ['unit',      'unit',   no,        no,       no,              'handling'      ],
  'search':                     ['board',     'board',  no,        no,       no,              'handling'      ],
  'worklist.read':              ['own',       'unit',   no,        no,       no,              'followUp'      ],
  'notices.read':               ['own',       'unit',   no,        no,       no,              'followUp'      ],
  'events-stream.read':         ['own',       'unit',   'sample',  no,       no,              'followUp'      ],
  'findings.read':              ['own',       'unit',   'sample',  no,       no,              'followUp'      ],
  'cases.read':                 ['own',       'unit',   'sample',  no,       no,              'followUp'      ],
  'unit.status.read':           [no,          'unit',   no,        no,       no,              'followUp'      ],
  'reviews.read':               [no,          no,       'city',    no,       no,              'supervision'   ],
  'review.plan':                [no,          no,       'city',    no,       no,              'supervision'   ],
  'review.indicators':           [no,          no,       'city',    no,       no,              'supervision'   ],
  'ruleset.adopt':              [no,          no,       no,        no,       'city',          'administration'],
  'rules.read':                 ['city',      'city',   'city',    'city',   'city',          'administration'],
  'schemas.read':               ['city',      'city',   'city',    'city',   'city',          'administration'],
  'session.read':               ['own',       'own',    'own',     'own',    'own',           'administration'],
  'session.end':                ['own',       'own',    'own',     'own',    'own',           'administration'],
} as const satisfies Record<string, GeneralRow>;

/** What asks for no session. Metrics hold counts and times of the installation, about nobody; the network keeps them in the house. */
export const OPEN_PERMISSIONS = [
  'session.begin',
  'directory.read',
  'openapi.read',
  'health.read',
  'metrics.read',
] as const;

/** The columns of `OF_A_FILE`; the purposes each may read and write for, and the first of them where none is stated nor asked for. */
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
/** What one must be signed in for. */
export type Permission = FilePermission | GeneralPermission;
export type OpenPermission = (typeof OPEN_PERMISSIONS)[number];
