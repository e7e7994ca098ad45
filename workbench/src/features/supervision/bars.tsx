import { Link } from 'react-router';

interface BarsProps {
	/** What the chart shows, as its caption. */
	title: string;
	/** After each figure: 条, 件, %. */
	unit: string;
	rows: readonly { label: string; count: number }[];
	/** Where a figure opens to the records it counts; left out for a share, which counts nothing. */
	pathOf?: (label: string) => string;
}

const ROW = 28;
const LABEL = 150;
const WIDTH = 520;
const FIGURE = 70;

/** A bar a row with its figure beside it, and the same as a table: for whoever listens, copies, prints or opens a figure. */
export function Bars({ title, unit, rows, pathOf }: BarsProps) {
	return (
		<figure className="gk-panel sv-chart">
			<figcaption>{title}</figcaption>
			{rows.length === 0 ? (
				<p className="gk-hint">没有数据。</p>
			) : (
				<>
					<Drawn unit={unit} rows={rows} />
					<details className="sv-data">
						<summary>{title}数据表</summary>
						<Table title={title} unit={unit} rows={rows} {...(pathOf ? { pathOf } : {})} />
					</details>
				</>
			)}
		</figure>
	);
}

/** Hidden from screen readers: the table below says the same. */
function Drawn({ unit, rows }: Pick<BarsProps, 'unit' | 'rows'>) {
	const most = Math.max(1, ...rows.map(({ count }) => count));
	const room = WIDTH - LABEL - FIGURE;
	return (
		<svg viewBox={`0 0 ${WIDTH} ${rows.length * ROW}`} aria-hidden="true">
			{rows.map(({ label, count }, n) => (
				<g key={label} transform={`translate(0 ${n * ROW})`}>
					<text x={LABEL - 8} y={ROW / 2} textAnchor="end" dominantBaseline="central">
						{shortened(label)}
					</text>
					<rect className="sv-bar" x={LABEL} y={5} height={ROW - 10} width={Math.max(1, (count / most) * room)} />
					<text x={LABEL + (count / most) * room + 8} y={ROW / 2} dominantBaseline="central">
						{count}
						{unit}
					</text>
				</g>
			))}
		</svg>
	);
}

function Table({ title, unit, rows, pathOf }: BarsProps) {
	return (
		<table aria-label={title}>
			<tbody>
				{rows.map(({ label, count }) => (
					<tr key={label}>
						<th scope="row">{label}</th>
						<td>
							{pathOf ? <Link to={pathOf(label)}>{count}</Link> : count}
							{unit}
						</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}

const LONGEST = 9;

function shortened(label: string): string {
	return label.length > LONGEST ? `${label.slice(0, LONGEST - 1)}…` : label;
}
