import { dayOf, type Instant } from '@rt/domain';
import { Button } from '@rt/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { dayAndWeek, timeOf } from '../days/day-words';
import { FaultCard } from '../shell/fault-card';
import { useSay } from '../texts/language';
import { discardDraft, draftsQuery, type DraftListed } from './draft.queries';
import './draft-list.css';

/**
 * One's own drafts, each with a way back into its form. Nothing is shown where there is none.
 * @param fileId of this file alone; left out: of all, with the names of the persons
 * @param type of this step alone
 * @param except the draft whose form is open
 */
export const DraftList = ({
  fileId,
  type,
  except,
}: {
  readonly fileId?: string;
  readonly type?: string;
  readonly except?: string | undefined;
}) => {
  const say = useSay();
  const queries = useQueryClient();
  const { data } = useQuery(draftsQuery);
  const discarding = useMutation({
    mutationFn: discardDraft,
    onSuccess: () => queries.invalidateQueries({ queryKey: draftsQuery.queryKey }),
  });
  const shown = (data?.drafts ?? []).filter(
    (draft) =>
      draft.fileId !== null &&
      (fileId === undefined || draft.fileId === fileId) &&
      (type === undefined || draft.type === type) &&
      draft.draftId !== except,
  );
  if (shown.length === 0) return null;
  return (
    <section className="card drafts" aria-labelledby="drafts">
      <h2 id="drafts">{say({ sv: 'Dina utkast', en: 'Your drafts' })}</h2>
      {discarding.isError && <FaultCard error={discarding.error} />}
      <ul>
        {shown.map((draft) => (
          <li key={draft.draftId}>
            <OneDraft
              draft={draft}
              name={fileId === undefined ? data?.persons[draft.fileId ?? '']?.name : undefined}
              onDiscard={() => {
                discarding.mutate(draft.draftId);
              }}
            />
          </li>
        ))}
      </ul>
    </section>
  );
};

const OneDraft = ({
  draft: { draftId, fileId, type, title: stepTitle, savedAt },
  name,
  onDiscard,
}: {
  readonly draft: DraftListed;
  readonly name: string | null | undefined;
  readonly onDiscard: () => void;
}) => {
  const say = useSay();
  const title = say(stepTitle);
  const day = dayOf(savedAt as Instant);
  const what = name ? `${title}, ${name}` : title;
  return (
    <>
      <p>
        <b>{title}</b>
        {name && ` · ${name}`}
      </p>
      <p className="soft small">
        {say({ sv: 'sparat', en: 'saved' })} {say(dayAndWeek(day, day))} {timeOf(savedAt)}
      </p>
      <p className="ways">
        <Link
          className="button plain"
          to="/akter/$fileId/registrera"
          params={{ fileId: fileId ?? '' }}
          search={{ type, draft: draftId }}
          aria-label={`${say({ sv: 'Fortsätt', en: 'Go on' })}: ${what}`}
        >
          {say({ sv: 'Fortsätt', en: 'Go on' })}
        </Link>
        <Button
          weight="quiet"
          aria-label={`${say({ sv: 'Kasta', en: 'Discard' })}: ${what}`}
          onPress={onDiscard}
        >
          {say({ sv: 'Kasta', en: 'Discard' })}
        </Button>
      </p>
    </>
  );
};
