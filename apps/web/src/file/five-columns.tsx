import { amountPerYear, type Extent, type Text } from '@rt/domain';
import { extentWords } from '../texts/extent-words';
import { useSay } from '../texts/language';
import type { FileThread } from './file-queries';
import { useFile, type FileEntry, type ReadFile } from './read-file';

/** What one stage says: how much, what, and how many goals. */
interface Stage {
  readonly title: Text;
  readonly on: string | undefined;
  readonly extent: Extent | null | undefined;
  readonly what: string | undefined;
  readonly goals: number | undefined;
}

const DASH = { sv: '–', en: '–' };

/** Applied for, granted, ordered, planned and performed, side by side. What differs from the stage before is marked. */
export const FiveColumns = ({ thread }: { readonly thread: FileThread }) => {
  const say = useSay();
  const { read, names } = useFile();
  const theCase = read.file.get('case', thread.caseId);
  const stages = stagesOf(thread, read);
  const name = theCase ? names.measure(theCase.created.data.measure) : DASH;
  return (
    <section className="card five" aria-labelledby="five">
      <h2 id="five">
        {say(name)}: {say({ sv: 'från ansökt till utfört', en: 'from application to performance' })}
      </h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{say({ sv: 'Uppgift', en: 'Fact' })}</th>
            {stages.map(({ title, on: day }) => (
              <th key={title.en} scope="col">
                {say(title)}
                <small>{day ?? say({ sv: 'inte än', en: 'not yet' })}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{say({ sv: 'Tid', en: 'Time' })}</th>
            {stages.map((stage, index) => (
              <td key={stage.title.en} data-stage={say(stage.title)}>
                <ExtentCell stage={stage} before={lastExtent(stages.slice(0, index))} />
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">{say({ sv: 'Vad', en: 'What' })}</th>
            {stages.map(({ title, what }) => (
              <td key={title.en} data-stage={say(title)}>
                {what ?? say(DASH)}
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">{say({ sv: 'Mål', en: 'Goals' })}</th>
            {stages.map(({ title, goals }) => (
              <td key={title.en} data-stage={say(title)}>
                {goals === undefined ? say(DASH) : goals}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </section>
  );
};

const ExtentCell = ({
  stage: { extent },
  before,
}: {
  readonly stage: Stage;
  readonly before: Extent | undefined;
}) => {
  const say = useSay();
  if (!extent) return say(DASH);
  const isOther =
    before !== undefined &&
    (before.unit !== extent.unit || Math.abs(amountPerYear(before) - amountPerYear(extent)) > 0.3);
  return isOther ? (
    <mark>
      {say(extentWords(extent))}{' '}
      <span className="unseen">{say({ sv: '(skiljer sig)', en: '(differs)' })}</span>
    </mark>
  ) : (
    say(extentWords(extent))
  );
};

const lastExtent = (stages: readonly Stage[]): Extent | undefined =>
  stages.findLast(({ extent }) => extent !== null && extent !== undefined)?.extent ?? undefined;

const stagesOf = ({ nodes }: FileThread, { byId, file, today }: ReadFile): readonly Stage[] => {
  const lastOf = (place: number): FileEntry | undefined => byId.get(nodes[place]?.takenBy.at(-1) ?? '');
  const [application, decision, order, plan] = [0, 2, 3, 4].map(lastOf);
  const execution = lastOf(5);
  const followUp = lastOf(6);
  const made = decision?.type === 'DecisionMade' ? decision.data : undefined;
  const sent = order?.type === 'OrderSent' ? file.get('order', order.data.orderId) : undefined;
  const revised = sent?.since('OrderRevised').findLast(({ occurredOn }) => occurredOn <= today)?.data;
  const ordered = revised ?? sent?.created.data;
  const planned = plan?.type === 'PlanReceived' ? plan.data : undefined;
  const applied = application?.type === 'ApplicationReceived' ? application.data : undefined;
  return [
    {
      title: { sv: 'Sökt', en: 'Applied for' },
      on: application?.occurredOn,
      extent: applied?.requestedExtent ?? made?.requestedExtent,
      what: activities(applied?.requestedExtent),
      goals: undefined,
    },
    {
      title: { sv: 'Beviljat', en: 'Granted' },
      on: decision?.occurredOn,
      extent: made?.grantedExtent,
      what: activities(made?.grantedExtent),
      goals: undefined,
    },
    {
      title: { sv: 'Beställt', en: 'Ordered' },
      on: order?.occurredOn,
      extent: ordered?.extent,
      what: ordered?.task ?? activities(ordered?.extent),
      goals: ordered?.goals.length,
    },
    {
      title: { sv: 'Planerat', en: 'Planned' },
      on: plan?.occurredOn,
      extent: planned?.extent,
      what: planned?.task ?? activities(planned?.extent),
      goals: planned?.goals.length,
    },
    {
      title: { sv: 'Utfört', en: 'Performed' },
      on: execution?.occurredOn,
      extent: undefined,
      what:
        followUp?.type === 'FollowUpDocumented'
          ? followUp.data.activitiesDone.join(', ') || undefined
          : undefined,
      goals: followUp?.type === 'FollowUpDocumented' ? followUp.data.goals.length : undefined,
    },
  ];
};

const activities = (extent: Extent | null | undefined): string | undefined =>
  extent?.activities.join(', ') || undefined;
