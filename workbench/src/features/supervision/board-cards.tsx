import type { Board, Figure } from './api.ts';
import { FigureLink } from './figure-link.tsx';
import { type Period, share } from './periods.ts';

type Total = Board['total'];

interface Card {
	label: string;
	figure: Figure & keyof Total;
	unit: string;
	notes: readonly [before: string, figure: Figure & keyof Total][];
	/** A share of two figures: it counts nothing, and opens nothing. */
	rate?: (total: Total) => string;
}

const CARDS: readonly Card[] = [
	{
		...{ label: '公开信息', figure: 'published', unit: '条', notes: [['超期公开', 'late']] },
		rate: ({ published, late }) => `按期公开率${percent(published - late, published)}`,
	},
	{
		...{ label: '法定主动公开事项', figure: 'items', unit: '项', notes: [['空缺', 'itemsMissing']] },
		rate: ({ items, itemsMissing }) => `覆盖率${percent(items - itemsMissing, items)}`,
	},
	{ label: '栏目', figure: 'columns', unit: '个', notes: [['空白', 'columnsEmpty']] },
	{ label: '办结申请', figure: 'applications', unit: '件', notes: [['目前逾期', 'applicationsOverdue']] },
	{
		...{ label: '公众诉求', figure: 'concernsReceived', unit: '件' },
		notes: [
			['答复', 'concernsAnswered'],
			['超期', 'concernsLate'],
			['投诉举报', 'complaints'],
			['查实', 'complaintsTrue'],
		],
	},
	{
		...{ label: '征集意见', figure: 'consultationsOpened', unit: '件' },
		notes: [
			['公布采纳情况', 'consultationsAnswered'],
			['超期', 'consultationsLate'],
		],
	},
	{
		...{ label: '建议提案', figure: 'proposalsReceived', unit: '件' },
		notes: [
			['答复', 'proposalsReplied'],
			['公开', 'proposalsPublished'],
			['超期', 'proposalsLate'],
		],
	},
	{ label: '发现问题', figure: 'found', unit: '个', notes: [['消除', 'cleared']] },
	{
		...{ label: '下发整改', figure: 'issued', unit: '个' },
		notes: [
			['销号', 'closed'],
			['逾期未整改', 'overdue'],
			['申诉', 'appealed'],
			['申诉成立', 'upheld'],
			['通报', 'circulated'],
			['重复出现', 'repeated'],
		],
		rate: ({ closed, closedInTime }) => `按期销号率${percent(closedInTime, closed)}`,
	},
];

/** What all offices together did in the period. */
export function BoardCards({ board: { total, from, to } }: { board: Board }) {
	const period = { from, to };
	return (
		<section className="sv-cards" aria-label={`${from}至${to}合计`}>
			{CARDS.map((card) => (
				<CardView key={card.label} card={card} total={total} period={period} />
			))}
		</section>
	);
}

function CardView({ card, total, period }: { card: Card; total: Total; period: Period }) {
	const { label, figure, unit, notes, rate } = card;
	return (
		<div className="gk-panel sv-card">
			<span>{label}</span>
			<strong>
				<FigureLink count={total[figure]} unit={unit} figure={figure} period={period} />
			</strong>
			<span className="sv-notes">
				{notes.map(([before, of]) => (
					<FigureLink key={of} before={before} count={total[of]} figure={of} period={period} />
				))}
				{rate ? <span className="sv-rate">{rate(total)}</span> : null}
			</span>
		</div>
	);
}

function percent(part: number, whole: number): string {
	return whole === 0 ? '—' : `${share(part, whole)}%`;
}
