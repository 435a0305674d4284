import './line-chart.css';

interface ChartSeries {
  readonly id: string;
  readonly label: string;
  readonly values: readonly number[];
  /** A line of its own kind, so that no colour has to tell them apart. */
  readonly line: 'whole' | 'dotted';
}

const SIZE = { width: 680, height: 180, left: 36, right: 14, top: 16, bottom: 26 } as const;

/**
 * Lines over the months. The drawing has one sentence for those who do not see it; the figures stand in a table beside.
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
  const { width, height, left, right, top, bottom } = SIZE;
  const ceiling = ceilingOf(Math.max(...series.flatMap(({ values }) => values), 1));
  const x = (place: number): number =>
    left + ((width - left - right) * place) / Math.max(labels.length - 1, 1);
  const y = (value: number): number => top + (height - top - bottom) * (1 - value / ceiling);
  return (
    <svg className="line-chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={sentence}>
      {[0, ceiling / 2, ceiling].map((value) => (
        <g key={value} aria-hidden="true">
          <path className="grid-line" d={`M${left} ${y(value)}H${width - right}`} />
          <text x={left - 8} y={y(value) + 4} textAnchor="end">
            {value}
          </text>
        </g>
      ))}
      {labels.map((label, place) => (
        <text
          key={place}
          aria-hidden="true"
          className={place === marked ? 'marked' : ''}
          x={x(place)}
          y={height - 6}
          textAnchor={place === labels.length - 1 ? 'end' : 'middle'}
        >
          {label}
        </text>
      ))}
      {series.map(({ id, values, line, label }) => (
        <g key={id} className={`series-${line}`} aria-hidden="true">
          <path
            className="line-of-chart"
            d={values.map((value, place) => `${place === 0 ? 'M' : 'L'}${x(place)} ${y(value)}`).join('')}
          />
          <circle cx={x(marked)} cy={y(values[marked] ?? 0)} r={4.5} />
          <text className="of-series" x={x(marked)} y={y(values[marked] ?? 0) - 8} textAnchor="end">
            {values[marked]} {label}
          </text>
        </g>
      ))}
    </svg>
  );
};

/** The next even round number, so that its half is a number too. */
const ceilingOf = (most: number): number => {
  const step = 10 ** Math.floor(Math.log10(most));
  const ceiling = Math.ceil(most / step) * step;
  return Math.max(2, ceiling % 2 === 0 ? ceiling : ceiling + step);
};
