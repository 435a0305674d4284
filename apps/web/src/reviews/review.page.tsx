import { dayOf, OUTCOMES, SAMPLING_UNITS, type Instant } from '@rt/domain';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useNames } from '../file/use-names';
import { reviewQuery } from '../replay/replay.queries';
import { FaultCard } from '../shell/fault-card';
import { directoryQuery, useSession } from '../shell/session';
import { useTitle } from '../shell/title';
import { useSay } from '../texts/language';
import { GroupsCard } from './groups-card';
import { NotForYourRole, readsReviews } from './not-for-your-role';
import { NextAct } from './next-act';
import { STAGE_WORDS, stageOf } from './review-stage';
import type { ReviewAnswer } from './reviews.queries';
import { SampleTable } from './sample-table';
import '../file/file.css';
import './reviews.css';

const route = getRouteApi('/signed-in/granskningar/$reviewId');

/** One review: what it is about, how far it has come, what one does next, and its sample. */
export const ReviewPage = () => {
  const say = useSay();
  const { reviewId } = route.useParams();
  const { roles } = useSession();
  const mayRead = readsReviews(roles);
  const review = useQuery({ ...reviewQuery(reviewId), enabled: mayRead });
  const title = review.data?.title ?? reviewId;
  useTitle({ sv: title, en: title });
  if (!mayRead) return <NotForYourRole />;
  if (review.isError) return <FaultCard error={review.error} onRetry={() => void review.refetch()} />;
  if (review.data === undefined)
    return (
      <p role="status" className="soft">
        {say({ sv: 'Granskningen hämtas.', en: 'The review is on its way.' })}
      </p>
    );
  return (
    <>
      <p className="small soft">
        <Link to="/granskningar">{say({ sv: 'Granskningar', en: 'Reviews' })}</Link> / {reviewId}
      </p>
      <div className="head">
        <div>
          <h1>{title}</h1>
          <p className="lead">{say(STAGE_WORDS[stageOf(review.data)])}</p>
        </div>
      </div>
      <div className="beside">
        <div className="main-column">
          <NextAct review={review.data} />
          {review.data.drawnAt !== null && roles.includes('inspector') && <SampleTable reviewId={reviewId} />}
        </div>
        <div className="side">
          <PlanCard review={review.data} />
          <GroupsCard review={review.data} />
        </div>
      </div>
    </>
  );
};

const PlanCard = ({ review }: { readonly review: ReviewAnswer }) => {
  const say = useSay();
  const names = useNames();
  const { data: directory } = useQuery(directoryQuery);
  const { population, assignment } = review;
  const units = population.unitIds.map(
    (unitId) => directory?.units.find((unit) => unit.unitId === unitId)?.name ?? unitId,
  );
  const said = (by: string | null, at: string | null) =>
    by === null || at === null ? undefined : `${say(names.user(by))}, ${dayOf(at as Instant)}`;
  const facts: readonly (readonly [string, string | undefined])[] = [
    [
      say({ sv: 'Uppdrag', en: 'Assignment' }),
      assignment ? `${assignment.reference}, ${assignment.from}` : undefined,
    ],
    [
      say({ sv: 'Insatser', en: 'Measures' }),
      population.measures.map((code) => say(names.measure(code))).join(', '),
    ],
    [
      say({ sv: 'Utfall', en: 'Outcomes' }),
      population.outcomes.map((outcome) => say(OUTCOMES.labels[outcome])).join(', '),
    ],
    [say({ sv: 'Beslutade', en: 'Decided' }), `${population.decidedFrom} – ${population.decidedTo}`],
    [say({ sv: 'Enheter', en: 'Units' }), units.join(', ')],
    [say({ sv: 'Dras', en: 'Drawn' }), say(SAMPLING_UNITS.labels[review.samplingUnit])],
    [say({ sv: 'Mätdag', en: 'Measuring day' }), review.measuringDay],
    [say({ sv: 'Planerad av', en: 'Planned by' }), said(review.plannedBy, review.plannedAt)],
    [say({ sv: 'Godkänd av', en: 'Approved by' }), said(review.approvedBy, review.approvedAt)],
  ];
  return (
    <section className="card padded" aria-labelledby="review-plan">
      <h2 id="review-plan">{say({ sv: 'Planen', en: 'The plan' })}</h2>
      <dl className="facts">
        {facts.map(([label, value]) =>
          value === undefined ? null : (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
      {review.commitment !== null && (
        <p className="small soft commitment">
          {say({ sv: 'Systemets värde är förseglat:', en: 'The value of the system is sealed:' })}{' '}
          <code>{review.commitment}</code>
        </p>
      )}
    </section>
  );
};
