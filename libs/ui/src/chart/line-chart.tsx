import './line-chart.css';

interface ChartSeries {
  readonly id: string;
  readonly label: string;
  readonly values: readonly number[];
  /** A line of its own kind, so that no colour has to tell them apart. */
  readonly line: 'whole' | 'dotted';
}

const SIZE = { width: 600, height: 140 } as const;

/**
 * Lines over the months. The drawing has one sentence for those who do not see it; the figures stand in a table beside. Its words stand around the
 * drawing and not in it, so that their contrast can be measured.
 * @param marked the place of the point that is told about
 */
export const LineChart = ({
  sentence,
  labels,
  series,
  marked,
}: {
  readonly sentence: string;
  readonly labels: readonly string[];
  readonly series: readonly ChartSeries[];
  readonly marked: number;
}) => {
  const { width, height } = SIZE;
  const ceiling = ceilingOf(Math.max(...series.flatMap(({ values }) => values), 1));
  const x = (place: number): number => (width * place) / Math.max(labels.length - 1, 1);
  const y = (value: number): number => height * (1 - value / ceiling);
  return (
    <div className="line-chart">
      <ul className="series-names" aria-hidden="true">
        {series.map(({ id, label, values, line }) => (
          <li key={id} className={`series-${line}`}>
            {values[marked]} {label}
          </li>
        ))}
      </ul>
      <div className="ceiling" aria-hidden="true">
        {[ceiling, ceiling / 2, 0].map((value) => (
          <span key={value}>{value}</span>
        ))}
      </div>
      <svg role="img" aria-label={sentence} viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none">
        {[0, ceiling / 2, ceiling].map((value) => (
          <path key={value} className="grid-line" d={`M0 ${y(value)}H${width}`} />
        ))}
        <path className="marked-day" d={`M${x(marked)} 0V${height}`} />
        {series.map(({ id, values, line }) => (
          <path
            key={id}
            className={`line-of-chart series-${line}`}
            d={values.map((value, place) => `${place === 0 ? 'M' : 'L'}${x(place)} ${y(value)}`).join('')}
          />
        ))}
      </svg>
      <div className="months" aria-hidden="true">
        {labels.map((label, place) => (
          <span key={place} className={place === marked ? 'marked' : ''}>
            {label}
          </span>
        ))}
      </div>
    </div>
  );
};

/** The next even round number, so that its half is a number too. */
const ceilingOf = (most: number): number => {
  const step = 10 ** Math.floor(Math.log10(most));
  const ceiling = Math.ceil(most / step) * step;
  return Math.max(2, ceiling % 2 === 0 ? ceiling : ceiling + step);
};
