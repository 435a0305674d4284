import * as f from '../declare';

export const coordinatedPlanStep = f.step({
  title: { sv: 'Samordnad individuell plan, SIP', en: 'Coordinated plan' },
  permission: 'coordinated-plan.record',
  case: 'optional',
  events: {
    CoordinatedPlanNeeded: f.event({
      title: { sv: 'Behov av samordnad individuell plan, SIP (SoL 10:8)', en: 'Coordinated plan needed' },
      day: { sv: 'Dagen behovet bedömdes finnas', en: 'The day on which the need was seen' },
      fields: { coordinatedPlanId: f.creates('coordinatedPlan') },
    }),
    CoordinatedPlanConsented: f.event({
      title: { sv: 'Samtycke till SIP', en: 'Coordinated plan consented to' },
      day: { sv: 'Dagen den enskilde samtyckte', en: 'The day on which the person consented' },
      fields: {
        coordinatedPlanId: f.about('coordinatedPlan'),
        consentId: f.orNone(
          f.refersTo('consent', 'Medgivande', 'Consent', {
            help: [
              'Tomt: samtycket finns inte som medgivande i akten',
              'Empty: the file has no such consent on record',
            ],
          }),
        ),
      },
    }),
    CoordinatedPlanStarted: f.event({
      title: { sv: 'SIP-arbetet påbörjat', en: 'Work on the coordinated plan started' },
      fields: { coordinatedPlanId: f.about('coordinatedPlan') },
    }),
    CoordinatedPlanMade: f.event({
      title: { sv: 'SIP upprättad (SoL 10:9)', en: 'Coordinated plan made' },
      fields: {
        coordinatedPlanId: f.about('coordinatedPlan'),
        services: f.texts('Insatser som behövs', 'Services that are needed', {
          help: ['En per rad', 'One a line'],
        }),
        responsible: f.texts('Vem som svarar för vad', 'Who is responsible for what', {
          help: [
            'Kommunens och regionens insatser, en per rad',
            'Of the municipality and the region, one a line',
          ],
        }),
        measuresByOthers: f.texts('Åtgärder av andra', 'Measures by others', {
          help: ['Än kommunen och regionen', 'Than the municipality and the region'],
        }),
        leads: f.shortText('Övergripande ansvar', 'Who leads', {
          help: ['Kommunen eller regionen', 'The municipality or the region'],
        }),
      },
    }),
  },
});
