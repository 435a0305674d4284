import { EVENT_TYPES, shape as s } from '@rt/domain';
import { persons } from './list-answers';

const saved = {
  draftId: s.uuid(),
  savedAt: s.instant<string>(),
  keptUntil: s.described(s.instant<string>(), 'When the draft is removed, unless it is saved again'),
};
const place = {
  fileId: s.described(s.orNull(s.uuid()), 'Null: the file is not opened yet'),
  type: s.described(s.oneOf(EVENT_TYPES), 'The event type whose form it is'),
};
const values = s.described(
  s.anything<Readonly<Record<string, unknown>>>(),
  'What is written in the form, as the program that saved it keeps it',
);

/** The schemas of answers about drafts, and of what is saved as one. */
export const DRAFT_ANSWERS = {
  DraftContent: s.fields({ type: place.type, values }),
  DraftSaved: s.fields(saved),
  Draft: s.described(
    s.fields({ ...saved, ...place, values }),
    'What its author has written in a form and not recorded yet. It is no event',
  ),
  Drafts: s.fields({
    drafts: s.listOf(
      s.fields({ ...saved, ...place, title: s.described(s.inBoth(), 'The title of the step') }),
    ),
    persons,
  }),
};
