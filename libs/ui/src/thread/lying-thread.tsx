import './thread.css';

/** The state of one step, as it is drawn. */
export type DrawnState = 'done' | 'flawed' | 'broken' | 'expected' | 'doesNotApply';

/** Pixels between two nodes: `page` for one case, `list` where many threads stand below each other. */
const PITCHES = { page: 60, list: 30 } as const;

const FIRST = 10;
const AXIS = 12;

const isTaken = (state: DrawnState | undefined): boolean => state === 'done' || state === 'flawed';

/**
 * A thread in one row of 24 pixels: filled nodes joined by a line, frayed ends around a step that is lacking, rings for what is to come.
 * @param label the whole thread in one sentence, for those who do not see it
 */
export const LyingThread = ({
  states,
  label,
  size = 'page',
}: {
  readonly states: readonly DrawnState[];
  readonly label: string;
  readonly size?: keyof typeof PITCHES;
}) => {
  const pitch = PITCHES[size];
  const width = FIRST * 2 + pitch * (states.length - 1);
  const lastTaken = states.findLastIndex(isTaken);
  return (
    <svg
      className={`lying-thread ${size}`}
      role="img"
      aria-label={label}
      width={width}
      height={24}
      viewBox={`0 0 ${width} 24`}
    >
      {states.slice(1).map((to, index) => (
        <Between
          key={index}
          place={index}
          pitch={pitch}
          from={states[index] as DrawnState}
          to={to}
          goesOn={lastTaken > index + 1}
        />
      ))}
      {states.map((state, index) => (
        <Knot key={index} state={state} x={FIRST + index * pitch} size={size} />
      ))}
    </svg>
  );
};

const Between = ({
  place,
  pitch,
  from,
  to,
  goesOn,
}: {
  readonly place: number;
  readonly pitch: number;
  readonly from: DrawnState;
  readonly to: DrawnState;
  readonly goesOn: boolean;
}) => {
  const x = FIRST + place * pitch;
  const end = x + pitch;
  if (from === 'doesNotApply' || to === 'doesNotApply') return null;
  if (to === 'broken') {
    const torn = x + pitch * 0.24;
    const again = x + pitch * 0.7;
    return (
      <>
        {from !== 'expected' && (
          <>
            <path className="cord" d={`M${x} ${AXIS}L${torn} ${AXIS}`} />
            <path className="ply" d={plies(torn, 1)} />
          </>
        )}
        {goesOn && pitch >= PITCHES.page && (
          <>
            <path className="ply" d={plies(again, -1)} />
            <path className="cord" d={`M${again} ${AXIS}L${end - 5} ${AXIS}`} />
          </>
        )}
      </>
    );
  }
  if (to === 'expected' || from === 'expected')
    return <path className="dotted" d={`M${x + 8} ${AXIS}L${end - 7} ${AXIS}`} />;
  const bend = place % 2 === 0 ? -3 : 3;
  return (
    <path
      className="cord"
      d={`M${x} ${AXIS}C${x + pitch * 0.35} ${AXIS + bend} ${x + pitch * 0.65} ${AXIS - bend} ${end} ${AXIS}`}
    />
  );
};

/** Three plies, 8 pixels long, to the right or to the left of a torn end. */
const plies = (x: number, way: 1 | -1): string =>
  [
    [3, 1.2, 4.5, 4.5, 7.5, 6],
    [3, 0, 5, 1, 8.5, -0.5],
    [2, -1, 4, -4.5, 7, -6],
  ]
    .map((ply) => `M${x} ${AXIS}c${ply.map((value) => value * way).join(' ')}`)
    .join('');

const Knot = ({
  state,
  x,
  size,
}: {
  readonly state: DrawnState;
  readonly x: number;
  readonly size: keyof typeof PITCHES;
}) => {
  const radius = size === 'page' ? 5 : 4;
  switch (state) {
    case 'done':
      return <circle className="knot" cx={x} cy={AXIS} r={radius} />;
    case 'flawed':
      return (
        <>
          <circle className="knot" cx={x} cy={AXIS} r={radius + 2} />
          <path className="tick" d={`M${x} 8.6v3.6`} />
          <circle className="on-knot" cx={x} cy={15} r={1.1} />
        </>
      );
    case 'broken':
      return (
        <>
          <circle className="ring" cx={x} cy={AXIS} r={radius + 0.5} />
          <path className="ply" d={`M${x - 2} 10l4 4M${x + 2} 10l-4 4`} />
        </>
      );
    case 'expected':
      return <circle className="ring dashed" cx={x} cy={AXIS} r={radius - 0.5} />;
    case 'doesNotApply':
      return <path className="no-step" d={`M${x - 3} ${AXIS}h6`} />;
  }
};
