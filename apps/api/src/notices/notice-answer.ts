import {
  reviewVocabulary,
  shape as s,
  TITLES,
  type LocalDate,
  type PersonalFileEventType,
  type Shaped,
  type Text,
  type UnitId,
} from '@rt/domain';
import { NOTICE, REVIEW_NOTICE_KINDS, type NoticeRow, type ReviewNoticeRow } from '@rt/read-models';
import { titleOf, type Inputs } from '@rt/rules';

/** A notice as a user sees it on a day. Its title is that of the finding or of the step; the client names the kind of notice. */
export const notice = s.fields({
  ...NOTICE,
  endedOn: s.orNull(s.day()),
  title: s.inBoth(),
  seen: s.flag(),
});

/** A notice of a review, which is about no single file. */
export const reviewNotice = s.fields({
  id: s.uuid(),
  reviewId: s.text(),
  unitId: s.text<UnitId>(),
  eventType: s.oneOf(REVIEW_NOTICE_KINDS),
  title: s.inBoth(),
  reviewTitle: s.described(s.text(), 'What the review is called in its plan'),
  appearsOn: s.day(),
  seen: s.flag(),
});

export const reviewNoticeAnswer = (
  { knownAt: _, ...row }: ReviewNoticeRow,
  { reviewTitle, seen }: { readonly reviewTitle: string; readonly seen: boolean },
): Shaped<typeof reviewNotice> => ({
  ...row,
  title: reviewVocabulary.events[row.eventType].title,
  reviewTitle,
  seen,
});

export const noticeAnswer = (
  { knownAt: _, heldFrom: _from, heldUntil: _until, endsOn, numbers, ...row }: NoticeRow,
  { on, seen }: { readonly on: LocalDate; readonly seen: boolean },
): Shaped<typeof notice> => ({
  ...row,
  endedOn: endsOn !== null && endsOn <= on ? endsOn : null,
  title: titleFor(row, numbers),
  seen,
});

const titleFor = (
  { rule, eventType }: Pick<NoticeRow, 'rule' | 'eventType'>,
  numbers: string | null,
): Text =>
  rule === null || numbers === null
    ? TITLES[eventType as PersonalFileEventType]
    : titleOf({ rule, inputs: JSON.parse(numbers) as Inputs });
