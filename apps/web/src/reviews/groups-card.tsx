import { ACTS, SEXES } from '@rt/domain';
import { useQuery } from '@tanstack/react-query';
import { FaultCard } from '../shell/fault-card';
import { directoryQuery } from '../shell/session';
import { useSay } from '../texts/language';
import { outlookQuery, type ReviewAnswer } from './reviews.queries';

/** The frame and its groups: how many decisions each has, and how many a draw takes. */
export const GroupsCard = ({ review: { reviewId, closedAt } }: { readonly review: ReviewAnswer }) => {
  const say = useSay();
  const { data: directory } = useQuery(directoryQuery);
  const outlook = useQuery({ ...outlookQuery(reviewId), enabled: closedAt === null });
  if (closedAt !== null) return null;
  return (
    <section className="card padded" aria-labelledby="review-groups">
      <h2 id="review-groups">{say({ sv: 'Urvalsramen', en: 'The frame' })}</h2>
      {outlook.isError && <FaultCard error={outlook.error} onRetry={() => void outlook.refetch()} />}
      {outlook.isPending && (
        <p role="status" className="soft">
          {say({ sv: 'Ramen räknas.', en: 'The frame is counted.' })}
        </p>
      )}
      {outlook.data && (
        <>
          <p>
            <b>{outlook.data.frameSize}</b>{' '}
            {say({ sv: 'beslut i ramen just nu, varav', en: 'decisions in the frame now, of which' })}{' '}
            <b>{outlook.data.wouldDraw}</b> {say({ sv: 'skulle dras.', en: 'would be drawn.' })}
          </p>
          <table className="groups">
            <thead>
              <tr>
                <th scope="col">{say({ sv: 'Grupp', en: 'Group' })}</th>
                <th scope="col">{say({ sv: 'Finns', en: 'There' })}</th>
                <th scope="col">{say({ sv: 'Önskas', en: 'Wanted' })}</th>
              </tr>
            </thead>
            <tbody>
              {outlook.data.strata.map(({ unitId, sex, act, wanted, available, small }) => (
                <tr key={`${unitId} ${sex} ${act}`}>
                  <th scope="row">
                    {directory?.units.find((unit) => unit.unitId === unitId)?.name ?? unitId},{' '}
                    {labelOf(SEXES, sex, say).toLowerCase()}, {labelOf(ACTS, act, say)}
                    {small && (
                      <span className="small soft">
                        {say({
                          sv: 'färre än fem: en person kan kännas igen',
                          en: 'fewer than five: a person may be recognised',
                        })}
                      </span>
                    )}
                  </th>
                  <td>{available}</td>
                  <td>{wanted}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="small soft">
            {say({
              sv: `${outlook.data.outside} beslut hör till ingen grupp. ${outlook.data.filesReviewedWhole} akter granskas i sin helhet vid sidan av urvalet.`,
              en: `${outlook.data.outside} decisions are in no group. ${outlook.data.filesReviewedWhole} files are reviewed whole beside the sample.`,
            })}
          </p>
        </>
      )}
    </section>
  );
};

interface Labels {
  readonly labels: Readonly<Record<string, { readonly sv: string; readonly en: string }>>;
}

const labelOf = (
  list: Labels,
  code: string,
  say: (text: { readonly sv: string; readonly en: string }) => string,
): string => {
  const label = list.labels[code];
  return label ? say(label) : code;
};
