import { Table } from 'antd';
import { formatShortDay } from '../../ui/index.ts';
import type { Notice } from './api.ts';

/** The holidays of a notice: which days are off, which are worked for them. */
export function Arrangements({ arrangements }: { arrangements: Notice['arrangements'] }) {
	return (
		<Table
			size="small"
			pagination={false}
			rowKey="holiday"
			scroll={{ x: 'max-content' }}
			dataSource={[...arrangements]}
			columns={[
				{ title: '节日', dataIndex: 'holiday' },
				{
					title: '放假',
					key: 'off',
					render: (_value, { off: [first, last] }) =>
						[...new Set([first, last])].map((day) => formatShortDay(day ?? '')).join('至'),
				},
				{
					title: '调休上班',
					key: 'work',
					render: (_value, { work }) => (work.length === 0 ? '—' : work.map(formatShortDay).join('、')),
				},
			]}
		/>
	);
}
