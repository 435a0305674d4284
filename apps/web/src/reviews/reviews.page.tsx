import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { FaultCard } from '../shell/fault-card';
import { useSession } from '../shell/session';
import { useTitle } from '../shell/title';
import { useSay } from '../texts/language';
import { NotForYourRole, readsReviews } from './not-for-your-role';
import { STAGE_WORDS, stageOf } from './review-stage';
import { reviewsQuery } from './reviews.queries';
import '../file/file.css';
import './reviews.css';

const TITLE = { sv: 'Granskningar', en: 'Reviews' };

/** All reviews, with how far each has come. */
export const ReviewsPage = () => {
  const say = useSay();
  useTitle(TITLE);
  const { roles } = useSession();
  const mayRead = readsReviews(roles);
  const reviews = useQuery({ ...reviewsQuery, enabled: mayRead });
  if (!mayRead) return <NotForYourRole />;
  const newest = [...(reviews.data ?? [])].sort((a, b) => (a.plannedAt < b.plannedAt ? 1 : -1));
  return (
    <>
      <div className="head">
        <h1>{say(TITLE)}</h1>
        {roles.includes('inspector') && (
          <Link className="button primary" to="/granskningar/ny">
            {say({ sv: 'Planera en granskning', en: 'Plan a review' })}
          </Link>
        )}
      </div>
      {reviews.isError && <FaultCard error={reviews.error} onRetry={() => void reviews.refetch()} />}
      {reviews.isPending && (
        <p role="status" className="soft">
          {say({ sv: 'Granskningarna hämtas.', en: 'The reviews are on their way.' })}
        </p>
      )}
      {reviews.data?.length === 0 && (
        <p className="card padded nothing-yet">
          {say({
            sv: 'Ingen granskning är planerad. Här kommer varje granskning med sitt urval och hur långt den har kommit.',
            en: 'No review is planned. Each review comes here, with its sample and how far it has come.',
          })}
        </p>
      )}
      <ul className="review-list">
        {newest.map((review) => (
          <li key={review.reviewId} className="card">
            <h2>
              <Link to="/granskningar/$reviewId" params={{ reviewId: review.reviewId }}>
                {review.title}
              </Link>
            </h2>
            <p className="small soft">
              {review.assignment && `${review.assignment.reference} · ${review.assignment.from} · `}
              {say({ sv: 'mätdag', en: 'measuring day' })} {review.measuringDay}
            </p>
            <p>
              {say(STAGE_WORDS[stageOf(review)])}
              {review.progress && (
                <>
                  {' · '}
                  {review.progress.opened} {say({ sv: 'av', en: 'of' })}{' '}
                  {review.progress.drawn + review.progress.reviewedWhole}{' '}
                  {say({ sv: 'ärenden öppnade', en: 'cases opened' })}
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
};
