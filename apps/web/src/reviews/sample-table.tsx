import { Button, Chips, type Chip } from '@rt/ui';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { downloadCsv } from '../api/download-csv';
import { sampleQuery, type SampleLine } from '../replay/replay.queries';
import { isProtectedIn, labelIn, nameIn, Protected } from '../replay/sample-list';
import { FaultCard } from '../shell/fault-card';
import { useSay } from '../texts/language';

const SHOWN = ['all', 'notOpened', 'opened', 'gaps'] as const;
type Shown = (typeof SHOWN)[number];

const gapsIn = ({ open }: SampleLine): number => open.overdue + open.violation;

const isShown = (shown: Shown, line: SampleLine): boolean =>
  shown === 'all' || (shown === 'gaps' ? gapsIn(line) > 0 : line.state === shown);

/** The cases of the sample, with which of them were opened and what is open in each on the measuring day. */
export const SampleTable = ({ reviewId }: { readonly reviewId: string }) => {
  const say = useSay();
  const sample = useQuery(sampleQuery(reviewId));
  const [shown, setShown] = useState<Shown>('all');
  const downloading = useMutation({
    mutationFn: () => downloadCsv(`/api/v1/reviews/${reviewId}/sample`, `${reviewId}.csv`),
  });
  if (sample.isError) return <FaultCard error={sample.error} onRetry={() => void sample.refetch()} />;
  if (sample.data === undefined)
    return (
      <p role="status" className="soft">
        {say({ sv: 'Urvalet hämtas.', en: 'The sample is on its way.' })}
      </p>
    );
  const { cases } = sample.data;
  const words = {
    all: say({ sv: 'Alla', en: 'All' }),
    notOpened: say({ sv: 'Ej öppnade', en: 'Not opened' }),
    opened: say({ sv: 'Öppnade', en: 'Opened' }),
    gaps: say({ sv: 'Med brist', en: 'With a gap' }),
  };
  const chips: readonly Chip<Shown>[] = SHOWN.map((id) => ({
    id,
    label: words[id],
    count: cases.filter((line) => isShown(id, line)).length,
  }));
  return (
    <section className="card sample-table" aria-labelledby="sample-table">
      <div className="sample-head">
        <h2 id="sample-table">{say({ sv: 'Urvalet', en: 'The sample' })}</h2>
        <Button
          onPress={() => {
            downloading.mutate();
          }}
        >
          <Download size={16} aria-hidden="true" />
          {say({ sv: 'Hämta som CSV', en: 'Fetch as CSV' })}
        </Button>
      </div>
      {downloading.isError && <FaultCard error={downloading.error} />}
      <Chips label={say({ sv: 'Visa', en: 'Show' })} chips={chips} chosen={shown} onChoose={setShown} />
      <div
        className="scrolls"
        role="region"
        aria-label={say({ sv: 'Ärendena', en: 'The cases' })}
        tabIndex={0}
      >
        <table>
          <thead>
            <tr>
              <th scope="col">{say({ sv: 'Nr', en: 'No.' })}</th>
              <th scope="col">{say({ sv: 'Ärende', en: 'Case' })}</th>
              <th scope="col">{say({ sv: 'Brister på mätdagen', en: 'Gaps on the measuring day' })}</th>
              <th scope="col">{say({ sv: 'Läge', en: 'State' })}</th>
            </tr>
          </thead>
          <tbody>
            {cases
              .filter((line) => isShown(shown, line))
              .map((line) => {
                const label = labelIn(sample.data, line);
                const gaps = gapsIn(line);
                return (
                  <tr key={line.number}>
                    <td>{line.number}</td>
                    <th scope="row">
                      <Link
                        to="/granskningar/$reviewId/arenden/$number"
                        params={{ reviewId, number: String(line.number) }}
                        search={{}}
                      >
                        {nameIn(sample.data, line)}
                      </Link>{' '}
                      {isProtectedIn(sample.data, line) && <Protected />}
                      <span className="small soft">
                        {label?.measureTitle && say(label.measureTitle)} · {label?.caseNumber}
                        {line.stratum === null &&
                          ` · ${say({ sv: 'granskas i sin helhet', en: 'reviewed whole' })}`}
                      </span>
                    </th>
                    <td className={gaps > 0 ? 'bad' : 'good'}>
                      {gaps > 0 ? gaps : say({ sv: 'ingen', en: 'none' })}
                    </td>
                    <td>{words[line.state]}</td>
                  </tr>
                );
              })}
          </tbody>
        </table>
      </div>
    </section>
  );
};
