import type { DemoDirectory, DemoRole, DemoUser, Directory } from './directory';
import { isLoopback } from './loopback';
import type { User } from './roles';

export class DemoNotOnLoopback extends Error {
  readonly code = 'DEMO_NOT_ON_LOOPBACK';
  constructor(readonly address: string) {
    super(`the demo's users need no password, so it listens on loopback only, not on ${address}`);
  }
}

/** The users of the demo, who can sign in without a password. @param address the address that the server listens on @throws DemoNotOnLoopback */
export const demoDirectory = (address: string): DemoDirectory => {
  if (!isLoopback(address)) throw new DemoNotOnLoopback(address);
  return { users: USERS, roles: DEMO_ROLES, ...demoUsers };
};

const UNITS: readonly (readonly [unitId: string, name: string, workers: number])[] = [
  ['rinkeby-kista', 'Rinkeby-Kista', 6],
  ['sodermalm', 'Södermalm', 6],
  ['skarholmen', 'Skärholmen', 5],
  ['hagersten-alvsjo', 'Hägersten-Älvsjö', 5],
  ['farsta', 'Farsta', 5],
  ['ostermalm', 'Östermalm', 4],
];

const DEMO_UNITS: DemoDirectory['units'] = UNITS.map(([unitId, name]) => ({ unitId, name }));

const USERS: readonly DemoUser[] = [
  ...UNITS.flatMap(([unitId, name, workers]): DemoUser[] => {
    const place = { unitId, boardId: `sdn-${unitId}` };
    return [
      ...Array.from({ length: workers }, (_, index): DemoUser => {
        const number = index + 1;
        return {
          userId: `hl-${unitId}-${number}`,
          roles: ['caseWorker'],
          ...place,
          title: { sv: `Handläggare ${number}, ${name}`, en: `Case worker ${number}, ${name}` },
        };
      }),
      {
        userId: `ec-${unitId}`,
        roles: ['unitManager'],
        ...place,
        title: { sv: `Enhetschef, ${name}`, en: `Unit manager, ${name}` },
      },
    ];
  }),
  {
    userId: 'utf-bjorken-1',
    roles: ['provider'],
    unitId: 'utf-bjorken',
    providerId: 'utf-bjorken',
    title: { sv: 'Utförare, Björken', en: 'Provider, Björken' },
  },
  {
    userId: 'insp-1',
    roles: ['inspector'],
    unitId: 'funktionshinderinspektorerna',
    title: { sv: 'Funktionshinderinspektör', en: 'Disability inspector' },
  },
  {
    userId: 'godk-1',
    roles: ['reviewApprover'],
    unitId: 'socialforvaltningen',
    title: { sv: 'Granskningsansvarig', en: 'Head of reviews' },
  },
];

const BY_ID: ReadonlyMap<string, User> = new Map(USERS.map((user) => [user.userId, user]));

/** The users of the demo, for questions about units and boards. It takes no address, because it offers no way to sign in. */
export const demoUsers: Directory = {
  find: async (userId) => BY_ID.get(userId),
  // `example` is a domain that nobody can have (RFC 2606).
  mailAddressOf: async (userId) => (BY_ID.has(userId) ? `${userId}@exempelstad.example` : undefined),
  units: DEMO_UNITS,
};

const DEMO_ROLES: readonly DemoRole[] = [
  {
    role: 'caseWorker',
    title: { sv: 'Handläggare', en: 'Case worker' },
    explanation: {
      sv: 'Vad måste jag göra i dag, och vad saknas i den här akten? Ser och skriver i sina egna akter och dem de vikarierar för; läser kollegors i enheten för ett angivet ändamål.',
      en: 'What must I do today, and what is missing in this file? Sees and writes in the files they are assigned to or stand in for; reads those of colleagues in the unit for a stated purpose.',
    },
  },
  {
    role: 'unitManager',
    title: { sv: 'Enhetschef', en: 'Unit manager' },
    explanation: {
      sv: 'Var är vi sena, med vad, och vem behöver hjälp? Ser enhetens läge, fördelar akter, läser dem för ett angivet ändamål och följer upp åtkomstloggen.',
      en: 'Where are we late, with what, and who needs help? Sees how the unit stands, assigns files, reads them for a stated purpose and checks the access log.',
    },
  },
  {
    role: 'provider',
    title: { sv: 'Utförare', en: 'Provider' },
    explanation: {
      sv: 'Vad har vi beställts att göra, och vad väntar kommunen på? Skickar plan, start, avbrott och rapporter om de egna beställningarna; läser inga akter och inga listor.',
      en: 'What have we been ordered to do, and what does the municipality wait for? Sends the plan, the start, interruptions and reports of their own orders; reads no files and no lists.',
    },
  },
  {
    role: 'inspector',
    title: { sv: 'Funktionshinderinspektör', en: 'Disability inspector' },
    explanation: {
      sv: 'Vad visste de, och när, i de ärenden som lotten valde? Planerar granskningar och läser akterna i en öppen gransknings urval, inga andra, och skriver i ingen.',
      en: 'What did they know, and when, in the cases that chance picked? Plans reviews and reads the files that an open review drew, no others, and writes in none.',
    },
  },
  {
    role: 'reviewApprover',
    title: { sv: 'Granskningsansvarig', en: 'Head of reviews' },
    explanation: {
      sv: 'Har granskningen ett uppdrag, och öppnar den inte mer än den behöver? Godkänner andras granskningar och avslutar dem tillsammans med inspektören; läser inga akter.',
      en: 'Does the review have an assignment, and open no more than it needs? Approves the reviews of others and closes them together with the inspector; reads no files.',
    },
  },
];
