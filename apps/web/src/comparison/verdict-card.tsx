import { AreaField, Button, RadioField } from '@rt/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { ApiProblem, NoConnection } from '../api/api-problem';
import { answerOf, api } from '../api/client';
import { RecordLink } from '../file/record-link';
import { consequenceOf } from '../record/consequence';
import { ErrorSummary } from '../record/error-summary';
import { usePreview, type PreviewAnswer } from '../record/use-preview';
import { useSession } from '../shell/session';
import { useSay } from '../texts/language';
import { withNoun } from '../texts/with-noun';
import type { ComparisonAnswer } from './comparison.queries';
import { returnReasons, summaryOfDifferences } from './difference-words';
import { ReasonList, type WrittenReason } from './reason-list';

type Verdict = 'approve' | 'return';

/** Where the plan stands, and the decision about it: approve, or return with what the provider is to change. */
export const VerdictCard = ({
  mayRecord,
  ...parts
}: {
  readonly fileId: string;
  readonly on: string;
  readonly compared: ComparisonAnswer;
  readonly planId: string;
  readonly mayRecord: boolean;
}) => {
  const say = useSay();
  const { compared, planId, fileId } = parts;
  const [isTakenUp, setTakenUp] = useState(false);
  const [saved, setSaved] = useState<SavedVerdict>();
  const plan = compared.plans.find((one) => one.planId === planId);
  const standing = plan?.standing ?? 'received';
  if (saved) return <Saved saved={saved} fileId={fileId} />;
  const heading = <h2 id="verdict">{say({ sv: 'Ditt ställningstagande', en: 'Your decision' })}</h2>;
  if (standing !== 'received' && !isTakenUp)
    return (
      <section className="card verdict" aria-labelledby="verdict">
        {heading}
        <p>
          <b>
            {standing === 'approved'
              ? say({
                  sv: `Planen är godkänd ${plan?.since}.`,
                  en: `The plan was approved on ${plan?.since}.`,
                })
              : say({
                  sv: `Planen är returnerad ${plan?.since}.`,
                  en: `The plan was returned on ${plan?.since}.`,
                })}
          </b>
        </p>
        {mayRecord && (
          <>
            <Button
              wide
              onPress={() => {
                setTakenUp(true);
              }}
            >
              {say({ sv: 'Ta upp planen igen', en: 'Take up the plan again' })}
            </Button>
            {standing === 'returned' && (
              <RecordLink fileId={fileId} type="ProviderReminded" about={compared.order.orderId}>
                {say({ sv: 'Begär in den omarbetade planen', en: 'Ask for the revised plan' })}
              </RecordLink>
            )}
          </>
        )}
      </section>
    );
  if (!mayRecord)
    return (
      <section className="card verdict" aria-labelledby="verdict">
        {heading}
        <p className="soft">
          {say({
            sv: 'Den som handlägger ärendet godkänner eller returnerar den senaste planen.',
            en: 'The case worker of the case approves or returns the newest plan.',
          })}
        </p>
      </section>
    );
  return (
    <section className="card verdict" aria-labelledby="verdict">
      {heading}
      <VerdictForm {...parts} onSaved={setSaved} />
    </section>
  );
};

interface SavedVerdict {
  readonly verdict: Verdict;
  readonly reasons: number;
  readonly preview: PreviewAnswer | undefined;
}

