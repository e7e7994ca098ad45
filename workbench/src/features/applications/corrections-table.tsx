import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { type Column, DataTable, DateText, DueBadge } from '../../ui/index.ts';
import { type CorrectionLine, KEY, readCorrections } from './api.ts';

const COLUMNS: Column<CorrectionLine>[] = [
	{
		key: 'title',
		title: '更正申请',
		render: ({ applicationId, title, number }) => (
			<div>
				<Link to={`/applications/${applicationId}`}>{title}</Link>
				<div className="gk-hint">{number ?? '尚未编号'}</div>
			</div>
		),
	},
	{ key: 'record', title: '要求更正的记录', render: ({ record }) => record },
	{
		key: 'due',
		title: '办结期限',
		width: 190,
		render: ({ dueOn, mark, left }) => <DueBadge due={dueOn} mark={mark} daysLeft={left} withDay />,
	},
	{ key: 'received', title: '收到日期', width: 120, render: ({ receivedOn }) => <DateText day={receivedOn} /> },
];

const OFFICE: Column<CorrectionLine> = {
	key: 'office',
	title: '机关',
	width: 120,
	render: ({ officeName }) => officeName,
};

/** 更正申请 that wait for their result, below the applications; nothing where there are none. */
export function CorrectionsTable({ county }: { county: boolean }) {
	const query = useQuery({ queryKey: [...KEY, 'corrections'], queryFn: readCorrections });
	if (!query.data?.length) return null;
	return (
		<section className="ga-corrections">
			<h2>更正申请</h2>
			<DataTable
				label="待办结的更正申请"
				columns={county ? [...COLUMNS, OFFICE] : COLUMNS}
				rows={query.data}
				rowKey={({ applicationId }) => applicationId}
				loading={query.isFetching}
				error={query.error}
				onRetry={() => void query.refetch()}
				empty={{ title: '没有待办结的更正申请' }}
			/>
		</section>
	);
}
