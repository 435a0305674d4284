import { acceptLoss, type House } from '@rt/composition';
import { EXIT } from '../exit';
import { inHouse } from '../house';
import type { Output } from '../output';
import type { Context, Work } from '../run';
import type { Registration } from './registration';

export const lostCommand: Registration = (program, run) =>
  void program
    .command('lost')
    .description(
      'say whether the store ends where its mark, its tree, its read models and its newest checkpoints know that it ended, and holds the keys that they name; ends with 1 if something is missing',
    )
    .option('--accept', 'go on without the events that are missing; restoring a backup is better')
    .action(run(lost));

interface Found {
  readonly loss: Awaited<ReturnType<House['loss']>>;
  readonly treeMadeAnew: ReturnType<House['treeMadeAnew']>;
  readonly keysSetBack: ReturnType<House['keysSetBack']>;
}
type Loss = NonNullable<Found['loss']>;

const lost: Work<{ readonly accept?: boolean }> = async (context, { accept }) => {
  const { output } = context;
  const { loss, treeMadeAnew, keysSetBack } = await found(context);
  if (accept === true) await acceptLoss(context.settings.house, context.settings.operator);
  const isWhole = loss === undefined && treeMadeAnew === undefined && keysSetBack === undefined;
  if (output.json)
    output.document({
      loss: loss ?? null,
      treeMadeAnew: treeMadeAnew ?? null,
      keysSetBack: keysSetBack ?? null,
      accepted: accept === true && !isWhole,
    });
  else if (isWhole)
    output.line(
      output.say({
        sv: 'Ingenting saknas: lagret slutar där det slutade.',
        en: 'Nothing is missing: the store ends where it ended.',
      }),
    );
  else {
    if (loss !== undefined) output.line(describe(output, loss));
    if (treeMadeAnew !== undefined)
      output.line(
        output.say({
          sv: `Trädet över ordningen saknades och gjordes om ${treeMadeAnew.at}. Händelserna är de som ${treeMadeAnew.signedBy} undertecknade, men ordningen före dess styrker ingen äldre kontrollpunkt längre.`,
          en: `The tree of the order was missing and was made anew at ${treeMadeAnew.at}. The events are those that ${treeMadeAnew.signedBy} signed, but no earlier checkpoint proves the order before it any more.`,
        }),
      );
    if (keysSetBack !== undefined)
      output.line(
        output.say({
          sv: `Nycklarna i keys.sqlite är av generation ${keysSetBack.found}, men ${keysSetBack.by} anger ${keysSetBack.named}: sådant som har förstörts sedan dess kan finnas kvar i dem.`,
          en: `The keys in keys.sqlite are of generation ${keysSetBack.found}, but ${keysSetBack.by} names ${keysSetBack.named}: they may hold what has been destroyed since.`,
        }),
      );
    output.line(
      output.say(
        accept === true
          ? {
              sv: 'Lagret går vidare från där det slutar nu. Ett träd som visste mer ligger kvar i mappen som tree.sqlite.lost-….',
              en: 'The store goes on from where it ends now. A tree that knew more stays in the folder as tree.sqlite.lost-….',
            }
          : {
              sv: 'Behåll mappen som den är och återställ den senaste säkerhetskopian (rt restore), eller gå vidare utan det som saknas (rt lost --accept).',
              en: 'Keep the folder as it is and restore the latest backup (rt restore), or go on without what is missing (rt lost --accept).',
            },
      ),
    );
  }
  return isWhole || accept === true ? EXIT.well : EXIT.found;
};

/** Opened for reading: who runs the command is checked there, and the folder must hold a store. */
const found = (context: Context): Promise<Found> =>
  inHouse(context, 'read', async (house) => ({
    loss: await house.loss(),
    treeMadeAnew: house.treeMadeAnew(),
    keysSetBack: house.keysSetBack(),
  }));

const describe = (output: Output, { kind, by, from, to, since, until }: Loss): string => {
  const after = since === undefined ? '' : output.say({ sv: `, efter ${since}`, en: `, after ${since}` });
  const last = until === undefined ? '' : output.say({ sv: `, till ${until}`, en: `, until ${until}` });
  return output.say(
    {
      missing: {
        sv: `Händelserna på plats ${from} till ${to} saknas${after}${last}; ${by} känner till dem.`,
        en: `The events at positions ${from} to ${to} are missing${after}${last}; ${by} knows them.`,
      },
      replaced: {
        sv: `På plats ${to} står en annan händelse än den som ${by} känner: historien är utbytt.`,
        en: `At position ${to} there is another event than the one that ${by} knows: history was replaced.`,
      },
      noMark: {
        sv: `${by}, märket för den sista händelsen som lagrades, saknas eller är skadat: inget säger om de sista händelserna finns kvar.`,
        en: `${by}, the mark of the last event that was stored, is missing or damaged: nothing says whether the last events are here.`,
      },
    }[kind],
  );
};
