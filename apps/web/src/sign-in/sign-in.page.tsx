import { Button, NoticeBar, Select, ThreadBanner } from '@rt/ui';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { ApiAnswer } from '../api/client';
import { FaultCard } from '../shell/fault-card';
import { homeOf, OPEN_TO_ALL } from '../shell/homes';
import { directoryQuery, useSignIn } from '../shell/session';
import { useTitle } from '../shell/title';
import { useSay } from '../texts/language';
import './sign-in.css';

type Directory = ApiAnswer<'Directory'>;

/** Asks who one is by what one wants to know. Only roles that have pages are offered. */
export const SignInPage = () => {
  const say = useSay();
  const directory = useQuery(directoryQuery);
  useTitle({ sv: 'Logga in', en: 'Sign in' });
  return (
    <>
      <NoticeBar label={say({ sv: 'Demokatalog', en: 'Demo directory' })}>
        <p>
          <b>{say({ sv: 'Demokatalog.', en: 'Demo directory.' })}</b>{' '}
          {say({
            sv: 'Alla människor är påhittade och ingen har lösenord. Den som når den här datorn kan logga in som vem som helst.',
            en: 'All people are invented and nobody has a password. Whoever reaches this computer can sign in as anyone.',
          })}
        </p>
      </NoticeBar>
      <main className="sign-in">
        <ThreadBanner />
        <h1>Röda tråden</h1>
        <p className="lead">
          {say({
            sv: 'Från ansökan till uppföljning, för varje insats enligt SoL och LSS. Här syns var tråden är hel och var den är bruten.',
            en: 'From application to follow-up, for every measure under SoL and LSS. Here you see where the thread is whole and where it is broken.',
          })}
        </p>
        {directory.isError && <FaultCard error={directory.error} onRetry={() => void directory.refetch()} />}
        {directory.data && <Roles directory={directory.data} />}
        <p className="small soft">
          {say({
            sv: 'Allt du läser står i åtkomstloggen.',
            en: 'All that you read stands in the access log.',
          })}
        </p>
      </main>
    </>
  );
};

const Roles = ({ directory }: { readonly directory: Directory }) => (
  <div className="roles">
    {directory.roles.map((role, index) => (
      <RoleCard key={role.role} role={role} directory={directory} first={index === 0} />
    ))}
  </div>
);

/** The question that a role asks comes first in its explanation, up to the question mark. */
const questionOf = (explanation: string): readonly [string, string] => {
  const end = explanation.indexOf('?') + 1;
  return [explanation.slice(0, end), explanation.slice(end).trim()];
};

const RoleCard = ({
  role: { role, title, explanation },
  directory: { users, units },
  first,
}: {
  readonly role: Directory['roles'][number];
  readonly directory: Directory;
  readonly first: boolean;
}) => {
  const say = useSay();
  const navigate = useNavigate();
  const { to } = useSearch({ from: '/logga-in' });
  const signIn = useSignIn();
  const ofRole = users.filter(({ roles }) => roles.includes(role));
  const placed = units.filter(({ unitId }) => ofRole.some((user) => user.unitId === unitId));
  const [unitId, setUnit] = useState(placed[0]?.unitId);
  const here = unitId === undefined ? ofRole : ofRole.filter((user) => user.unitId === unitId);
  const [chosenId, setChosen] = useState<string>();
  const user = here.find(({ userId }) => userId === chosenId) ?? here[0];
  const [question, does] = questionOf(say(explanation));
  if (user === undefined) return null;
  // Where there is one to choose only, the role is enough; else the user, without the unit that stands above.
  const name = here.length > 1 ? say(user.title).split(',')[0] : say(title).toLocaleLowerCase();
  return (
    <form
      className={first ? 'card role first' : 'card role'}
      onSubmit={(event) => {
        event.preventDefault();
        signIn.mutate(user.userId, {
          onSuccess: ({ roles }) => {
            void navigate({ to: to ?? homeOf(roles) ?? OPEN_TO_ALL });
          },
        });
      }}
    >
      <h2>{say(title)}</h2>
      <p className="question">{question}</p>
      <p className="soft does">{does}</p>
      <div className="who">
        {unitId !== undefined && (
          <Select
            label={say({ sv: 'Enhet', en: 'Unit' })}
            options={placed.map((unit) => ({ id: unit.unitId, label: unit.name }))}
            chosen={unitId}
            onChoose={setUnit}
          />
        )}
        {here.length > 1 && (
          <Select
            label={say({ sv: 'Vem', en: 'Who' })}
            options={here.map((each) => ({ id: each.userId, label: say(each.title) }))}
            chosen={user.userId}
            onChoose={setChosen}
          />
        )}
        {signIn.isError && <FaultCard error={signIn.error} />}
        <Button
          type="submit"
          wide
          weight={first ? 'primary' : 'plain'}
          isPending={signIn.isPending}
          autoFocus={first}
        >
          {say({ sv: `Logga in som ${name}`, en: `Sign in as ${name}` })}
        </Button>
      </div>
    </form>
  );
};
