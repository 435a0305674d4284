import { Link } from '@tanstack/react-router';
import { OPEN_TO_ALL } from '../shell/homes';
import type { Session } from '../shell/session';
import { useSay } from '../texts/language';

/** Whether one of the roles reads reviews. */
export const readsReviews = (roles: Session['roles']): boolean =>
  roles.includes('inspector') || roles.includes('reviewApprover');

/** Says kindly that a page is for another role. */
export const NotForYourRole = () => {
  const say = useSay();
  return (
    <section className="card purpose" aria-labelledby="not-for-your-role">
      <h1 id="not-for-your-role">
        {say({ sv: 'Granskningar hör till inspektörerna', en: 'Reviews belong to the inspectors' })}
      </h1>
      <p>
        {say({
          sv: 'Din roll planerar och läser inga granskningar. Vad en granskning gäller för din enhet får du veta som avisering.',
          en: 'Your role plans and reads no reviews. What a review means for your unit comes to you as a notice.',
        })}
      </p>
      <p>
        <Link to={OPEN_TO_ALL}>{say({ sv: 'Till Regler', en: 'To Rules' })}</Link>
      </p>
    </section>
  );
};
