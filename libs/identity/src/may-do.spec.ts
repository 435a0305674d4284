import {
  mayDo,
  RELATIONS,
  ROLES,
  ACCESS_PURPOSES,
  type AccessPurpose,
  type Permission,
  type Relation,
  type Role,
} from '.';
import { FILE_PERMISSIONS, GENERAL_PERMISSIONS } from './permissions.fixture';

/**
 * The permission table by role and relation. It is written a second time, so that an error in one of the tables is found. A permission that is not
 * listed is refused.
 */
const READS = 'file.read file.replay file.history';
const HANDLES = `
  file.record entry.correct case.record party.record contact.record malpractice.report assignment.acknowledge
  representative.record consent.record application.record investigation.record decision.record order.record
  plan.receive plan.review execution.report execution.record follow-up.record follow-up.report
  individual-plan.record coordinated-plan.record violence-questions.record gap.acknowledge gap.judge`;
const OF_FILES: Record<string, { readonly may: string; readonly forAStatedPurpose?: string }> = {
  'caseWorker assigned': { may: `${READS} accessLog.read ${HANDLES} assignment.assign` },
  'caseWorker substitute': { may: `${READS} ${HANDLES}` },
  'caseWorker sameUnit': {
    may: 'contact.record party.record malpractice.report',
    forAStatedPurpose: READS,
  },
  'unitManager sameUnit': {
    may: `assignment.assign file.record entry.correct entry.redact case.record case.preserve contact.record party.record
      decision.record gap.acknowledge gap.judge malpractice.report malpractice.investigate decision.correctServed`,
    forAStatedPurpose: `${READS} accessLog.read`,
  },
  'inspector sampled': { may: `${READS} accessLog.read` },
  'provider addressed': { may: 'plan.receive execution.report follow-up.report malpractice.report' },
};
const EVERYBODY =
  'jobs.read:own jobs.remove:own rules.read:city schemas.read:city session.read:own session.end:own';
const OF_NO_FILES: Record<Role, string> = {
  caseWorker: `${EVERYBODY} file.open:unit search:board worklist.read:own notices.read:own events-stream.read:own findings.read:own
    cases.read:own ruleset.read:city drafts.read:own subscriptions.own:own`,
  unitManager: `${EVERYBODY} file.open:unit search:board worklist.read:unit notices.read:unit events-stream.read:unit
    findings.read:unit cases.read:unit unit.status.read:unit unit.record:unit accessLog.check:unit ruleset.read:city
    drafts.read:own subscriptions.own:own`,
  inspector: `${EVERYBODY} reviews.read:city review.plan:city review.sample:city review.indicators:city findings.read:sample
    cases.read:sample events-stream.read:sample ruleset.read:city`,
  reviewApprover: `${EVERYBODY} reviews.read:city review.approve:city`,
  provider: EVERYBODY,
  administrator: `${EVERYBODY} ruleset.adopt:city`,
};

const words = (text = ''): string[] => text.split(/\s+/).filter((word) => word !== '');

/** All pairs of role and relation, also those that never occur. */
const ROLE_RELATIONS = ROLES.flatMap((role) => RELATIONS.map((relation) => ({ role, relation })));

const said = (permission: Permission, role: Role, relation: Relation, purpose?: AccessPurpose) => {
  const answer = mayDo({ permission, role, relation, ...(purpose && { purpose }) });
  return answer.allowed ? `${permission}:${answer.reach}` : answer.refused;
};

describe('the permission table', () => {
  it.each(ROLE_RELATIONS)('says to a $role who is $relation what to do with a file', ({ role, relation }) => {
    const roleRelation = OF_FILES[`${role} ${relation}`];
    const may = words(roleRelation?.may);
    const stated = words(roleRelation?.forAStatedPurpose);
    const expected = FILE_PERMISSIONS.map((permission) => {
      if (roleRelation === undefined) return 'NO_RELATION';
      if (may.includes(permission)) return `${permission}:file`;
      return stated.includes(permission) ? 'PURPOSE_REQUIRED' : 'NOT_PERMITTED';
    });
    expect(FILE_PERMISSIONS.map((permission) => said(permission, role, relation))).toEqual(expected);
    expect(
      [...may, ...stated].filter((word) => !(FILE_PERMISSIONS as readonly string[]).includes(word)),
    ).toEqual([]);
  });

  it.each(ROLE_RELATIONS)(
    'says to a $role who is $relation what to do beside files',
    ({ role, relation }) => {
      const granted = words(OF_NO_FILES[role]);
      const expected = GENERAL_PERMISSIONS.map(
        (permission) => granted.find((word) => word.startsWith(`${permission}:`)) ?? 'NOT_PERMITTED',
      );
      expect(GENERAL_PERMISSIONS.map((permission) => said(permission, role, relation))).toEqual(expected);
      expect(granted.length).toBe(expected.filter((word) => word !== 'NOT_PERMITTED').length);
    },
  );

  it.each([
    ['caseWorker', 'assigned', 'handling', 'handling followUp'],
    ['caseWorker', 'substitute', 'handling', 'handling followUp'],
    ['caseWorker', 'sameUnit', undefined, 'handling quality'],
    ['unitManager', 'sameUnit', undefined, 'handling followUp quality administration'],
    ['inspector', 'sampled', 'supervision', 'supervision'],
  ] as const)(
    'lets a %s who is %s read for %s where nothing is stated, and for %s',
    (role, relation, unsaid, accepted) => {
      const question = { permission: 'file.read', role, relation } as const;
      expect(mayDo(question)).toEqual(
        unsaid
          ? { allowed: true, purpose: unsaid, reach: 'file' }
          : { allowed: false, refused: 'PURPOSE_REQUIRED' },
      );
      for (const purpose of ACCESS_PURPOSES)
        expect(mayDo({ ...question, purpose })).toEqual(
          words(accepted).includes(purpose)
            ? { allowed: true, purpose, reach: 'file' }
            : { allowed: false, refused: 'PURPOSE_NOT_ACCEPTED' },
        );
    },
  );

  it('refuses what it does not know, names that every object has among them', () => {
    for (const permission of ['constructor', '__proto__', 'toString', 'file.readAll', ''])
      expect(said(permission as Permission, 'caseWorker', 'assigned')).toBe('NOT_PERMITTED');
  });
});
