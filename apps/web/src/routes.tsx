import type { Step } from '@rt/domain';
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import type { LineSection } from './my-day/my-day.search';
import { readMyDaySearch } from './my-day/my-day.search';
import { queries } from './api/queries';
import { readComparisonSearch, type ComparisonSearch } from './comparison/comparison.search';
import { readFileSearch, type FileSearch } from './file/file-search';
import { readRecordSearch, type RecordSearch } from './record/record.search';
import { readReplaySearch, type ReplaySearch } from './replay/replay.search';
import { FaultCard } from './shell/fault-card';
import { sessionQuery } from './shell/session';
import { HomePage, SignedIn } from './shell/shell';
import {
  readHandOverSearch,
  readLogCheckSearch,
  readUnitSearch,
  type HandOverSearch,
  type LogCheckSearch,
  type UnitSearch,
} from './unit/unit.search';

const root = createRootRoute({ component: Outlet });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/logga-in',
  // Only a page of our own can be named: anything else is dropped.
  validateSearch: ({ to }: Record<string, unknown>): { to?: string } =>
    typeof to === 'string' && /^\/(?![/\\])/.test(to) ? { to } : {},
  component: lazyRouteComponent(() => import('./sign-in/sign-in.page'), 'SignInPage'),
});

const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  beforeLoad: async ({ location }) => {
    if ((await queries.ensureQueryData(sessionQuery)) === null)
      throw redirect({ to: '/logga-in', search: { to: location.href } });
  },
  errorComponent: ({ error, reset }) => <FaultCard error={error as Error} onRetry={reset} />,
  component: SignedIn,
});

const home = createRoute({ getParentRoute: () => signedIn, path: '/', component: HomePage });

const myDay = createRoute({
  getParentRoute: () => signedIn,
  path: '/min-dag',
  validateSearch: (search: Record<string, unknown>): { step?: Step; open?: LineSection } =>
    readMyDaySearch(search),
  component: lazyRouteComponent(() => import('./my-day/my-day.page'), 'MyDayPage'),
});

const subscriptions = createRoute({
  getParentRoute: () => signedIn,
  path: '/paminnelser',
  component: lazyRouteComponent(() => import('./subscriptions/subscriptions.page'), 'SubscriptionsPage'),
});

const rulesSearch = ({ q }: Record<string, unknown>): { q?: string } =>
  typeof q === 'string' && q !== '' ? { q } : {};
const rulesPage = lazyRouteComponent(() => import('./rules/rules.page'), 'RulesPage');

const rules = createRoute({
  getParentRoute: () => signedIn,
  path: '/regler',
  validateSearch: rulesSearch,
  component: rulesPage,
});

/** One rule beside the list, at an address of its own. */
const rule = createRoute({ getParentRoute: () => rules, path: '$ruleId' });

const file = createRoute({
  getParentRoute: () => signedIn,
  path: '/akter/$fileId',
  validateSearch: (search: Record<string, unknown>): FileSearch => readFileSearch(search),
  component: lazyRouteComponent(() => import('./file/file.page'), 'FilePage'),
});

const record = createRoute({
  getParentRoute: () => signedIn,
  path: '/akter/$fileId/registrera',
  validateSearch: (search: Record<string, unknown>): RecordSearch => readRecordSearch(search),
  component: lazyRouteComponent(() => import('./record/record.page'), 'RecordPage'),
});

const reviews = createRoute({
  getParentRoute: () => signedIn,
  path: '/granskningar',
  component: lazyRouteComponent(() => import('./reviews/reviews.page'), 'ReviewsPage'),
});

const planReview = createRoute({
  getParentRoute: () => signedIn,
  path: '/granskningar/ny',
  component: lazyRouteComponent(() => import('./reviews/plan.page'), 'PlanPage'),
});

const review = createRoute({
  getParentRoute: () => signedIn,
  path: '/granskningar/$reviewId',
  component: lazyRouteComponent(() => import('./reviews/review.page'), 'ReviewPage'),
});

const replay = createRoute({
  getParentRoute: () => signedIn,
  path: '/granskningar/$reviewId/arenden/$number',
  validateSearch: (search: Record<string, unknown>): ReplaySearch => readReplaySearch(search),
  component: lazyRouteComponent(() => import('./replay/replay.page'), 'ReplayPage'),
});

/** How the unit stands. The day and the filters are in the address. */
const unit = createRoute({
  getParentRoute: () => signedIn,
  path: '/laget',
  validateSearch: (search: Record<string, unknown>): UnitSearch => readUnitSearch(search),
  component: lazyRouteComponent(() => import('./unit/unit.page'), 'UnitPage'),
});

const handOver = createRoute({
  getParentRoute: () => signedIn,
  path: '/laget/fordela',
  validateSearch: (search: Record<string, unknown>): HandOverSearch => readHandOverSearch(search),
  component: lazyRouteComponent(() => import('./unit/hand-over.page'), 'HandOverPage'),
});

const logCheck = createRoute({
  getParentRoute: () => signedIn,
  path: '/laget/loggkontroll',
  validateSearch: (search: Record<string, unknown>): LogCheckSearch => readLogCheckSearch(search),
  component: lazyRouteComponent(() => import('./unit/log-check.page'), 'LogCheckPage'),
});

/** A plan beside its order. The thing is the plan, or the order with its newest plan. */
const comparison = createRoute({
  getParentRoute: () => signedIn,
  path: '/akter/$fileId/plan/$thingId',
  validateSearch: (search: Record<string, unknown>): ComparisonSearch => readComparisonSearch(search),
  component: lazyRouteComponent(() => import('./comparison/comparison.page'), 'ComparisonPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    signedIn.addChildren([
      home,
      myDay,
      subscriptions,
      file,
      record,
      comparison,
      reviews,
      planReview,
      review,
      replay,
      unit,
      handOver,
      logCheck,
      rules.addChildren([rule]),
    ]),
  ]),
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
