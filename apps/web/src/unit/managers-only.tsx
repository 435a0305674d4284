import type { Text } from '@rt/domain';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSession } from '../shell/session';
import { useSay } from '../texts/language';

/** A page for managers. Others are told so kindly, and nothing of it is asked for. */
export const ManagersOnly = ({ title, children }: { readonly title: Text; readonly children: ReactNode }) => {
  const say = useSay();
  const { roles } = useSession();
  if (roles.includes('unitManager')) return children;
  return (
    <section className="card not-for-you" aria-labelledby="not-a-manager">
      <h1 id="not-a-manager">{say(title)}</h1>
      <p>
        {say({
          sv: 'Den här sidan är för enhetschefen. Det du har att göra står i Min dag.',
          en: 'This page is for the manager of the unit. What you have to do stands in My day.',
        })}
      </p>
      <p>
        <Link to="/">{say({ sv: 'Till första sidan', en: 'To the first page' })}</Link>
      </p>
    </section>
  );
};
