import * as f from '../declare';

export const CLOSING_REASONS = f.codeList({
  measureEnded: ['Insatsen har upphört', 'The measure has ended'],
  rejected: ['Avslag', 'Rejected'],
  withdrawn: ['Ansökan återtagen', 'Application withdrawn'],
  moved: ['Flyttat från kommunen', 'Moved away'],
  deceased: ['Avliden', 'Deceased'],
  handedOver: ['Överlämnat till en annan nämnd', 'Handed over to another board'],
  other: ['Annat skäl', 'Another reason'],
});

export const caseStep = f.step({
  title: { sv: 'Ärende', en: 'Case' },
  permission: 'case.record',
  case: 'optional',
  events: {
    CaseOpened: f.event({
      title: { sv: 'Ärende öppnat', en: 'Case opened' },
      fields: {
        caseId: f.creates('case'),
        caseNumber: f.shortText('Ärendenummer', 'Case number', {
          help: ['Så som det sökes, till exempel 2026-00017', 'As it is searched for, such as 2026-00017'],
        }),
        measure: f.measure({ help: ['Den insats som ärendet gäller', 'The measure that the case is about'] }),
      },
    }),
    CaseClosed: f.event({
      title: { sv: 'Ärende avslutat', en: 'Case closed' },
      day: { sv: 'Sista dagen ärendet var öppet', en: 'The last day on which the case was open' },
      afterItsThing: true,
      fields: {
        caseId: f.about('case'),
        reason: f.code(CLOSING_REASONS, 'Skäl', 'Reason'),
        note: f.optional(f.text('Kommentar', 'Comment')),
      },
    }),
    CaseReopened: f.event({
      title: { sv: 'Ärende återöppnat', en: 'Case reopened' },
      whileClosed: true,
      fields: { caseId: f.about('case'), reason: f.text('Skäl', 'Reason') },
    }),
    FilePreserved: f.event({
      title: { sv: 'Akten bevaras (SoL 16:2–4, LSS 21 d §)', en: 'File to be preserved' },
      permission: 'case.preserve',
      whileClosed: true,
      fields: {
        ground: f.text('Grund', 'Ground', {
          help: ['Varför akten inte får gallras', 'Why the file may not be erased'],
        }),
      },
    }),
    ErasurePaused: f.event({
      title: { sv: 'Gallring pausad', en: 'Erasure paused' },
      permission: 'case.preserve',
      whileClosed: true,
      fields: {
        ground: f.text('Grund', 'Ground', {
          help: [
            'Till exempel en tvist eller en begäran om handlingen',
            'Such as a dispute or a request for records',
          ],
        }),
      },
    }),
    ErasureResumed: f.event({
      title: { sv: 'Gallring återupptagen', en: 'Erasure resumed' },
      permission: 'case.preserve',
      whileClosed: true,
      fields: {
        ground: f.text('Grund', 'Ground', {
          help: ['Varför gallringen inte behöver vänta längre', 'Why the erasure need not wait any longer'],
        }),
      },
    }),
  },
});

export type CaseEvent = f.EventsIn<typeof caseStep>;
