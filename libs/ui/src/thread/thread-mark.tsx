import './thread.css';

/** The name's own sign. */
export const BrandMark = () => (
  <svg viewBox="0 0 54 22" width={54} height={22} aria-hidden="true">
    <path className="cord" d="M2 13C9 5 15 5 21 11s12 7 17 2" />
    <path className="ply" d="M38 13c3-3 5-7 9-8M38 13c4-2 7-1 11 0M38 13c2 1 4 5 8 7" />
  </svg>
);

/** A frayed end, beside a heading about what is late. */
export const FrayedMark = () => (
  <svg viewBox="0 0 26 14" width={26} height={14} aria-hidden="true">
    <path className="cord thin" d="M2 7c4-3 7 1 11 0" />
    <path className="ply" d="M13 7c4-1 5-4 9-5M13 7c4 0 6-1 11 0M13 7c4 1 5 4 9 5" />
  </svg>
);

/** A thread over the whole width with a break in it: sign-in. */
export const ThreadBanner = () => (
  <svg className="thread-banner" viewBox="0 0 1080 64" aria-hidden="true">
    <path className="cord" d="M12 34C120 6 190 60 300 32S470 8 560 32" />
    <path
      className="ply"
      d="M560 32c10-4 14-16 28-20M560 32c12-2 18-9 36-10M560 32c12 1 18 2 34 4M560 32c10 4 16 14 28 20"
    />
    <path
      className="ply"
      d="M690 32c-10 4-16 14-28 18M690 32c-12 1-20 6-36 6M690 32c-12-2-18-8-34-10M690 32c-10-4-14-12-26-18"
    />
    <path className="cord" d="M690 32C770 44 830 12 920 30S1030 40 1068 28" />
    {[
      [12, 34],
      [300, 32],
      [1068, 28],
    ].map(([x = 0, y = 0]) => (
      <g key={x}>
        <circle className="knot" cx={x} cy={y} r="10" />
        <path className="tick" d={`M${x - 4.5} ${y + 0.2}l3.1 3.1 6-6.6`} />
      </g>
    ))}
  </svg>
);
