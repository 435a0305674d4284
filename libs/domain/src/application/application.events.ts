import { CHANNELS, extent, law } from '../codes';
import {
  about,
  code,
  codeList,
  creates,
  day,
  event,
  type EventsIn,
  longText,
  measure,
  optional,
  orNone,
  part,
  type Payload,
  refersTo,
  step,
  text,
} from '../declare';

export const KINDS = codeList({
  person: ['Person', 'Person'],
  representative: ['Representative', 'Representative'],
  party: ['Party', 'Party'],
});

const applicant = {
  kind: code(KINDS, 'Kind', 'Kind'),
  representativeId: orNone(refersTo('representative')),
  partyId: orNone(refersTo('party')),
};
export type Applicant = Payload<typeof applicant>;

export const applicationStep = step({
  title: { sv: 'Ansökan, begäran', en: 'Application' },
  permission: 'application.record',
  case: 'required',
  events: {
    ApplicationReceived: event({
      title: { sv: 'Ansökan (SoL) eller begäran (LSS) mottagen', en: 'Application received' },
      fields: {
        applicationId: creates('application'),
        law: law(),
        measure: measure(),
        requestedExtent: orNone(extent('Requested extent', 'Requested extent')),
        applicant: part(applicant, 'Applicant', 'Applicant'),
        channel: code(CHANNELS, 'Channel', 'Channel'),
        text: optional(longText('Text', 'Text')),
      },
    }),
    ApplicationWithdrawn: event({
      title: { sv: 'Ansökan återtagen', en: 'Application withdrawn' },
      fields: {
        applicationId: about('application'),
        reason: optional(text('Reason', 'Reason')),
      },
    }),
    InformationReceived: event({
      title: {
        sv: 'Uppgift mottagen (aktualisering)',
        en: 'Information received otherwise than by application',
      },
      fields: {
        informationId: creates('information'),
        partyId: orNone(refersTo('party')),
        about: longText('About', 'About'),
      },
    }),
    DelayNoticeSent: event({
      title: { sv: 'Underrättelse om försening (FL 11 §)', en: 'Notice of delay sent' },
      fields: {
        applicationId: about('application'),
        reason: text('Reason', 'Reason'),
        expectedOn: optional(day('Expected on', 'Expected on')),
      },
    }),
    RequestToDecideReceived: event({
      title: { sv: 'Begäran om avgörande mottagen (FL 12 §)', en: 'Request to decide received' },
      fields: {
        applicationId: about('application'),
      },
    }),
    RequestToDecideRejected: event({
      title: {
        sv: 'Begäran om avgörande avslagen i särskilt beslut (FL 12 §)',
        en: 'Request to decide rejected',
      },
      fields: {
        applicationId: about('application'),
        reason: text('Reason', 'Reason'),
      },
    }),
  },
});

export type ApplicationEvent = EventsIn<typeof applicationStep>;
