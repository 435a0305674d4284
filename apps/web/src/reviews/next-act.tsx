import { Button, ChoiceField, TextField } from '@rt/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type FormEvent, type ReactNode } from 'react';
import { FaultCard } from '../shell/fault-card';
import { directoryQuery, useSession } from '../shell/session';
import { useSay } from '../texts/language';
import { stageOf } from './review-stage';
import { outlookQuery, useApproving, useClosing, useDrawing, type ReviewAnswer } from './reviews.queries';

/** What the reader does next in a review; where it is another person's turn, whose. */
export const NextAct = ({ review }: { readonly review: ReviewAnswer }) => {
  const say = useSay();
  const { roles, userId } = useSession();
  const plans = roles.includes('inspector');
  const approves = roles.includes('reviewApprover');
  switch (stageOf(review)) {
    case 'planned':
      if (approves && review.plannedBy !== userId) return <Approve review={review} />;
      return (
        <Act title={say({ sv: 'Väntar på godkännande', en: 'Waits for approval' })}>
          <p>
            {say({
              sv: 'Den som godkänner granskningar läser planen och ramen. Ingen akt öppnas innan dess.',
              en: 'Somebody who approves reviews reads the plan and the frame. No file opens before that.',
            })}
          </p>
        </Act>
      );
    case 'approved':
      if (plans) return <Draw review={review} />;
      return (
        <Act title={say({ sv: 'Godkänd', en: 'Approved' })}>
          <p>{say({ sv: 'En inspektör drar urvalet.', en: 'An inspector draws the sample.' })}</p>
        </Act>
      );
    case 'drawn':
      return plans ? <Go review={review} /> : null;
    case 'closing':
      if (approves && review.closureProposedBy !== userId) return <Close review={review} by="approver" />;
      return (
        <>
          {plans && <Go review={review} isClosing />}
          <Act title={say({ sv: 'Avslut är föreslaget', en: 'Closing is proposed' })}>
            <p>
              {say({
                sv: 'Den som godkänner granskningar avslutar den. Akterna stängs då för inspektörerna.',
                en: 'Somebody who approves reviews closes it. The files then close to the inspectors.',
              })}
            </p>
          </Act>
        </>
      );
    case 'closed':
      return null;
  }
};

const Act = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section className="card padded next-act" aria-labelledby="next-act">
    <h2 id="next-act">{title}</h2>
    {children}
  </section>
);

const Approve = ({ review: { reviewId } }: { readonly review: ReviewAnswer }) => {
  const say = useSay();
  const outlook = useQuery(outlookQuery(reviewId));
  const approving = useApproving(reviewId);
  const [number, setNumber] = useState('');
  const asksNumber = outlook.data?.confirmNumber === true;
  return (
    <Act title={say({ sv: 'Godkänn planen', en: 'Approve the plan' })}>
      <p>
        {say({
          sv: 'Läs uppdraget, grupperna och hur många akter som öppnas. När planen är godkänd kan urvalet dras.',
          en: 'Read the assignment, the groups and how many files open. Once the plan is approved, the sample can be drawn.',
        })}
      </p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          approving.mutate(asksNumber ? Number(number) : null);
        }}
      >
        {asksNumber && (
          <TextField
            path="filesReviewedWhole"
            numeric
            label={say({ sv: 'Akter som granskas i sin helhet', en: 'Files that are reviewed whole' })}
            help={say({
              sv: 'Skriv antalet som ramen säger: bifall granskas i sin helhet.',
              en: 'Write the number that the frame says: approvals are reviewed whole.',
            })}
            value={number}
            onChange={setNumber}
          />
        )}
        {approving.isError && <FaultCard error={approving.error} />}
        <Button type="submit" weight="primary" isDisabled={approving.isPending || outlook.isPending}>
          {say({ sv: 'Godkänn', en: 'Approve' })}
        </Button>
      </form>
    </Act>
  );
};

