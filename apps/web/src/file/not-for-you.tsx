import { Link } from '@tanstack/react-router';
import { HOME_NAMES, homeOf } from '../shell/homes';
import { useSession } from '../shell/session';
import { useSay } from '../texts/language';

/** Said the same whether the file is not there or not for this reader: the answer tells a stranger nothing. */
export const NotForYou = () => {
  const say = useSay();
  const { roles } = useSession();
  const home = homeOf(roles);
  return (
    <section className="card purpose" aria-labelledby="not-for-you">
      <h1 id="not-for-you">
        {say({ sv: 'Den här akten kan du inte läsa', en: 'You cannot read this file' })}
      </h1>
      <p>
        {say({
          sv: 'Den finns inte, eller så hör den inte till ditt uppdrag. Behöver du den i arbetet: fråga enhetschefen. Försöket står i åtkomstloggen.',
          en: 'It does not exist, or it is not part of your assignment. If you need it in your work, ask the manager of the unit. The attempt stands in the access log.',
        })}
      </p>
      {home !== undefined && (
        <p>
          <Link to={home}>
            {say({ sv: 'Till', en: 'To' })} {say(HOME_NAMES[home])}
          </Link>
        </p>
      )}
    </section>
  );
};