const VerdictForm = ({
  fileId,
  on: today,
  compared,
  planId,
  onSaved,
}: {
  readonly fileId: string;
  readonly on: string;
  readonly compared: ComparisonAnswer;
  readonly planId: string;
  readonly onSaved: (saved: SavedVerdict) => void;
}) => {
  const say = useSay();
  const queries = useQueryClient();
  const { userId } = useSession();
  const standing = compared.plans.find((one) => one.planId === planId)?.standing;
  const [verdict, setVerdict] = useState<Verdict>(() =>
    standing === 'approved' || summaryOfDifferences(compared).count > 0 ? 'return' : 'approve',
  );
  const [reasons, setReasons] = useState<readonly WrittenReason[]>(() =>
    returnReasons(compared).map(({ id, text, preselected }) => ({
      id,
      text: say(text),
      chosen: preselected,
    })),
  );
  const [more, setMore] = useState('');
  // Another decision is another command; the same one again is stored once.
  const [commandIds] = useState(() => ({ approve: crypto.randomUUID(), return: crypto.randomUUID() }));
  const said = useMemo(
    () =>
      [...reasons.filter(({ chosen }) => chosen).map(({ text }) => text), more]
        .map((text) => text.trim())
        .filter((text) => text !== ''),
    [reasons, more],
  );
  const body = useMemo(
    () => ({
      type: verdict === 'approve' ? 'PlanApproved' : 'PlanReturned',
      occurredOn: today,
      ...(compared.order.caseId !== null && { caseId: compared.order.caseId }),
      data: verdict === 'approve' ? { planId, approvedBy: userId } : { planId, reasons: said },
    }),
    [verdict, today, compared.order.caseId, planId, userId, said],
  );
  const commandId = commandIds[verdict];
  const preview = usePreview({ fileId, draftId: commandId, purpose: undefined }, body);
  const saving = useMutation({
    mutationFn: () =>
      answerOf(
        api.POST('/api/v1/files/{fileId}/events', {
          params: { path: { fileId }, header: { 'Idempotency-Key': commandId } },
          body: body as never,
        }),
      ),
    onSuccess: () => {
      onSaved({ verdict, reasons: said.length, preview });
      void queries.invalidateQueries({
        predicate: ({ queryKey: [kind] }) => kind !== 'session' && kind !== 'directory' && kind !== 'schema',
      });
    },
    retry: (failures, error) => error instanceof NoConnection && failures < 3,
  });
  const problem = saving.error instanceof ApiProblem ? saving.error : undefined;
  const save = (): void => {
    if (!saving.isPending) saving.mutate();
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        save();
      }}
    >
      {problem && (
        <ErrorSummary
          title={say({ sv: 'Det är inte sparat.', en: 'It is not saved.' })}
          errors={
            problem.errors.length > 0
              ? problem.errors
              : [{ field: '', code: problem.code, text: problem.message }]
          }
        />
      )}
      <RadioField
        path="verdict"
        label={say({ sv: 'Planen', en: 'The plan' })}
        value={verdict}
        onChange={(chosen) => {
          setVerdict(chosen as Verdict);
        }}
        options={[
          { id: 'approve', label: say({ sv: 'Godkänn planen', en: 'Approve the plan' }) },
          { id: 'return', label: say({ sv: 'Returnera till utföraren', en: 'Return it to the provider' }) },
        ]}
      />
      {verdict === 'return' && (
        <>
          <ReasonList reasons={reasons} onChange={setReasons} />
          <AreaField
            path="data.reasons"
            label={say({ sv: 'Något mer?', en: 'Anything more?' })}
            optional={say({ sv: '(om det behövs)', en: '(if needed)' })}
            max={4000}
            value={more}
            onChange={setMore}
          />
        </>
      )}
      <Button type="submit" weight="primary" wide isPending={saving.isPending} data-path="save">
        {saving.isPending
          ? say({ sv: 'Sparar …', en: 'Saving …' })
          : verdict === 'approve'
            ? say({ sv: 'Godkänn planen', en: 'Approve the plan' })
            : say(returnWords(said.length))}
      </Button>
      <Effect isOffline={saving.error instanceof NoConnection} preview={preview} />
    </form>
  );
};

const returnWords = (reasons: number) => {
  const { sv, en } = withNoun(reasons, ['skäl', 'skäl'], ['reason', 'reasons']);
  return { sv: `Returnera med ${sv}`, en: `Return with ${en}` };
};

/** What pressing the button will change. */
const Effect = ({
  isOffline,
  preview,
}: {
  readonly isOffline: boolean;
  readonly preview: PreviewAnswer | undefined;
}) => {
  const say = useSay();
  const consequence = preview && consequenceOf(preview);
  return (
    <p className="small consequence" role="status">
      {isOffline
        ? say({
            sv: 'Servern svarar inte. Det du valt står kvar; försök igen om en stund.',
            en: 'The server does not answer. What you chose stands here; try again in a moment.',
          })
        : consequence && (
            <>
              <b>{say(consequence.bold)}</b> {say(consequence.rest)}
            </>
          )}
    </p>
  );
};

/** What was saved, and what it changed. It takes the focus, because the form is gone. */
const Saved = ({
  saved: { verdict, reasons, preview },
  fileId,
}: {
  readonly saved: SavedVerdict;
  readonly fileId: string;
}) => {
  const say = useSay();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  const consequence = preview && consequenceOf(preview);
  const count = withNoun(reasons, ['skäl', 'skäl'], ['reason', 'reasons']);
  return (
    <section className="card verdict">
      <h2 ref={heading} tabIndex={-1}>
        {verdict === 'approve'
          ? say({ sv: 'Planen är godkänd', en: 'The plan is approved' })
          : say({ sv: `Returnerad med ${count.sv}`, en: `Returned with ${count.en}` })}
      </h2>
      {consequence && (
        <p>
          <b>{say(consequence.bold)}</b> {say(consequence.rest)}
        </p>
      )}
      <RecordLink fileId={fileId}>
        {say({ sv: 'Registrera ett steg till', en: 'Record another step' })}
      </RecordLink>
    </section>
  );
};
