import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Tabs } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useSession } from '../../app/session-context.tsx';
import { type Column, DataTable, DownloadButton, formatDay, Loaded, PageHeader, SidePanel } from '../../ui/index.ts';
import { type Holder, POSTS_KEY, type Roster, readRoster } from './api.ts';
import { DutiesTab } from './duties-tab.tsx';
import { HandoversTab } from './handovers-tab.tsx';
import { HolderForm } from './holder-form.tsx';

/** Who holds which post, what each is for, and what is handed over. */
export function PostsPage() {
	const [past, setPast] = useState(false);
	const [address, setAddress] = useSearchParams();
	const query = useQuery({ queryKey: [...POSTS_KEY, past], queryFn: () => readRoster(past) });
	return (
		<>
			<PageHeader
				title="名册与交接"
				subtitle="领导小组、工作机构和联络员名册，岗位职责，人员变动时的工作交接。"
				extra={<DownloadButton path="/api/posts/paper?format=docx" label="打印名册" />}
			/>
			<Loaded query={query}>
				{(roster) => (
					<Tabs
						activeKey={address.get('tab') ?? 'roster'}
						onChange={(tab) => setAddress({ tab }, { replace: true })}
						items={[
							{ key: 'roster', label: '名册', children: <RosterTab roster={roster} past={past} onPast={setPast} /> },
							{ key: 'duties', label: '岗位职责', children: <DutiesTab duties={roster.duties} /> },
							{ key: 'handovers', label: '工作交接', children: <HandoversTab /> },
						]}
					/>
				)}
			</Loaded>
		</>
	);
}

interface RosterTabProps {
	roster: Roster;
	past: boolean;
	onPast: (past: boolean) => void;
}

function RosterTab({ roster, past, onPast }: RosterTabProps) {
	const { can } = useSession();
	const [shown, setShown] = useState<Holder | 'new' | null>(null);
	return (
		<>
			<div className="gk-filters">
				<Checkbox checked={past} onChange={({ target }) => onPast(target.checked)}>
					包括已离任
				</Checkbox>
				{can('training.organise') ? (
					<Button type="primary" onClick={() => setShown('new')}>
						登记人员
					</Button>
				) : null}
			</div>
			<DataTable
				label="工作人员名册"
				columns={columnsWith(setShown)}
				rows={roster.rows}
				rowKey={({ id }) => id}
				empty={{ title: '名册中还没有人员' }}
			/>
			<SidePanel open={shown !== null} title={shown === 'new' ? '登记人员' : '修改登记'} onClose={() => setShown(null)}>
				{shown ? <HolderForm holder={shown === 'new' ? null : shown} onClose={() => setShown(null)} /> : null}
			</SidePanel>
		</>
	);
}

function columnsWith(edit: (holder: Holder) => void): readonly Column<Holder>[] {
	return [
		{ key: 'name', title: '姓名', render: ({ name, position }) => `${name}${position ? `（${position}）` : ''}` },
		{ key: 'post', title: '岗位', render: ({ postLabel }) => postLabel },
		{ key: 'office', title: '机关', render: ({ officeName }) => officeName },
		{ key: 'phone', title: '电话', render: ({ phone }) => phone || '—' },
		{
			key: 'time',
			title: '任职时间',
			render: ({ since, until }) => `${formatDay(since)}${until ? `至${formatDay(until)}` : '起'}`,
		},
		{
			key: 'act',
			title: '操作',
			render: (holder) =>
				holder.mayChange ? (
					<Button type="link" size="small" aria-label={`修改${holder.name}`} onClick={() => edit(holder)}>
						修改
					</Button>
				) : null,
		},
	];
}
