import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { type Column, DataTable, formatDay, PageHeader } from '../../ui/index.ts';
import { KEY, type ListRow, readLists } from './api.ts';
import './supervision.css';

/** Every 整改清单, and how far it has come. */
export function ListsPage() {
	const query = useQuery({ queryKey: [...KEY, 'lists'], queryFn: readLists });
	return (
		<>
			<PageHeader title="整改清单" subtitle="下发、报送、复查、销号；期满没有整改的列入通报。" />
			<DataTable
				label="整改清单"
				columns={COLUMNS}
				rows={query.data?.rows}
				rowKey={({ id }) => id}
				loading={query.isFetching}
				error={query.error}
				onRetry={() => void query.refetch()}
				empty={{ title: '还没有整改清单' }}
			/>
		</>
	);
}

const COLUMNS: readonly Column<ListRow>[] = [
	{ key: 'title', title: '清单', render: ({ id, title }) => <Link to={`/rectifications/${id}`}>{title}</Link> },
	{ key: 'issuedOn', title: '下发', width: 130, render: ({ issuedOn }) => formatDay(issuedOn) },
	{ key: 'dueOn', title: '期限', width: 130, render: ({ dueOn }) => formatDay(dueOn) },
	{ key: 'items', title: '问题', width: 130, render: ({ items, offices }) => `${items}个（${offices}个机关）` },
	{ key: 'closed', title: '已销号', width: 100, render: ({ closed }) => closed },
	{
		key: 'overdue',
		title: '逾期未整改',
		width: 120,
		render: ({ overdue }) => (overdue > 0 ? <span className="sv-light sv-error">{overdue}</span> : '—'),
	},
];
