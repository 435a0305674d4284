/**
 * Plans a review in a data folder. With the moment `sealed` it dies by SIGKILL when the value of the draw is sealed and durable, and its plan is not.
 * Arguments: the moment or `none`, the data folder, the id of the review.
 */
import 'reflect-metadata';
import { PassThrough } from 'node:stream';
import { ReviewPlan, reviewDefinition } from '@rt/inspection';
import type { ReviewId } from '@rt/domain';
import { working } from '../../apps/cli/src/house';
import { outputTo } from '../../apps/cli/src/output';
import { cliSettingsFrom } from '../../apps/cli/src/settings';
import { DEMO_REVIEW } from '../../libs/demo/src/demo-review';
import { SqliteEventLog } from '../../libs/event-store/src/sqlite/event-log.sqlite';

const [moment, dataDir = '', reviewId = ''] = process.argv.slice(2);

if (moment === 'sealed')
  SqliteEventLog.prototype.append = (): never => {
    process.kill(process.pid, 'SIGKILL');
    for (;;);
  };

const definition = reviewDefinition(DEMO_REVIEW);
if (definition === undefined) throw new Error('the review of the demo is not built in');
const plan = { ...definition.plan, reviewId: reviewId as ReviewId };
const inspector = { userId: 'insp-1', unitId: 'funktionshinderinspektorerna', origin: 'user' } as const;
const silent = new PassThrough();
const context = {
  settings: cliSettingsFrom({ dataDir, as: 'operator', lang: 'en' }, { RT_NOW: '2026-06-01T08:00:00.000Z' }),
  output: outputTo({ out: silent, err: silent }, { language: 'en', json: true }),
};
void working(context, 'write', ({ commands }) =>
  commands.execute(new ReviewPlan(plan, inspector, '0d8a0f0e-8c1c-4a57-9d27-0f5c8d9c3b11')),
).then(({ data }) => process.stdout.write(JSON.stringify({ commitment: data.commitment })));
