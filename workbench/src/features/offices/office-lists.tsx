import { Table } from 'antd';
import { DateText, EmptyState } from '../../ui/index.ts';
import type { OfficeDetail } from './api.ts';

/** Who holds which role here today. */
export function Members({ members }: { members: OfficeDetail['members'] }) {
	return (
		<section className="gk-panel">
			<h2>人员与角色</h2>
			{members.length === 0 ? (
				<EmptyState title="还没有人员" hint="请在「人员」中新增人员并分配角色。" />
			) : (
				<ul className="gk-plain-list">
					{members.map(({ id, name, roles }) => (
						<li key={id}>
							{name}：{roles.join('、')}
						</li>
					))}
				</ul>
			)}
		</section>
	);
}

/** What the office was called on which days; nothing when it never had another name. */
export function Names({ names }: { names: OfficeDetail['names'] }) {
	if (names.length < 2) return null;
	return (
		<section className="gk-panel">
			<h2>曾用名称</h2>
			<Table
				size="small"
				pagination={false}
				rowKey="from"
				scroll={{ x: 'max-content' }}
				dataSource={[...names].reverse()}
				columns={[
					{ title: '名称', dataIndex: 'name' },
					{ title: '简称', dataIndex: 'shortName' },
					{ title: '启用', dataIndex: 'from', render: (day: string) => <DateText day={day} /> },
					{
						title: '停用',
						dataIndex: 'until',
						render: (day: string | null) => (day ? <DateText day={day} /> : '现用'),
					},
				]}
			/>
		</section>
	);
}
