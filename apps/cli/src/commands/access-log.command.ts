import { rangesText } from '../access-log-repair-text';
import { EXIT, WrongUsage } from '../exit';
import { inHouse } from '../house';
import type { Work } from '../run';
import type { Registration } from './registration';

export const accessLogCommand: Registration = (program, run) =>
  void program
    .command('access-log')
    .description(
      'repair: keep a copy of a damaged access log, delete the entries that are not authentic, and note which are gone, so that it can be read again',
    )
    .argument('<what>', 'repair')
    .action(run(accessLog));

const accessLog: Work<object> = (context, _, [what]) => {
  if (what !== 'repair') throw new WrongUsage('access-log: say repair');
  return inHouse(context, 'read', async (house) => {
    const { output, settings } = context;
    const repaired = await house.repairAccessLog(settings.operator);
    if (output.json) output.document({ repaired: repaired ?? null });
    else if (repaired === undefined)
      output.line(
        output.say({
          sv: 'Åtkomstloggen är hel; ingenting är ändrat.',
          en: 'The access log is whole; nothing was changed.',
        }),
      );
    else {
      const { aside, deleted, lost, unsure } = repaired;
      const gone = rangesText(lost);
      const before = unsure.length === 0 ? '–' : unsure.join(', ');
      output.line(
        output.say({
          sv: `Åtkomstloggen går att läsa igen. ${deleted} poster var inte äkta och togs bort. Poster som saknas: ${gone}. Poster före vilka något kan saknas utan spår: ${before}. Loggen som den var ligger i ${aside}: behåll den för utredningen, och jämför med den senaste säkerhetskopian.`,
          en: `The access log can be read again. ${deleted} entries were not authentic and were deleted. Entries that are gone: ${gone}. Entries before which some may be gone without a trace: ${before}. The log as it was lies in ${aside}: keep it for the inquiry, and compare it with the latest backup.`,
        }),
      );
    }
    return EXIT.well;
  });
};