/** The value is said aloud by somebody who neither planned nor draws, so that nobody can aim the draw. */
const Draw = ({ review: { reviewId, plannedBy } }: { readonly review: ReviewAnswer }) => {
  const say = useSay();
  const { userId } = useSession();
  const { data: directory } = useQuery(directoryQuery);
  const drawing = useDrawing(reviewId);
  const [spoken, setSpoken] = useState('');
  const [spokenBy, setSpokenBy] = useState('');
  const speakers = (directory?.users ?? []).filter(
    (user) => user.userId !== userId && user.userId !== plannedBy,
  );
  const draw = (event: FormEvent): void => {
    event.preventDefault();
    drawing.mutate({ spoken, spokenBy });
  };
  return (
    <Act title={say({ sv: 'Dra urvalet', en: 'Draw the sample' })}>
      <p>
        {say({
          sv: 'Be någon som varken har planerat eller drar att säga ett värde högt, till exempel tärningsslag. Tillsammans med systemets förseglade värde bestämmer det urvalet, så att ingen kan sikta.',
          en: 'Ask somebody who neither planned nor draws to say a value aloud, such as dice. Together with the sealed value of the system it decides the sample, so that nobody can aim.',
        })}
      </p>
      <form onSubmit={draw}>
        <TextField
          path="spoken"
          label={say({ sv: 'Värde som sagts högt', en: 'Value said aloud' })}
          max={200}
          value={spoken}
          onChange={setSpoken}
        />
        <ChoiceField
          path="spokenBy"
          label={say({ sv: 'Sagt av', en: 'Said by' })}
          none={say({ sv: 'Välj person', en: 'Choose a person' })}
          options={speakers.map((user) => ({
            id: user.userId,
            label: `${say(user.title)} (${user.userId})`,
          }))}
          value={spokenBy}
          onChange={setSpokenBy}
        />
        {drawing.isError && <FaultCard error={drawing.error} />}
        <p className="small soft">
          {say({
            sv: 'Urvalet dras en gång. Dras det igen blir svaret detsamma.',
            en: 'The sample is drawn once. A draw after the draw gives the same.',
          })}
        </p>
        <Button
          type="submit"
          weight="primary"
          isDisabled={drawing.isPending || spoken.trim() === '' || spokenBy === ''}
        >
          {say({ sv: 'Dra urvalet', en: 'Draw the sample' })}
        </Button>
      </form>
    </Act>
  );
};

const Go = ({
  review,
  isClosing = false,
}: {
  readonly review: ReviewAnswer;
  readonly isClosing?: boolean;
}) => {
  const say = useSay();
  const { reviewId, progress } = review;
  return (
    <Act title={say({ sv: 'Granska ärendena', en: 'Review the cases' })}>
      <p>
        <b>
          {progress?.opened ?? 0} {say({ sv: 'av', en: 'of' })}{' '}
          {(progress?.drawn ?? 0) + (progress?.reviewedWhole ?? 0)}
        </b>{' '}
        {say({
          sv: 'är öppnade. Varje öppning står i åtkomstloggen.',
          en: 'are opened. Every opening stands in the access log.',
        })}
      </p>
      <p>
        <Link
          className="button primary"
          to="/granskningar/$reviewId/arenden/$number"
          params={{ reviewId, number: '1' }}
          search={{}}
        >
          {say({ sv: 'Öppna första ärendet', en: 'Open the first case' })}
        </Link>
      </p>
      {!isClosing && <Close review={review} by="inspector" />}
    </Act>
  );
};

const Close = ({
  review: { reviewId },
  by,
}: {
  readonly review: ReviewAnswer;
  readonly by: 'inspector' | 'approver';
}) => {
  const say = useSay();
  const closing = useClosing(reviewId, by);
  const button = (
    <>
      {closing.isError && <FaultCard error={closing.error} />}
      <Button
        isDisabled={closing.isPending}
        weight={by === 'approver' ? 'primary' : 'plain'}
        onPress={() => {
          closing.mutate(undefined);
        }}
      >
        {by === 'approver'
          ? say({ sv: 'Avsluta granskningen', en: 'Close the review' })
          : say({ sv: 'Föreslå avslut', en: 'Propose to close' })}
      </Button>
    </>
  );
  if (by === 'inspector') return <div className="propose">{button}</div>;
  return (
    <Act title={say({ sv: 'Avsluta granskningen', en: 'Close the review' })}>
      <p>
        {say({
          sv: 'En inspektör har föreslagit det. Akterna stängs då för inspektörerna.',
          en: 'An inspector has proposed it. The files then close to the inspectors.',
        })}
      </p>
      {button}
    </Act>
  );
};
