import { BrandMark, Button } from '@rt/ui';
import { useQuery } from '@tanstack/react-query';
import { Link, Navigate, Outlet, useNavigate, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useLanguage, useSay } from '../texts/language';
import { ConnectionBar } from './connection-bar';
import { FileFinder } from './file-finder';
import { homeOf, HOME_NAMES, OPEN_TO_ALL } from './homes';
import { useLive } from './live';
import { ShortcutsFoot } from './shortcuts-foot';
import { directoryQuery, sessionQuery, useSession, useSignOut } from './session';
import './shell.css';

/** Every page behind the sign-in: the bar on top, and the page below it. */
export const SignedIn = () => {
  const { data: session } = useQuery(sessionQuery);
  const router = useRouter();
  const hasEnded = session === null;
  useEffect(() => {
    // The route looks again who is signed in, and leads to the sign-in.
    if (hasEnded) void router.invalidate();
  }, [hasEnded, router]);
  if (!session) return null;
  return (
    <>
      <Skip />
      <TopBar />
      <ConnectionBar />
      <Live />
      <main id="content" tabIndex={-1}>
        <Outlet />
      </main>
      <ShortcutsFoot />
    </>
  );
};

/** Goes on to the first page of the user's role. */
export const HomePage = () => {
  const { roles } = useSession();
  return <Navigate to={homeOf(roles) ?? OPEN_TO_ALL} replace />;
};

const Live = () => {
  useLive();
  return null;
};

const Skip = () => {
  const say = useSay();
  return (
    <a className="skip" href="#content">
      {say({ sv: 'Till innehållet', en: 'To the content' })}
    </a>
  );
};

const TopBar = () => {
  const say = useSay();
  const { roles } = useSession();
  const home = homeOf(roles);
  return (
    <header className="top">
      <Link className="brand" to="/">
        <BrandMark />
        Röda tråden
      </Link>
      <span className="demo" title={say({ sv: 'Påhittade människor', en: 'Invented people' })}>
        DEMO
      </span>
      <nav className="nav" aria-label={say({ sv: 'Sidor', en: 'Pages' })}>
        {roles.includes('unitManager') && (
          <Link to="/laget" activeProps={{ 'aria-current': 'page' }}>
            {say({ sv: 'Läget', en: 'The unit' })}
          </Link>
        )}
        {home !== undefined && (
          <Link to={home} activeProps={{ 'aria-current': 'page' }}>
            {say(HOME_NAMES[home])}
          </Link>
        )}
        <Link to={OPEN_TO_ALL} activeProps={{ 'aria-current': 'page' }}>
          {say({ sv: 'Regler', en: 'Rules' })}
        </Link>
      </nav>
      {home === '/min-dag' && <FileFinder />}
      <Me />
    </header>
  );
};

const Me = () => {
  const say = useSay();
  const { language, choose } = useLanguage();
  const { userId, unitId } = useSession();
  const { data: directory } = useQuery(directoryQuery);
  const navigate = useNavigate();
  const signOut = useSignOut();
  const title = directory?.users.find((user) => user.userId === userId)?.title;
  const unit = directory?.units.find((each) => each.unitId === unitId)?.name;
  return (
    <div className="me">
      <Button
        weight="quiet"
        onPress={() => {
          choose(language === 'sv' ? 'en' : 'sv');
        }}
      >
        <span lang={language === 'sv' ? 'en' : 'sv'}>{language === 'sv' ? 'English' : 'Svenska'}</span>
      </Button>
      <p>
        {title && say(title).split(',')[0]}
        <span>{unit}</span>
      </p>
      <Button
        weight="quiet"
        onPress={() => {
          signOut.mutate(undefined, { onSuccess: () => void navigate({ to: '/logga-in' }) });
        }}
      >
        {say({ sv: 'Logga ut', en: 'Sign out' })}
      </Button>
    </div>
  );
};
