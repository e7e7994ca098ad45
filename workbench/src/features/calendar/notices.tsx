import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { type Column, ConfirmReason, DataTable, DateText, EmptyState, formatDay, StatusTag } from '../../ui/index.ts';
import { type LoadedNotice, type Notice, withdrawNotice } from './api.ts';
import { Arrangements } from './arrangements.tsx';

/** What the year's calendar stands on. */
export function YearNotices({ notices, year }: { notices: readonly Notice[]; year: number }) {
	return (
		<section className="gk-panel">
			<h2>{year}年的依据</h2>
			{notices.length === 0 ? <EmptyState title="该年没有载入放假通知" /> : null}
			{notices.map((notice) => (
				<article key={notice.id} className="gk-gap">
					<h3 className="gk-notice">{notice.title}</h3>
					<p className="gk-hint">
						{[notice.number, `${formatDay(notice.published)}发布`, notice.builtIn ? '系统自带' : '本县载入']
							.filter(Boolean)
							.join('，')}
						{notice.stopsClocks === false ? '（不影响法定期限）' : ''}
					</p>
					<Arrangements arrangements={notice.arrangements} />
				</article>
			))}
		</section>
	);
}

const SCOPE = { national: '全国', county: '本地' } as const;
const LOOK = { current: ['使用中', 'success'], withdrawn: ['已撤回', 'default'] } as const;

/** Everything the county loaded itself; what was withdrawn stays to be seen. */
export function LoadedNotices({ loaded, manage }: { loaded: readonly LoadedNotice[]; manage: boolean }) {
	const [asked, setAsked] = useState<LoadedNotice | null>(null);
	const [open, setOpen] = useState(false);
	const queries = useQueryClient();
	if (loaded.length === 0) return null;
	const columns: Column<LoadedNotice>[] = [
		{ key: 'title', title: '通知', render: ({ title }) => title },
		{ key: 'scope', title: '范围', render: ({ scope }) => SCOPE[scope] },
		{ key: 'published', title: '发布日期', render: ({ published }) => <DateText day={published} /> },
		{ key: 'by', title: '载入人', render: ({ createdByName }) => createdByName || '—' },
		{
			key: 'state',
			title: '状态',
			render: ({ withdrawnAt, withdrawReason }) => (
				<>
					<StatusTag state={withdrawnAt ? 'withdrawn' : 'current'} look={LOOK} />
					{withdrawReason ? <span className="gk-hint">{withdrawReason}</span> : null}
				</>
			),
		},
		{
			key: 'act',
			title: '操作',
			render: (notice) =>
				manage && !notice.withdrawnAt ? (
					<Button
						size="small"
						danger
						aria-label={`撤回：${notice.title}`}
						onClick={() => {
							setAsked(notice);
							setOpen(true);
						}}
					>
						撤回
					</Button>
				) : (
					'—'
				),
		},
	];
	return (
		<section className="gk-panel">
			<h2>本县载入的通知</h2>
			<DataTable
				label="本县载入的通知"
				columns={columns}
				rows={loaded}
				rowKey={({ id }) => id}
				empty={{ title: '还没有载入通知' }}
			/>
			<ConfirmReason
				open={open}
				title={`撤回：${asked?.title ?? ''}`}
				text="撤回后立即按其余通知重新计算尚未到期的期限；原通知保留备查。"
				okLabel="撤回"
				reasonLabel="撤回原因"
				danger
				onConfirm={async ({ reason }) => {
					if (asked) await withdrawNotice(asked.id, reason);
					await Promise.all([['calendar'], ['session']].map((queryKey) => queries.invalidateQueries({ queryKey })));
				}}
				onClose={() => setOpen(false)}
			/>
		</section>
	);
}
