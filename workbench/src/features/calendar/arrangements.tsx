import { type Column, DataTable, formatShortDay } from '../../ui/index.ts';
import type { Notice } from './api.ts';

type Arrangement = Notice['arrangements'][number];

const COLUMNS: readonly Column<Arrangement>[] = [
	{ key: 'holiday', title: '节日', render: ({ holiday }) => holiday },
	{ key: 'off', title: '放假', render: ({ off }) => [...new Set(off)].map(formatShortDay).join('至') },
	{
		key: 'work',
		title: '调休上班',
		render: ({ work }) => (work.length === 0 ? '—' : work.map(formatShortDay).join('、')),
	},
];

/** The holidays of a notice: which days are off, which are worked for them. */
export function Arrangements({ arrangements }: { arrangements: Notice['arrangements'] }) {
	return (
		<DataTable
			label="放假安排"
			columns={COLUMNS}
			rows={arrangements}
			rowKey={({ holiday }) => holiday}
			empty={{ title: '没有放假安排' }}
		/>
	);
}
