import type { ReactNode } from 'react';
import type { DrawnState } from './lying-thread';
import './thread.css';
import './standing-thread.css';

/** One step of a standing thread. */
export interface StandingStep {
  readonly id: string;
  readonly state: DrawnState;
  readonly content: ReactNode;
}

/** A thread from top to bottom. The drawing is hidden from screen readers: the content of each step says its state in words. */
export const StandingThread = ({
  label,
  steps,
}: {
  readonly label: string;
  readonly steps: readonly StandingStep[];
}) => {
  const lastTaken = steps.findLastIndex(({ state }) => state === 'done' || state === 'flawed');
  return (
    <ol className="standing-thread" aria-label={label}>
      {steps.map(({ id, state, content }, index) => (
        <li key={id} className={state}>
          <span className="drawn" aria-hidden="true">
            {state === 'broken' ? (
              <Ends hasUpper={index > 0} hasLower={lastTaken > index} />
            ) : (
              <>
                <Above from={steps[index - 1]?.state} to={state} />
                <StandingKnot state={state} />
                <Below from={state} to={steps[index + 1]?.state} isMirrored={index % 2 === 1} />
              </>
            )}
          </span>
          <div className={state === 'broken' ? 'gap-card' : 'step-text'}>{content}</div>
        </li>
      ))}
    </ol>
  );
};

/** How the line from one step to the next is drawn. */
const lineBetween = (from: DrawnState, to: DrawnState): 'cord' | 'dotted' | undefined => {
  if (from === 'doesNotApply' || to === 'doesNotApply') return undefined;
  return from === 'expected' || to === 'expected' ? 'dotted' : 'cord';
};

const Above = ({ from, to }: { readonly from: DrawnState | undefined; readonly to: DrawnState }) => {
  const line = from && lineBetween(from, to);
  return (
    line && (
      <svg className="above" viewBox="0 0 40 13" preserveAspectRatio="none">
        <path className={line} d="M20 0V13" />
      </svg>
    )
  );
};

const Below = ({
  from,
  to,
  isMirrored,
}: {
  readonly from: DrawnState;
  readonly to: DrawnState | undefined;
  readonly isMirrored: boolean;
}) => {
  const line = to && lineBetween(from, to);
  const x = isMirrored ? 13 : 27;
  return (
    line && (
      <svg className="below" viewBox="0 0 40 100" preserveAspectRatio="none">
        <path
          className={line}
          vectorEffect="non-scaling-stroke"
          d={`M20 0C20 24,${x} 30,${x} 50S20 78,20 100`}
        />
      </svg>
    )
  );
};

const StandingKnot = ({ state }: { readonly state: DrawnState }) => (
  <svg className="knot-of-step" viewBox="0 0 40 24">
    {(state === 'done' || state === 'flawed') && <circle className="knot" cx="20" cy="12" r="10" />}
    {state === 'done' && <path className="tick" d="M15.5 12.2l3.1 3.1 6-6.6" />}
    {state === 'flawed' && (
      <>
        <path className="tick" d="M20 6.6v6.4" />
        <circle className="on-knot" cx="20" cy="16.8" r="1.5" />
      </>
    )}
    {state === 'expected' && <circle className="ring" cx="20" cy="12" r="9" strokeDasharray="3 3" />}
    {state === 'doesNotApply' && <path className="no-step" d="M17 12h6" />}
  </svg>
);

/** Two frayed ends of fixed size, with the gap between them. The lower one only if a later step was taken. */
const Ends = ({ hasUpper, hasLower }: { readonly hasUpper: boolean; readonly hasLower: boolean }) => (
  <>
    {hasUpper && (
      <svg className="upper-end" viewBox="0 0 40 40">
        <path className="cord" d="M20 0C20 8 23 11 21.5 19" />
        <path
          className="ply"
          d="M21.5 18.5C20 25 14 25 12.5 33M21.5 18.5C20.5 26 17.5 29 18.5 38M21.5 18.5C22.5 26 24.5 28 24 36M21.5 18.5C23 24 28.5 25 29.5 31"
        />
      </svg>
    )}
    {hasLower && (
      <svg className="lower-end" viewBox="0 0 40 40">
        <path className="cord" d="M20 40C20 32 17 29 18.5 21" />
        <path
          className="ply"
          d="M18.5 21.5C17 15 11.5 15 10.5 8M18.5 21.5C17.5 14 15 12 16 3M18.5 21.5C19 14 22 11 21 2M18.5 21.5C20 15 26 15 27.5 7"
        />
      </svg>
    )}
  </>
);
