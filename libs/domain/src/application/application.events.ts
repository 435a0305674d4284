import { CHANNELS, eligibleGroup, extent, law } from '../codes';
import * as f from '../declare';

export const APPLICANT_KINDS = f.codeList({
  person: ['Den enskilde', 'The person'],
  representative: ['En företrädare', 'A representative'],
  party: ['Någon annan', 'Somebody else'],
});

/** Who applied: the person, a representative or another party. */
const applicant = {
  kind: f.code(APPLICANT_KINDS, 'Vem som söker', 'Who applies', {
    help: [
      'LSS: bara den enskilde eller, för barn och den som inte själv kan, en företrädare',
      'LSS: only the person or, for children and those who cannot themselves, a representative',
    ],
  }),
  representativeId: f.orNone(f.refersTo('representative')),
  partyId: f.orNone(f.refersTo('party')),
};
export const applicationStep = f.step({
  title: { sv: 'Ansökan, begäran', en: 'Application' },
  permission: 'application.record',
  case: 'required',
  events: {
    ApplicationReceived: f.event({
      title: { sv: 'Ansökan (SoL) eller begäran (LSS) mottagen', en: 'Application received' },
      day: { sv: 'Dagen ansökan kom in', en: 'The day on which the application came in' },
      fields: {
        applicationId: f.creates('application'),
        applicant: f.part(applicant, 'Sökande', 'Applicant'),
        channel: f.code(CHANNELS, 'Inkommen genom', 'Received by'),
        law: law('Sökt enligt', 'Applied for under'),
        eligibleGroup: eligibleGroup(
          'Vid begäran enligt LSS, så som den sökande anger den',
          'For a request under LSS, as the applicant states it',
        ),
        measure: f.measure(),
        requestedExtent: f.orNone(
          extent('Sökt omfattning', 'Requested extent', {
            help: ['Tomt: ingen omfattning angavs', 'Empty: no extent was stated'],
          }),
        ),
        text: f.optional(
          f.longText('Ansökan med egna ord', 'The application in its own words', {
            help: ['Så som den sökande skriver eller säger det', 'As the applicant writes or says it'],
          }),
        ),
      },
    }),
    ApplicationWithdrawn: f.event({
      title: { sv: 'Ansökan återtagen', en: 'Application withdrawn' },
      afterItsThing: true,
      fields: {
        applicationId: f.about('application'),
        reason: f.optional(f.text('Skäl', 'Reason')),
      },
    }),
    InformationReceived: f.event({
      title: {
        sv: 'Uppgift mottagen (aktualisering)',
        en: 'Information received otherwise than by application',
      },
      day: { sv: 'Dagen uppgiften kom in', en: 'The day on which the information came in' },
      fields: {
        informationId: f.creates('information'),
        partyId: f.orNone(
          f.refersTo('party', 'Vem som lämnade uppgiften', 'Who gave the information', {
            help: ['Tomt: ingen som är antecknad i akten', 'Empty: nobody recorded in the file'],
          }),
        ),
        about: f.longText('Vad uppgiften gäller', 'What the information is about'),
      },
    }),
    DelayNoticeSent: f.event({
      title: { sv: 'Underrättelse om försening (FL 11 §)', en: 'Notice of delay sent' },
      day: { sv: 'Dagen underrättelsen skickades', en: 'The day on which the notice was sent' },
      fields: {
        applicationId: f.about('application'),
        reason: f.text('Skäl till förseningen', 'Reason for the delay', {
          help: ['Så som det står i underrättelsen', 'As the notice says it'],
        }),
        expectedOn: f.optional(f.day('Beslut väntas', 'Decision expected')),
      },
    }),
    RequestToDecideReceived: f.event({
      title: { sv: 'Begäran om avgörande mottagen (FL 12 §)', en: 'Request to decide received' },
      day: {
        sv: 'Dagen begäran kom in; fyra veckor räknas härifrån',
        en: 'The day it came in; four weeks run from here',
      },
      fields: { applicationId: f.about('application') },
    }),
    RequestToDecideRejected: f.event({
      title: {
        sv: 'Begäran om avgörande avslagen i särskilt beslut (FL 12 §)',
        en: 'Request to decide rejected',
      },
      fields: {
        applicationId: f.about('application'),
        reason: f.text('Varför ärendet inte kan avgöras ännu', 'Why the case cannot be decided yet'),
      },
    }),
  },
});

export type ApplicationEvent = f.EventsIn<typeof applicationStep>;
