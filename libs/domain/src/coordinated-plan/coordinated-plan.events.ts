import { about, creates, event, type EventsIn, orNone, refersTo, shortText, step, texts } from '../declare';

export const coordinatedPlanStep = step({
  title: { sv: 'Samordnad individuell plan, SIP', en: 'Coordinated plan' },
  permission: 'coordinated-plan.record',
  case: 'optional',
  events: {
    CoordinatedPlanNeeded: event({
      title: { sv: 'Behov av samordnad individuell plan, SIP (SoL 10:8)', en: 'Coordinated plan needed' },
      fields: {
        coordinatedPlanId: creates('coordinatedPlan'),
      },
    }),
    CoordinatedPlanConsented: event({
      title: { sv: 'Samtycke till SIP', en: 'Coordinated plan consented to' },
      fields: {
        coordinatedPlanId: about('coordinatedPlan'),
        consentId: orNone(refersTo('consent')),
      },
    }),
    CoordinatedPlanStarted: event({
      title: { sv: 'SIP-arbetet påbörjat', en: 'Work on the coordinated plan started' },
      fields: {
        coordinatedPlanId: about('coordinatedPlan'),
      },
    }),
    CoordinatedPlanMade: event({
      title: { sv: 'SIP upprättad (SoL 10:9)', en: 'Coordinated plan made' },
      fields: {
        coordinatedPlanId: about('coordinatedPlan'),
        services: texts('Services', 'Services'),
        responsible: texts('Responsible', 'Responsible'),
        measuresByOthers: texts('Measures by others', 'Measures by others'),
        leads: shortText('Leads', 'Leads'),
      },
    }),
  },
});

export type CoordinatedPlanEvent = EventsIn<typeof coordinatedPlanStep>;
