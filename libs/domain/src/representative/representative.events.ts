import { SUBJECTS } from '../codes';
import * as f from '../declare';

export const REPRESENTATIVE_KINDS = f.codeList({
  guardian: ['God man', 'Legal guardian'],
  administrator: ['Förvaltare', 'Administrator'],
  custodian: ['Vårdnadshavare', 'Custodian'],
  powerOfAttorney: ['Ombud med fullmakt', 'Holder of a power of attorney'],
  futurePowerOfAttorney: ['Framtidsfullmaktshavare', 'Holder of a future power of attorney'],
});
export const representativeStep = f.step({
  title: { sv: 'Företrädare', en: 'Representative' },
  permission: 'representative.record',
  case: 'optional',
  events: {
    // In force from `validFrom`. A representative is named, it does not happen: a replay shows it whatever day is asked for, once it was recorded.
    RepresentativeRegistered: f.event({
      title: { sv: 'Företrädare antecknad', en: 'Representative registered' },
      day: {
        sv: 'Dagen förordnandet eller fullmakten visades',
        en: 'The day on which the authority was shown',
      },
      whileClosed: true,
      fields: {
        representativeId: f.creates('representative'),
        partyId: f.refersTo('party', 'Vem som företräder', 'Who represents the person'),
        kind: f.code(REPRESENTATIVE_KINDS, 'Slag av företrädare', 'Kind of representative', {
          help: [
            'Registerutdrag begärs in för god man och förvaltare',
            'A register extract is obtained for guardians and administrators',
          ],
        }),
        scope: f.codes(SUBJECTS, 'Får företräda i fråga om', 'May represent in matters of'),
        validFrom: f.day('Gäller från och med', 'Valid from', {
          help: ['Enligt förordnandet eller fullmakten', 'As the appointment or the power of attorney says'],
        }),
        validTo: f.optional(
          f.day('Gäller till och med', 'Valid through', {
            help: ['Tomt: tills vidare', 'Empty: until further notice'],
            notBefore: 'validFrom',
          }),
        ),
      },
    }),
    RepresentativeEnded: f.event({
      title: { sv: 'Företrädarskapet har upphört', en: 'Representation ended' },
      day: { sv: 'Sista dagen företrädarskapet gällde', en: 'The last day on which it was in force' },
      whileClosed: true,
      fields: {
        representativeId: f.about('representative'),
        reason: f.optional(f.text('Skäl', 'Reason')),
      },
    }),
    RegisterExtractReceived: f.event({
      title: {
        sv: 'Registerutdrag från överförmyndaren mottaget',
        en: 'Extract from the chief guardian’s register received',
      },
      day: { sv: 'Dagen utdraget kom in', en: 'The day on which the extract came in' },
      whileClosed: true,
      fields: {
        representativeId: f.about('representative'),
        dated: f.day('Utdragets datum', 'Date of the extract'),
      },
    }),
  },
});

export type RepresentativeEvent = f.EventsIn<typeof representativeStep>;
