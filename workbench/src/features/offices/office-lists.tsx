import { type Column, DataTable, DateText, EmptyState } from '../../ui/index.ts';
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

const NAMES: readonly Column<OfficeDetail['names'][number]>[] = [
	{ key: 'name', title: '名称', render: ({ name }) => name },
	{ key: 'shortName', title: '简称', render: ({ shortName }) => shortName },
	{ key: 'from', title: '启用', render: ({ from }) => <DateText day={from} /> },
	{ key: 'until', title: '停用', render: ({ until }) => (until ? <DateText day={until} /> : '现用') },
];

/** What the office was called on which days; nothing when it never had another name. */
export function Names({ names }: { names: OfficeDetail['names'] }) {
	if (names.length < 2) return null;
	return (
		<section className="gk-panel">
			<h2>曾用名称</h2>
			<DataTable
				label="曾用名称"
				columns={NAMES}
				rows={[...names].reverse()}
				rowKey={({ from }) => from}
				empty={{ title: '没有曾用名称' }}
			/>
		</section>
	);
}
