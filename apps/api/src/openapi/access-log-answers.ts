import { shape as s, type FileId } from '@rt/domain';
import { LOGGED_PURPOSES } from '@rt/identity';

const entry = s.fields({
  number: s.count(),
  at: s.instant<string>(),
  userId: s.text(),
  role: s.text(),
  relation: s.text(),
  purpose: s.oneOf(LOGGED_PURPOSES),
  action: s.text(),
  fileId: s.orNull(s.uuid()),
  scope: s.orNull(s.text()),
  prevHash: s.text(),
  hash: s.text(),
});
const page = {
  entries: s.listOf(s.refTo('AccessEntry', entry)),
  next: s.described(s.orNull(s.text()), 'The cursor of the next page'),
};

/** The schemas of answers from the access log. */
export const ACCESS_LOG_ANSWERS = {
  AccessEntry: entry,
  AccessEntries: s.fields({ fileId: s.uuid<FileId>(), ...page }),
  UserAccessEntries: s.fields({ userId: s.text(), from: s.day(), to: s.day(), ...page }),
};
