interface BarsProps {
	/** What the chart shows, as its caption. */
	title: string;
	/** After each figure: 条, 件, %. */
	unit: string;
	rows: readonly { label: string; count: number }[];
}

const ROW = 28;
const LABEL = 150;
const WIDTH = 520;
const FIGURE = 70;

/** A bar a row, with its figure beside it in words: read by eye and by screen reader alike. */
export function Bars({ title, unit, rows }: BarsProps) {
	const most = Math.max(1, ...rows.map(({ count }) => count));
	const room = WIDTH - LABEL - FIGURE;
	const told = rows.map(({ label, count }) => `${label}${count}${unit}`).join('，');
	return (
		<figure className="gk-panel sv-chart">
			<figcaption>{title}</figcaption>
			{rows.length === 0 ? (
				<p className="gk-hint">没有数据。</p>
			) : (
				<svg viewBox={`0 0 ${WIDTH} ${rows.length * ROW}`} role="img" aria-label={`${title}：${told}`}>
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
			)}
		</figure>
	);
}

const LONGEST = 9;

function shortened(label: string): string {
	return label.length > LONGEST ? `${label.slice(0, LONGEST - 1)}…` : label;
}
