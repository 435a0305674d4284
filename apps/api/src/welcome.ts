import type { Text } from '@rt/domain';
import type { DemoDirectory, DemoUser, Role } from '@rt/identity';
import type { ServerSettings } from './settings';

/** The number of users to print for each role. `GET /directory` lists them all. */
const NAMED = 3;
/** The unit that `rt first-look` shows. */
const UNIT = 'farsta';

/**
 * The last lines that the server prints when it starts: the users, the commands to try, and the address. Every line after “Prova” is a command that
 * works as printed, in this order.
 */
export const welcome = (
  url: string,
  { language, house: { dataDir } }: ServerSettings,
  { roles, users }: DemoDirectory,
): readonly string[] => {
  const say = (text: Text): string => text[language];
  return [
    '',
    say({ sv: 'Logga in som någon av dem:', en: 'Sign in as one of:' }),
    ...roles.flatMap(({ role, title, explanation }) => [
      `  ${say(title)}: ${named(users, role).join(', ')}`,
      `    ${say(explanation)}`,
    ]),
    '',
    say({ sv: 'Prova i ett annat fönster:', en: 'Try in another window:' }),
    ...tryNext(url).map((line) => `  ${line}`),
    '',
    say({
      sv: 'DEMOKATALOG: den som når adressen loggar in som vem som helst, utan lösenord. Bara för den här datorn och påhittade människor.',
      en: 'DEMO DIRECTORY: anyone who reaches this address can sign in as any user, without a password. For this machine and invented people only.',
    }),
    say({
      sv: `Datamappen är ${dataDir}. Avsluta med Ctrl-C.`,
      en: `The data folder is ${dataDir}. Ctrl-C ends it.`,
    }),
    `Röda tråden: ${url}  (API: ${url}/api/v1/openapi.json)`,
  ];
};

/** Users of the unit that `rt first-look` shows come first. */
const named = (users: readonly DemoUser[], role: Role): readonly string[] => {
  const ids = users.filter(({ roles }) => roles.includes(role)).map(({ userId }) => userId);
  const shown = ids.filter((id) => id.includes(UNIT));
  const all = [...shown, ...ids.filter((id) => !shown.includes(id))];
  return all.length > NAMED ? [...all.slice(0, NAMED), '…'] : all;
};

const tryNext = (url: string): readonly string[] => [
  `curl -s ${url}/api/v1/directory`,
  `curl -s -c cookies -H 'content-type: application/json' -d '{"userId":"ec-${UNIT}"}' ${url}/api/v1/session`,
  `curl -s -b cookies ${url}/api/v1/units/${UNIT}/status`,
  `curl -s -b cookies '${url}/api/v1/findings?status=overdue,violation&order=newestFirst&limit=3'`,
];
