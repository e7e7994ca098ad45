import { Button } from 'antd';
import { useState } from 'react';
import { type Column, ConfirmReason, DataTable, DateText, StatusTag, useCommand } from '../../ui/index.ts';
import { endRole, type PersonDetail, type RoleRow } from './api.ts';
import { roleText } from './role-words.ts';

const WHEN = {
	current: ['现任', 'success'],
	future: ['未开始', 'processing'],
	past: ['已结束', 'default'],
} as const;

/** Every role the person held, holds or will hold, with a way to end it. */
export function RolesTable({ person }: { person: PersonDetail }) {
	const [ending, setEnding] = useState<RoleRow | null>(null);
	const [open, setOpen] = useState(false);
	const { run } = useCommand(() => Promise.resolve(), { done: '已结束。', refresh: [['people'], ['offices']] });
	const columns: Column<RoleRow>[] = [
		{ key: 'role', title: '机关与角色', render: roleText },
		{ key: 'from', title: '开始', render: ({ from }) => <DateText day={from} /> },
		{ key: 'until', title: '结束', render: ({ until }) => (until ? <DateText day={until} /> : '长期') },
		{ key: 'reason', title: '原因', render: ({ reason }) => reason || '—' },
		{ key: 'when', title: '状态', render: ({ when }) => <StatusTag state={when} look={WHEN} /> },
		{
			key: 'end',
			title: '操作',
			render: (role) =>
				role.when === 'past' ? (
					'—'
				) : (
					<Button
						size="small"
						danger
						aria-label={`结束：${roleText(role)}`}
						onClick={() => {
							setEnding(role);
							setOpen(true);
						}}
					>
						结束
					</Button>
				),
		},
	];
	return (
		<section className="gk-panel">
			<h2>角色</h2>
			<DataTable
				label="角色"
				columns={columns}
				rows={person.roles}
				rowKey={({ id }) => id}
				empty={{ title: '还没有角色', hint: '没有角色的账号不能登录，请分配角色。' }}
			/>
			<ConfirmReason
				open={open}
				title={ending ? `结束：${roleText(ending)}` : ''}
				text="结束后今天起不再有该角色的权限；任职记录保留。"
				okLabel="结束"
				reason="none"
				danger
				onConfirm={async () => {
					if (ending) await endRole(person.id, ending.id);
					await run();
				}}
				onClose={() => setOpen(false)}
			/>
		</section>
	);
}
