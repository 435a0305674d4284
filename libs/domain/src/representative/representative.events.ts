import { SUBJECTS } from '../codes';
import {
  about,
  code,
  codeList,
  codes,
  creates,
  day,
  event,
  type EventsIn,
  optional,
  refersTo,
  step,
  text,
} from '../declare';

export const REPRESENTATIVE_KINDS = codeList({
  guardian: ['Guardian', 'Guardian'],
  administrator: ['Administrator', 'Administrator'],
  custodian: ['Custodian', 'Custodian'],
  powerOfAttorney: ['Power of attorney', 'Power of attorney'],
  futurePowerOfAttorney: ['Future power of attorney', 'Future power of attorney'],
});
export type RepresentativeKind = (typeof REPRESENTATIVE_KINDS)[number];

export const representativeStep = step({
  title: { sv: 'Företrädare', en: 'Representative' },
  permission: 'representative.record',
  case: 'optional',
  events: {
    RepresentativeRegistered: event({
      title: { sv: 'Företrädare antecknad', en: 'Representative registered' },
      whileClosed: true,
      fields: {
        representativeId: creates('representative'),
        partyId: refersTo('party'),
        kind: code(REPRESENTATIVE_KINDS, 'Kind', 'Kind'),
        scope: codes(SUBJECTS, 'Scope', 'Scope'),
        validFrom: day('Valid from', 'Valid from'),
        validTo: optional(day('Valid to', 'Valid to')),
      },
    }),
    RepresentativeEnded: event({
      title: { sv: 'Företrädarskapet har upphört', en: 'Representation ended' },
      whileClosed: true,
      fields: {
        representativeId: about('representative'),
        reason: optional(text('Reason', 'Reason')),
      },
    }),
    RegisterExtractReceived: event({
      title: {
        sv: 'Registerutdrag från överförmyndaren mottaget',
        en: 'Extract from the chief guardian’s register received',
      },
      whileClosed: true,
      fields: {
        representativeId: about('representative'),
        dated: day('Dated', 'Dated'),
      },
    }),
  },
});

export type RepresentativeEvent = EventsIn<typeof representativeStep>;
