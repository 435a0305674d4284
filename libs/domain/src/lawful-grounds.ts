import type { LawfulGround } from './ruleset/ruleset.events';

const ground = (code: string, sv: string, en: string, statute: string, section: string): LawfulGround => ({
  code,
  title: { sv, en },
  law: { statute, section },
});

const OSL = '2009:400';

/**
 * The sections that are offered for a contact without a consent, until the municipality adopts a list of its own. Source: the overview of the law on
 * secrecy in social services (OSL 10 kap. 2 and 28 §§, 26 kap. 9 c §; SoL 2025:400 10 kap. 8 § and 19 kap. 1 §; LSS 15 §). No lawyer of a municipality
 * has gone through them, which is why they are a list that one can.
 */
export const DEFAULT_LAWFUL_GROUNDS: readonly LawfulGround[] = [
  ground(
    'ownWork',
    'OSL 10 kap. 2 §: nödvändigt för att vi ska kunna fullgöra vår uppgift',
    'OSL ch. 10 s. 2: necessary for our own work',
    OSL,
    '10 kap. 2 §',
  ),
  ground(
    'dutyToTell',
    'OSL 10 kap. 28 §: en lag eller förordning säger att uppgiften ska lämnas',
    'OSL ch. 10 s. 28: an act or ordinance says that it is to be disclosed',
    OSL,
    '10 kap. 28 §',
  ),
  ground(
    'sameMunicipality',
    'OSL 26 kap. 9 c §: en annan myndighet i samma kommun behöver uppgiften för stöd till personen',
    'OSL ch. 26 s. 9 c: another authority of the municipality needs it for support to the person',
    OSL,
    '26 kap. 9 c §',
  ),
  ground(
    'coordinatedPlan',
    'SoL 10 kap. 8 §: samordning i en individuell plan som personen vill ha',
    'SoL ch. 10 s. 8: coordination in an individual plan that the person wants',
    '2025:400',
    '10 kap. 8 §',
  ),
  ground(
    'childAtRisk',
    'SoL 19 kap. 1 §: anmälan om att ett barn far illa',
    'SoL ch. 19 s. 1: report that a child is at risk',
    '2025:400',
    '19 kap. 1 §',
  ),
  ground(
    'lssTask',
    'LSS 15 §: ingår i kommunens uppgifter enligt LSS',
    'LSS s. 15: one of the municipality’s tasks under LSS',
    '1993:387',
    '15 §',
  ),
];
