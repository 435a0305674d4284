import './thread.css';

const WIDTH = 1260;
const AXIS = 22;

/** Pixels of the narrowest and of the widest hole. */
const HOLE = { least: 8, most: 42 } as const;

/**
 * The thread of a whole unit over the page: a knot for each step, and before a step a hole as wide as what is lacking there. It is hidden from screen readers:
 * the numbers beneath it say the same.
 * @param holes what is lacking between one step and the next, one number less than there are steps
 */
export const UnitThread = ({ holes }: { readonly holes: readonly number[] }) => {
  const pitch = WIDTH / (holes.length + 1);
  const most = Math.max(...holes, 1);
  const x = (place: number): number => pitch / 2 + place * pitch;
  return (
    <svg className="unit-thread" viewBox={`0 0 ${WIDTH} 44`} width="100%" aria-hidden="true">
      {holes.map((count, place) => (
        <Piece
          key={place}
          from={x(place)}
          to={x(place + 1)}
          hole={count === 0 ? 0 : HOLE.least + (HOLE.most - HOLE.least) * (count / most)}
        />
      ))}
      {[...holes, 0].map((_, place) => (
        <g key={place}>
          <circle className="knot" cx={x(place)} cy={AXIS} r={9} />
          <path className="tick" d={`M${x(place) - 4} ${AXIS + 0.2}l2.8 2.8 5.4-6`} />
        </g>
      ))}
    </svg>
  );
};

/** The cord between two knots, whole or with a hole in its middle. */
const Piece = ({ from, to, hole }: { readonly from: number; readonly to: number; readonly hole: number }) => {
  if (hole === 0)
    return (
      <path
        className="cord"
        d={`M${from} ${AXIS}C${from + 60} ${AXIS - 8} ${to - 60} ${AXIS + 8} ${to} ${AXIS}`}
      />
    );
  const middle = (from + to) / 2;
  const [torn, again] = [middle - hole / 2 - 14, middle + hole / 2 + 14];
  return (
    <>
      <path
        className="cord"
        d={`M${from} ${AXIS}C${from + 24} ${AXIS - 6} ${torn - 20} ${AXIS + 5} ${torn} ${AXIS}`}
      />
      <path className="ply" d={frayed(torn, 1, hole)} />
      <path className="ply" d={frayed(again, -1, hole)} />
      <path
        className="cord"
        d={`M${again} ${AXIS}C${again + 20} ${AXIS - 5} ${to - 24} ${AXIS + 6} ${to} ${AXIS}`}
      />
    </>
  );
};

/** Four plies, which stand wider apart the wider the hole is. */
const frayed = (x: number, way: 1 | -1, hole: number): string => {
  const spread = 6 + (hole / HOLE.most) * 10;
  return [-1, -0.35, 0.4, 1]
    .map((part) => {
      const y = spread * part;
      return `M${x} ${AXIS}c${5 * way} ${Math.sign(y)} ${7 * way} ${y * 0.8} ${14 * way} ${y}`;
    })
    .join('');
};
