/** What the form of a step begins with: which step, in which case, about which thing. */
export interface RecordSearch {
  /** An event type. */
  readonly type?: string;
  readonly case?: string;
  /** The thing that the step is about, such as the plan that is approved. */
  readonly about?: string;
  /** The draft that the form begins with, or saves into. */
  readonly draft?: string;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What is no event type and no id is dropped. */
export const readRecordSearch = (search: Record<string, unknown>): RecordSearch => ({
  ...(typeof search['type'] === 'string' &&
    /^[A-Za-z]{1,60}$/.test(search['type']) && { type: search['type'] }),
  ...idIn(search, 'case'),
  ...idIn(search, 'about'),
  ...idIn(search, 'draft'),
});

const idIn = (search: Record<string, unknown>, name: 'case' | 'about' | 'draft'): Partial<RecordSearch> => {
  const given = search[name];
  return typeof given === 'string' && UUID.test(given) ? { [name]: given } : {};
};
