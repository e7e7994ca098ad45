import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useSession } from '../../app/session-context.tsx';
import { type Column, DataTable, formatDay, PageHeader, StatusTag } from '../../ui/index.ts';
import { KEY, type RoundRow, readRounds, readTrees, type TreeRow } from './api.ts';
import { RoundPanel } from './round-panel.tsx';
import { TreePanel } from './tree-panel.tsx';
import { ROUND_LOOK } from './words.ts';
import './evaluation.css';

/** Rounds one has a part in, and the trees of indicators they go by. */
export function RoundsPage() {
	const { can } = useSession();
	const mayManage = can('evaluation.manage');
	const [open, setOpen] = useState<'round' | 'tree' | null>(null);
	const rounds = useQuery({ queryKey: [...KEY, 'rounds'], queryFn: readRounds });
	const trees = useQuery({ queryKey: [...KEY, 'trees'], queryFn: readTrees });
	return (
		<>
			<PageHeader
				title="考核评估"
				subtitle="《条例》第四十六条：按固定的指标取证扣分，听取申诉，确定并公布结果。"
				extra={
					mayManage ? (
						<>
							<Button onClick={() => setOpen('tree')}>新建指标体系</Button>
							<Button type="primary" onClick={() => setOpen('round')}>
								组织考核
							</Button>
						</>
					) : null
				}
			/>
			<DataTable
				label="考核列表"
				columns={ROUNDS}
				rows={rounds.data?.rows}
				rowKey={({ id }) => id}
				loading={rounds.isFetching}
				error={rounds.error}
				onRetry={() => void rounds.refetch()}
				empty={{
					title: '没有考核',
					hint: mayManage ? '先固定一套指标体系，再组织考核。' : '反馈扣分后可以在这里查看。',
				}}
			/>
			<h2 className="ev-heading">指标体系</h2>
			<DataTable
				label="指标体系列表"
				columns={TREES}
				rows={trees.data?.rows}
				rowKey={({ id }) => id}
				loading={trees.isFetching}
				error={trees.error}
				onRetry={() => void trees.refetch()}
				empty={{ title: '还没有指标体系' }}
			/>
			{mayManage ? (
				<>
					<RoundPanel open={open === 'round'} round={null} onClose={() => setOpen(null)} />
					<TreePanel open={open === 'tree'} trees={trees.data?.rows ?? []} onClose={() => setOpen(null)} />
				</>
			) : null}
		</>
	);
}

const ROUNDS: readonly Column<RoundRow>[] = [
	{ key: 'title', title: '考核', render: ({ id, title }) => <Link to={`/evaluation/rounds/${id}`}>{title}</Link> },
	{ key: 'period', title: '考核期', width: 220, render: ({ from, to }) => `${formatDay(from)}至${formatDay(to)}` },
	{ key: 'offices', title: '机关', width: 90, render: ({ offices }) => `${offices}个` },
	{ key: 'state', title: '状态', width: 130, render: ({ state }) => <StatusTag state={state} look={ROUND_LOOK} /> },
	{
		key: 'appeal',
		title: '申诉截止',
		width: 140,
		render: ({ appealUntil }) => (appealUntil ? formatDay(appealUntil) : '—'),
	},
];

const TREES: readonly Column<TreeRow>[] = [
	{
		key: 'title',
		title: '指标体系',
		render: ({ id, title, version }) => (
			<Link to={`/evaluation/trees/${id}`}>
				{title}（第{version}版）
			</Link>
		),
	},
	{ key: 'year', title: '年度', width: 90, render: ({ year }) => year },
	{
		key: 'state',
		title: '状态',
		width: 110,
		render: ({ state, stateLabel }) => (
			<StatusTag state={state} look={{ draft: ['草稿', 'default'], fixed: ['已固定', 'success'] }} label={stateLabel} />
		),
	},
	{ key: 'fixedBy', title: '固定人', width: 120, render: ({ fixedBy }) => fixedBy ?? '—' },
];
