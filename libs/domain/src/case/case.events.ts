import {
  about,
  code,
  codeList,
  creates,
  event,
  type EventsIn,
  measure,
  optional,
  shortText,
  step,
  text,
} from '../declare';

export const CLOSING_REASONS = codeList({
  measureEnded: ['Measure ended', 'Measure ended'],
  rejected: ['Rejected', 'Rejected'],
  withdrawn: ['Withdrawn', 'Withdrawn'],
  moved: ['Moved', 'Moved'],
  deceased: ['Deceased', 'Deceased'],
  handedOver: ['Handed over', 'Handed over'],
  other: ['Other', 'Other'],
});

export const caseStep = step({
  title: { sv: 'Ärende', en: 'Case' },
  permission: 'case.record',
  case: 'optional',
  events: {
    CaseOpened: event({
      title: { sv: 'Ärende öppnat', en: 'Case opened' },
      fields: {
        caseId: creates('case'),
        caseNumber: shortText('Case number', 'Case number'),
        measure: measure(),
      },
    }),
    CaseClosed: event({
      title: { sv: 'Ärende avslutat', en: 'Case closed' },
      fields: {
        caseId: about('case'),
        reason: code(CLOSING_REASONS, 'Reason', 'Reason'),
        note: optional(text('Note', 'Note')),
      },
    }),
    CaseReopened: event({
      title: { sv: 'Ärende återöppnat', en: 'Case reopened' },
      whileClosed: true,
      fields: {
        caseId: about('case'),
        reason: text('Reason', 'Reason'),
      },
    }),
    FilePreserved: event({
      title: { sv: 'Akten bevaras (SoL 16:2–4, LSS 21 d §)', en: 'File to be preserved' },
      permission: 'case.preserve',
      whileClosed: true,
      fields: {
        ground: text('Ground', 'Ground'),
      },
    }),
    ErasurePaused: event({
      title: { sv: 'Gallring pausad', en: 'Erasure paused' },
      permission: 'case.preserve',
      whileClosed: true,
      fields: {
        ground: text('Ground', 'Ground'),
      },
    }),
    ErasureResumed: event({
      title: { sv: 'Gallring återupptagen', en: 'Erasure resumed' },
      permission: 'case.preserve',
      whileClosed: true,
      fields: {
        ground: text('Ground', 'Ground'),
      },
    }),
  },
});

export type CaseEvent = EventsIn<typeof caseStep>;
