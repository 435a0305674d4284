import { daysBetween, type PlanId } from '@rt/domain';
import { actsOn, isGapStatus } from '@rt/rules';
import { distance } from '../days/day-words';
import { useSay } from '../texts/language';
import { RuleAuthority } from '../texts/rule-authority';
import type { FileFinding } from './file-queries';
import { useFile, type ReadFile } from './read-file';
import { CompareLink, RecordLink, weighsPlan } from './record-link';

const isAcknowledged = ({ acknowledgedOn, acknowledgedUntil }: FileFinding, { today }: ReadFile): boolean =>
  acknowledgedOn !== undefined &&
  acknowledgedOn <= today &&
  !(acknowledgedUntil !== undefined && acknowledgedUntil <= today);

/** The gaps that wait for somebody, those that were explained or acknowledged, and what is due next. */
export const ToDoCard = () => {
  const say = useSay();
  const { read } = useFile();
  const gaps = read.findings.filter(({ status }) => isGapStatus(status));
  const open = gaps.filter((finding) => !isAcknowledged(finding, read));
  const acknowledged = gaps.filter((finding) => isAcknowledged(finding, read));
  const next = read.findings
    .filter(({ status }) => status === 'pending')
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))[0];
  return (
    <>
      <section className="card to-do" aria-labelledby="to-do">
        <h2 id="to-do">
          {say({ sv: 'Att åtgärda', en: 'To do' })}{' '}
          <span className="soft">
            {open.length === 0 ? say({ sv: 'inget just nu', en: 'nothing now' }) : open.length}
          </span>
        </h2>
        <ul>
          {open.map((finding) => (
            <li key={finding.id}>
              <Gap finding={finding} />
            </li>
          ))}
          {next && (
            <li>
              <h3>{say(next.title)}</h3>
              <p className="small soft">
                {say({ sv: 'senast', en: 'by' })} {next.dueOn},{' '}
                {say(distance(daysBetween(read.today, next.dueOn)))}
              </p>
            </li>
          )}
        </ul>
      </section>
      {acknowledged.length > 0 && (
        <section className="card to-do" aria-labelledby="acknowledged">
          <h2 id="acknowledged">
            {say({ sv: 'Kvitterade brister', en: 'Acknowledged gaps' })}{' '}
            <span className="soft">{acknowledged.length}</span>
          </h2>
          <ul>
            {acknowledged.map((finding) => (
              <li key={finding.id}>
                <h3>{say(finding.title)}</h3>
                <p className="small">{say(finding.text)}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
};

const Gap = ({ finding }: { readonly finding: FileFinding }) => {
  const say = useSay();
  const { read } = useFile();
  return (
    <>
      <h3>{say(finding.title)}</h3>
      <p className="small">
        <Overdue finding={finding} /> <RuleAuthority rule={finding.rule} on={read.today} />{' '}
        {say(finding.text)}
      </p>
      <ActOf finding={finding} />
    </>
  );
};

export const Overdue = ({ finding }: { readonly finding: FileFinding }) => {
  const say = useSay();
  const { read } = useFile();
  const since = finding.kind === 'violation' ? finding.arisesOn : finding.dueOn;
  return <b className="bad">{say(distance(-daysBetween(since, read.today)))}</b>;
};

/** What the reader can do about a finding; nothing where the reader may record nothing. */
export const ActOf = ({
  finding,
  weight = 'plain',
}: {
  readonly finding: FileFinding;
  readonly weight?: 'primary' | 'plain';
}) => {
  const say = useSay();
  const { read } = useFile();
  const reader = { handles: read.mayRecord, mayRecord: () => read.mayRecord };
  const act = actsOn(finding, finding.status, reader).find(({ code }) => code !== 'recordWhatWasDone');
  const [type] = act?.types ?? [];
  if (act === undefined || type === undefined) return null;
  if (weighsPlan(act) && read.file.get('plan', finding.subject as PlanId)?.created.data.orderId)
    return (
      <p className="no-print">
        <CompareLink fileId={read.fileId} about={finding.subject} weight={weight}>
          {say(act.title)}
        </CompareLink>
      </p>
    );
  return (
    <p className="no-print">
      <RecordLink
        fileId={read.fileId}
        type={type}
        about={finding.subject}
        weight={weight}
        {...(finding.caseId !== undefined && { caseId: finding.caseId })}
      >
        {say(act.title)}
      </RecordLink>
    </p>
  );
};
