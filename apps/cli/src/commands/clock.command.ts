import { EXIT } from '../exit';
import { inHouse } from '../house';
import type { Work } from '../run';
import type { Registration } from './registration';

export const clockCommand: Registration = (program, run) =>
  void program
    .command('clock')
    .description('say what the clock says beside the newest event; --confirm where it has leapt and is right')
    .option('--confirm', 'the clock is right: go on recording after a leap')
    .action(run(clock));

/** It opens the store for reading, so it can be run beside a server that has stopped recording. */
const clock: Work<{ readonly confirm?: boolean }> = (context, { confirm }) =>
  inHouse(context, 'read', async ({ clock: { now }, store, confirmedClock }) => {
    const { output, settings } = context;
    const at = now();
    if (confirm === true) confirmedClock.write({ at, by: settings.operator });
    const { lastRecordedAt = null } = store;
    const confirmed = confirmedClock.read() ?? null;
    if (output.json) output.document({ now: at, lastRecordedAt, confirmed });
    else {
      const last = lastRecordedAt ?? '–';
      output.line(
        output.say({
          sv: `Klockan är ${at}; den senaste händelsen antecknades ${last}.`,
          en: `The clock says ${at}; the newest event was recorded at ${last}.`,
        }),
      );
      if (confirmed !== null)
        output.line(
          output.say({
            sv: `Klockan bekräftades ${confirmed.at} av ${confirmed.by}.`,
            en: `The clock was confirmed at ${confirmed.at} by ${confirmed.by}.`,
          }),
        );
    }
    return EXIT.well;
  });
