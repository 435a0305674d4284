import { given, said, when } from '../decide.fixture';
import { exampleId, recorded } from '../examples';

const asked = recorded('ProviderDataRequested', '2026-03-10', { orderId: null });
const individual = recorded('IndividualPlanRequested', '2026-03-10');

it('data from the provider answer a request to the provider, and do not come before it', () => {
  expect(said(when('ProviderDataReceived', '2026-03-10'), given(asked))).toBe('accepted');
  expect(said(when('ProviderDataReceived', '2026-03-09'), given(asked))).toBe('END_BEFORE_START occurredOn');
  const other = { requestId: exampleId('request', 2) };
  expect(said(when('ProviderDataReceived', '2026-03-10', other), given(individual))).toBe(
    'UNKNOWN_ID data.requestId',
  );
});

it('an individual plan answers a request for one, or none', () => {
  expect(said(when('IndividualPlanMade', '2026-04-01'), given(individual))).toBe('accepted');
  expect(said(when('IndividualPlanMade', '2026-04-01', { requestId: null }), given())).toBe('accepted');
  expect(
    said(when('IndividualPlanMade', '2026-04-01', { requestId: exampleId('request') }), given(asked)),
  ).toBe('UNKNOWN_ID data.requestId');
});
