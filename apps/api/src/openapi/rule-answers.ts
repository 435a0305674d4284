import { RULE_SCOPES, SETTING_TITLES, shape as s } from '@rt/domain';
import { AUTHORITIES, RULE_KINDS, SHOWN_STATUSES } from '@rt/rules';

const AUTHORITY = s.oneOf(AUTHORITIES);

/** The parameters of a rule by their names: numbers, or lists of words. */
const PARAMETERS = s.byName(s.anyOf(s.amount(), s.listOf(s.text())));

/** A rule as it applies in the municipality today, and its versions. */
const RULE = {
  id: s.text(),
  formerId: s.described(
    s.orNull(s.text()),
    'The id of the rule before it was renamed. Stored events may name it; requests may use it',
  ),
  kind: s.oneOf(RULE_KINDS),
  title: s.inBoth(),
  reading: s.inBoth(),
  severity: s.text(),
  area: s.text(),
  step: s.text(),
  whatToDo: s.inBoth(),
  settledBy: s.listOf(s.text()),
  parameters: s.described(
    PARAMETERS,
    'As they apply in the municipality today; boards and units may have others',
  ),
  restsOnLaw: s.described(
    s.flag(),
    'The law sets its duty. It cannot be paused, and a stored pause of it does not count',
  ),
  pauses: s.described(
    s.listOf(
      s.fields({
        scope: s.oneOf(RULE_SCOPES),
        scopeId: s.orNull(s.text()),
        from: s.day(),
        until: s.described(s.orNull(s.day()), 'The day from which the rule is in use again'),
      }),
    ),
    'The pauses that are stored, those that do not count too',
  ),
  versions: s.listOf(
    s.fields(
      {
        version: s.count(),
        inForceFrom: s.day(),
        authority: s.described(AUTHORITY, 'Who sets the duty'),
        source: s.fields({ document: s.text(), quote: s.text() }),
        parameters: PARAMETERS,
      },
      {
        inForceTo: s.day(),
        parameterAuthority: s.described(
          AUTHORITY,
          'Who sets the parameters of the version; absent where it has none',
        ),
      },
    ),
  ),
};

const EXAMPLE_TABLE = s.fields(
  {
    days: s.listOf(s.day()),
    rows: s.listOf(
      s.fields({
        name: s.text(),
        applies: s.described(s.flag(), 'False where the rule has nothing to judge'),
        days: s.described(
          s.listOf(
            s.fields({
              events: s.described(
                s.listOf(s.fields({ type: s.text(), title: s.inBoth() })),
                'What happened on the day',
              ),
              statuses: s.described(
                s.listOf(s.oneOf(SHOWN_STATUSES)),
                'The statuses of all that the rule finds at the end of the day',
              ),
            }),
          ),
          'One for each day of the table',
        ),
      }),
    ),
  },
  { edge: s.described(s.day(), 'The last day in time, where the table shows it and the day after') },
);

/** One setting of the municipality, as it was recorded. */
const SETTING = s.fields({
  type: s.oneOf(SETTING_TITLES),
  revision: s.count(),
  occurredOn: s.described(s.day(), 'The day on which it was decided'),
  recordedAt: s.instant(),
  data: s.anything(),
});

/** The schemas of the answers about rules. */
export const RULE_ANSWERS = {
  Rules: s.fields({ rules: s.listOf(s.fields(RULE)) }),
  Rule: s.fields({
    ...RULE,
    parameterTexts: s.described(
      s.listOf(s.inBoth()),
      'The parameters in words, in the order of `parameters`',
    ),
    settledByTitles: s.described(s.listOf(s.inBoth()), 'The titles of `settledBy`'),
    examples: s.described(s.listOf(EXAMPLE_TABLE), 'The examples of the rule, which are also its tests'),
  }),
  Ruleset: s.fields({ settings: s.listOf(SETTING) }),
};
