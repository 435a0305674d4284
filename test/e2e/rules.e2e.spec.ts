import { randomUUID } from 'node:crypto';
import type { FileId } from '@rt/domain';
import { RulesetRepository } from '@rt/files';
import { Handling } from '@rt/handling';
import { actorFor } from '../../apps/api/src/access/authorise';
import { fromApplicationToOrder, openCity, type City, type CityUser } from './city.fixture';

interface Told {
  readonly id: string;
  readonly rule: string;
  readonly title: { readonly sv: string };
}

interface Said extends Told {
  readonly text: { readonly sv: string };
  readonly whatToDo: { readonly sv: string } | null;
}

interface ExampleRow {
  readonly days: readonly { readonly statuses: readonly string[]; readonly events: readonly object[] }[];
}

const administrator = actorFor({ userId: 'adm-1', unitId: 'stadsledningen', roles: ['administrator'] });

describe('the rules over HTTP', () => {
  let city: City;
  let anna: CityUser;
  let fileId: FileId;

  beforeAll(async () => {
    city = await openCity();
    anna = city.person('hl-farsta-1');
    // Adopts under the former id of the rule, as a municipality does that has not learnt of the new one.
    await city.api.nest.get(Handling).adopt(administrator, 'twenty-days', {
      type: 'RuleParametersAdopted',
      occurredOn: '2026-02-09',
      data: {
        ruleId: 'plan-due-15-days',
        scope: 'municipality',
        from: '2026-02-10',
        parameters: { planDaysMax: 20 },
      },
    });
    city.onDay('2026-03-02');
    fileId = await anna.opensFile();
    await anna.records(fileId, fromApplicationToOrder('hl-farsta-1').steps);
    city.onDay('2026-03-23');
  });
  afterAll(() => city.close());

  const twentyDays = 'Genomförandeplan saknas efter 20 dagar';

  it('say which numbers apply in the municipality today, and what each version had', async () => {
    const { body } = await anna.reads('/rules');
    const planDue = (body.rules as { id: string }[]).find(({ id }) => id === 'plan-due');
    expect(planDue).toMatchObject({
      formerId: 'plan-due-15-days',
      kind: 'deadline',
      title: { sv: twentyDays },
      reading: { sv: expect.stringContaining('inom 20 dagar') },
      parameters: { planDaysMax: 20 },
      versions: [{ version: 1, parameters: { planDaysMax: 15 } }],
    });
  });

  it('show one rule with its examples day by day, by its former id too', async () => {
    const { status, body } = await anna.reads('/rules/plan-due-15-days');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: 'plan-due',
      parameterTexts: [{ sv: 'högst 20 dagar' }],
      settledByTitles: [{ sv: 'Genomförandeplan mottagen från utföraren' }],
    });
    // The examples are those of the rule as it was written: 15 days.
    const [first] = body.examples as { edge: string; days: string[]; rows: ExampleRow[] }[];
    expect(first?.edge).toBe('2026-03-17');
    expect(first?.rows[1]?.days.map(({ statuses }) => statuses)).toContainEqual(['overdue']);
    expect(first?.rows[1]?.days[0]?.events).toMatchObject([{ type: 'OrderSent' }]);
    expect(await anna.reads('/rules/no-such-rule')).toMatchObject({
      status: 404,
      body: { code: 'NOT_FOUND' },
    });
  });

  it('count what they find in open cases, as the list of findings has it', async () => {
    const { body } = await anna.reads('/findings/by-rule');
    const { body: list } = await anna.reads('/findings?inCase=open&limit=100');
    const found = list.findings as { rule: string; status: string; dueOn: string }[];
    const counted = body.rules as {
      rule: string;
      gaps: number;
      oldestDueOn: string | null;
      pending: number;
    }[];
    expect(counted.find(({ rule }) => rule === 'plan-due')).toEqual({
      rule: 'plan-due',
      gaps: 1,
      oldestDueOn: '2026-03-22',
      pending: 0,
      dueWithin7Days: 0,
    });
    for (const { rule, gaps, pending } of counted) {
      const ofRule = found.filter((finding) => finding.rule === rule);
      expect(ofRule.filter(({ status }) => ['overdue', 'violation'].includes(status))).toHaveLength(gaps);
      expect(ofRule.filter(({ status }) => status === 'pending')).toHaveLength(pending);
    }
    expect((await anna.reads('/findings/by-rule?worker=hl-farsta-2')).body.code).toBe('NOT_ALLOWED');
    expect((await city.person('ec-farsta').reads('/findings/by-rule?worker=hl-farsta-1')).body.rules).toEqual(
      counted,
    );
    expect((await city.person('godk-1').reads('/findings/by-rule')).status).toBe(403);
  });

  it('name the adopted number in the worklist and among the notices', async () => {
    const { body: worklist } = await anna.reads('/worklist?section=overdue');
    const { body: news } = await anna.reads('/notices');
    const titles = [worklist.lines, news.notices].map((told: Told[]) =>
      told.filter(({ rule }) => rule === 'plan-due').map(({ title }) => title.sv),
    );
    expect(titles).toEqual([[twentyDays], [twentyDays, twentyDays]]);
  });

  it('give the text of a finding for its status, and what to do while it is open', async () => {
    const textsOn = async (day: string) =>
      ((await anna.reads(`/findings?rule=plan-due&on=${day}`)).body.findings as Said[]).map(
        ({ text, whatToDo }) => [text.sv, whatToDo?.sv ?? null],
      );
    const whatToDo = 'Be utföraren skicka genomförandeplanen, och registrera den när den kommer.';
    expect(await textsOn('2026-03-22')).toEqual([[expect.stringContaining('ska ha kommit in'), whatToDo]]);
    expect(await textsOn('2026-03-23')).toEqual([[expect.stringContaining('skulle ha kommit in'), whatToDo]]);
    const { body } = await anna.reads('/worklist?section=overdue');
    expect((body.lines as Said[]).find(({ rule }) => rule === 'plan-due')?.whatToDo?.sv).toBe(whatToDo);
  });

  it('are found by their former id', async () => {
    const ids = async (rule: string) =>
      ((await anna.reads(`/findings?rule=${rule}`)).body.findings as Told[]).map(({ id }) => id);
    const now = await ids('plan-due');
    expect(now).toHaveLength(1);
    expect(await ids('plan-due-15-days')).toEqual(now);
    expect(await ids('plan-review-due,plan-due-15-days')).toEqual(now);
  });

  it('let a gap be acknowledged under its former id', async () => {
    const [gap] = (await anna.reads('/findings?rule=plan-due')).body.findings as Told[];
    await anna.records(fileId, {
      type: 'GapAcknowledged',
      occurredOn: '2026-03-23',
      data: { obligationId: gap?.id.replace('plan-due:', 'plan-due-15-days:'), reason: 'Utföraren är ny' },
    });
    expect((await anna.reads('/findings?rule=plan-due')).body.findings).toMatchObject([
      { id: gap?.id, acknowledgedOn: '2026-03-23' },
    ]);
  });

  describe('after a setting that was recorded in May and dated January', () => {
    const ofRule = async (ruleId: string) =>
      ((await anna.reads('/rules')).body.rules as { id: string }[]).find(({ id }) => id === ruleId);

    beforeAll(async () => {
      city.onDay('2026-05-04');
      await city.api.nest.get(Handling).adopt(administrator, 'pause', {
        type: 'RuleSuspended',
        occurredOn: '2026-01-02',
        data: { ruleId: 'plan-due', scope: 'municipality', from: '2026-01-02', reason: 'Översyn' },
      });
    });
    it('show in a replay what was known in March, and what is known now', async () => {
      const dueOn = async (known: string) => {
        const { body } = await anna.reads(`/files/${fileId}/replay?asOf=2026-03-23${known}`);
        const found = body.findings as (Told & { readonly dueOn: string })[];
        return found.filter(({ rule }) => rule === 'plan-due').map((finding) => finding.dueOn);
      };
      expect(await dueOn('&knownAt=2026-03-31T12:00:00.000Z')).toEqual(['2026-03-22']);
      expect(await dueOn('')).toEqual([]);
    });

    it('tell the pauses that are stored, and which rules cannot be paused', async () => {
      await city.api.nest.get(RulesetRepository).append({
        commandId: randomUUID(),
        requestHash: '',
        author: { recordedBy: 'adm-1', unitId: 'stadsledningen', origin: 'user' },
        // As a program stored it that did not refuse it yet.
        decide: async () => [
          {
            type: 'RuleSuspended',
            schemaVersion: 1,
            occurredOn: '2026-01-02',
            data: {
              ruleId: 'assessment-missing',
              scope: 'unit',
              scopeId: 'farsta',
              from: '2026-01-02',
              reason: '-',
            },
          },
        ],
      });
      expect(await ofRule('plan-due')).toMatchObject({
        restsOnLaw: false,
        pauses: [{ scope: 'municipality', scopeId: null, from: '2026-01-02', until: null }],
      });
      expect(await ofRule('assessment-missing')).toMatchObject({
        restsOnLaw: true,
        pauses: [{ scope: 'unit', scopeId: 'farsta', from: '2026-01-02', until: null }],
      });
      expect(await ofRule('plan-review-due')).toMatchObject({ pauses: [] });
    });
  });
});
