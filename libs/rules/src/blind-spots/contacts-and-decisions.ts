import { exampleId, on, recorded } from '@rt/domain';
import { blindSpot, type BlindSpot } from './blind-spot';

const party = recorded('PartyRecorded', '2026-01-07');
const doctor = recorded('PartyRecorded', '2026-01-07', { kind: 'professional', relation: 'none' });
const opened = recorded('InvestigationOpened', '2026-01-13');
const completed = recorded('InvestigationCompleted', '2026-02-18');

export const CONTACTS_AND_DECISIONS: readonly BlindSpot[] = [
  blindSpot(
    'contact-relative-without-consent',
    'What was said beyond the subjects that the case worker recorded: here the note says that health was discussed.',
    [
      party,
      recorded('ConsentGiven', '2026-01-07', { subjects: ['dailyLife'] }),
      recorded('ContactMade', '2026-03-05', {
        subjects: ['dailyLife'],
        text: 'Vi pratade mest om hennes mediciner.',
      }),
    ],
    '2026-03-05',
    [],
  ),
  blindSpot(
    'contact-relative-without-consent',
    'What a reservation means: this one names the brother and allows the call.',
    [
      party,
      recorded('ConsentGiven', '2026-01-07', { reservations: 'Min bror får veta allt' }),
      recorded('ContactMade', '2026-03-05'),
    ],
    '2026-03-05',
    ['violation'],
  ),
  blindSpot(
    'contact-professional-without-consent',
    'Whether the section of law applied, or exists: any section with any reason counts.',
    [
      doctor,
      recorded('ContactMade', '2026-03-05', {
        ground: { law: { statute: '2009:400', section: '99 kap. 99 §' }, reason: 'Det behövdes' },
      }),
    ],
    '2026-03-05',
    [],
  ),
  blindSpot(
    'contact-after-withdrawal',
    'Which came first on one day, the withdrawal or the call, where no times of day are recorded.',
    [
      party,
      recorded('ConsentGiven', '2026-01-07'),
      recorded('ConsentWithdrawn', '2026-03-05'),
      recorded('ContactMade', '2026-03-05'),
    ],
    '2026-03-05',
    [],
  ),
  blindSpot(
    'investigation-start-due',
    'Whether anybody worked in the investigation after it was opened.',
    [recorded('ApplicationReceived', '2026-01-12'), opened],
    '2026-09-01',
    ['fulfilled'],
  ),
  blindSpot(
    'wishes-missing',
    'Whether the text is about the wishes of this person.',
    [opened, recorded('InvestigationCompleted', '2026-02-18', { wishes: 'Se ovan' })],
    '2026-03-02',
    [],
  ),
  blindSpot(
    'decision-delayed',
    'Whether the person caused the delay, or agreed to it.',
    [
      recorded('ApplicationReceived', '2026-01-12'),
      recorded('NoteWritten', '2026-06-01', { text: 'Elsa vill vänta till hösten.' }),
    ],
    '2026-07-14',
    ['overdue'],
  ),
  blindSpot(
    'request-to-decide-unanswered',
    'Whether the request was in writing, or came too early: it is owed an answer all the same.',
    [recorded('ApplicationReceived', '2026-02-02'), recorded('RequestToDecideReceived', '2026-03-02')],
    '2026-03-31',
    ['overdue'],
  ),
  blindSpot(
    'decision-without-current-investigation',
    'Whether the investigation found out anything: one that was completed without a word counts.',
    [
      opened,
      recorded('InvestigationCompleted', '2026-02-18', {
        areas: [],
        interests: undefined,
        resources: undefined,
        wishes: undefined,
        assessment: undefined,
      }),
      recorded('DecisionMade', '2026-02-20'),
    ],
    '2026-02-20',
    [],
  ),
  blindSpot(
    'decision-without-communication',
    'Whether the material that was sent was all the material, or could be understood.',
    [
      opened,
      recorded('CommunicationSent', '2026-02-02', { answerBy: on('2026-02-19') }),
      completed,
      recorded('DecisionMade', '2026-02-20', { outcome: 'rejection' }),
    ],
    '2026-02-20',
    [],
  ),
  blindSpot(
    'lss-without-request',
    'Whether the person understood what was requested in their name.',
    [recorded('ApplicationReceived', '2026-02-02'), recorded('DecisionMade', '2026-02-20')],
    '2026-02-20',
    [],
  ),
  blindSpot(
    'assessment-missing',
    'Whether the reasons are about this person: a phrase that fits everybody counts.',
    [opened, completed, recorded('DecisionMade', '2026-02-20', { reasons: 'I enlighet med riktlinjerna.' })],
    '2026-03-02',
    [],
  ),
  blindSpot(
    'decision-notice-due',
    'Whether the person got the notice, and whether it gave the reasons.',
    [recorded('DecisionMade', '2026-02-20'), recorded('DecisionServed', '2026-02-23')],
    '2026-03-10',
    ['fulfilled'],
  ),
  blindSpot(
    'appeal-timeliness-check',
    'Whether the check was right: this appeal came four months after the decision was received.',
    [
      recorded('DecisionMade', '2026-02-20'),
      recorded('DecisionServed', '2026-02-20', { receivedOn: on('2026-02-23') }),
      recorded('AppealReceived', '2026-06-23'),
      recorded('AppealTimelinessChecked', '2026-06-24'),
    ],
    '2026-07-15',
    ['fulfilled'],
  ),
  blindSpot(
    'appeal-forwarding-due',
    'Whether the whole file was forwarded, and to the right court.',
    [
      recorded('DecisionMade', '2026-02-20'),
      recorded('AppealReceived', '2026-03-09'),
      recorded('AppealTimelinessChecked', '2026-03-11'),
      recorded('AppealForwarded', '2026-03-12'),
    ],
    '2026-04-01',
    ['fulfilled'],
  ),
  blindSpot(
    'decision-expiring',
    'Whether the need remains after the last day: a measure that was meant to end shows too.',
    [
      recorded('DecisionMade', '2025-02-20', { to: on('2026-02-28') }),
      recorded('NoteWritten', '2025-12-01', { text: 'Elsa vill avsluta insatsen.' }),
    ],
    '2026-01-02',
    ['overdue'],
  ),
  blindSpot(
    'case-without-worker',
    'Whether the responsible case worker is at work.',
    [recorded('CaseOpened', '2026-01-07'), recorded('CaseWorkerAssigned', '2026-01-07')],
    '2026-09-01',
    [],
  ),
  blindSpot(
    'individual-plan-offer',
    'Whether the person understood what was offered, and that it is neither a SIP nor the plan of the provider.',
    [recorded('DecisionMade', '2026-02-20'), recorded('IndividualPlanOffered', '2026-02-23')],
    '2026-04-01',
    ['fulfilled'],
  ),
  blindSpot(
    'freda-yearly',
    'What the answers were: they are never recorded.',
    [recorded('CaseOpened', '2026-01-07'), recorded('ViolenceQuestionsAsked', '2026-02-02')],
    '2026-03-01',
    ['fulfilled', 'pending'],
  ),
  blindSpot(
    'judgment-to-carry-out',
    'What a judgment grants when the entry does not say it.',
    [
      recorded('DecisionMade', '2026-02-20', { outcome: 'rejection' }),
      recorded('AppealReceived', '2026-03-02', { appealId: exampleId('appeal') }),
      recorded('AppealDecided', '2026-06-15', { outcome: 'changed' }),
    ],
    '2026-07-15',
    [],
  ),
];
