import { Button } from '@rt/ui';
import { on } from '@rt/domain';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { answerOf, api } from '../api/client';
import { dayInWords } from '../days/day-words';
import { FaultCard } from '../shell/fault-card';
import { useLanguage, useSay } from '../texts/language';

const SHOWN = 8;

const noticesQuery = queryOptions({
  queryKey: ['notices'],
  queryFn: () =>
    answerOf(api.GET('/api/v1/notices', { params: { query: { show: 'unseen', limit: SHOWN } } })),
});

/** What is new since one last looked. Nothing is marked as seen by looking at it. */
export const NewsCard = () => {
  const say = useSay();
  const { language } = useLanguage();
  const queries = useQueryClient();
  const { data, isError, error, refetch } = useQuery(noticesQuery);
  const mark = useMutation({
    mutationFn: (noticeIds: string[]) => answerOf(api.POST('/api/v1/notices/seen', { body: { noticeIds } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: noticesQuery.queryKey }),
  });
  return (
    <section className="card news" aria-labelledby="news">
      <div className="card-head">
        <h2 id="news">{say({ sv: 'Nytt', en: 'New' })}</h2>
        {data !== undefined && data.notices.length > 0 && (
          <Button
            weight="quiet"
            isPending={mark.isPending}
            onPress={() => {
              mark.mutate(data.notices.map(({ id }) => id));
            }}
          >
            {say({ sv: 'Markera sedda', en: 'Mark as seen' })}
          </Button>
        )}
      </div>
      {isError && <FaultCard error={error} onRetry={() => void refetch()} />}
      {mark.isError && <FaultCard error={mark.error} />}
      {data?.notices.length === 0 && (
        <p className="soft none">
          {say({
            sv: 'Inget nytt. Här kommer nya brister, frister inom tre dagar och svar från utförare.',
            en: 'Nothing new. New gaps, deadlines within three days and answers from providers come here.',
          })}
        </p>
      )}
      <ul>
        {data?.notices.map((notice) => {
          const person = data.persons[notice.fileId];
          return (
            <li key={`${notice.id} ${notice.fileId}`} className="notice">
              <p>
                <b>{say(notice.title)}</b>
                {typeof person?.name === 'string' && ` · ${person.name}`}
              </p>
              <p className="soft small">{dayInWords(on(notice.appearsOn), on(data.on), language)}</p>
            </li>
          );
        })}
      </ul>
      {data !== undefined && data.unseen > data.notices.length && (
        <p className="soft small none">
          {say({
            sv: `${data.unseen - data.notices.length} till`,
            en: `${data.unseen - data.notices.length} more`,
          })}
        </p>
      )}
      <p className="small none">
        <Link to="/paminnelser">
          {say({ sv: 'Få dagen som mejl eller i kalendern', en: 'Get the day by mail or in the calendar' })}
        </Link>
      </p>
    </section>
  );
};
