import type { PersonalFile } from '@rt/domain';
import type { Finding } from '@rt/rules';
import { answerNews } from './answer.news';
import { findingNews } from './finding.news';
import type { News } from './news';
import { reminderNews } from './reminder.news';

/** Where notices come from. A new kind of notice is added here. */
const SOURCES = [findingNews, answerNews, reminderNews] as const;

/** The kinds of notice: a deadline is near, there is a gap, something happened without a legal ground, a provider has answered, the day of a reminder has come. */
export type NoticeKind = (typeof SOURCES)[number]['kinds'][number];
export const NOTICE_KINDS: readonly NoticeKind[] = SOURCES.flatMap(({ kinds }) => kinds);

/** All possible notices of a file, without those that end before they begin. */
export const newsIn = (file: PersonalFile, findings: readonly Finding[]): readonly News<NoticeKind>[] =>
  SOURCES.flatMap((source): readonly News<NoticeKind>[] => source.newsIn(file, findings)).filter(
    ({ from, until }) => until === undefined || until > from,
  );
