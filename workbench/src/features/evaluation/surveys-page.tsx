import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useSession } from '../../app/session-context.tsx';
import { type Column, DataTable, formatDay, PageHeader, StatusTag } from '../../ui/index.ts';
import { SurveyPanel } from './survey-panel.tsx';
import { readSurveys, SURVEYS, type SurveyRow } from './surveys-api.ts';
import { PHASE_LOOK } from './words.ts';
import './evaluation.css';

/** Questionnaires, and how many answered. */
export function SurveysPage() {
	const { can } = useSession();
	const [open, setOpen] = useState(false);
	const query = useQuery({ queryKey: [...SURVEYS, 'list'], queryFn: readSurveys });
	return (
		<>
			<PageHeader
				title="社会评议"
				subtitle="《条例》第四十六条：匿名问卷，网上和纸质分别计数，公布结果和整改措施。"
				extra={
					can('evaluation.manage') ? (
						<Button type="primary" onClick={() => setOpen(true)}>
							新建问卷
						</Button>
					) : null
				}
			/>
			<DataTable
				label="问卷列表"
				columns={COLUMNS}
				rows={query.data?.rows}
				rowKey={({ id }) => id}
				loading={query.isFetching}
				error={query.error}
				onRetry={() => void query.refetch()}
				empty={{ title: '还没有问卷' }}
			/>
			<SurveyPanel open={open} survey={null} onClose={() => setOpen(false)} />
		</>
	);
}

const COLUMNS: readonly Column<SurveyRow>[] = [
	{
		key: 'title',
		title: '问卷',
		render: ({ id, title, number, version }) => (
			<div className="gk-break">
				<Link to={`/surveys/${id}`}>{title}</Link>
				<div className="gk-hint">
					{number}　第{version}版
				</div>
			</div>
		),
	},
	{
		key: 'days',
		title: '时间',
		width: 230,
		render: ({ opensOn, closesOn }) => `${formatDay(opensOn)}至${formatDay(closesOn)}`,
	},
	{ key: 'phase', title: '状态', width: 110, render: ({ phase }) => <StatusTag state={phase} look={PHASE_LOOK} /> },
	{ key: 'answers', title: '答卷', width: 90, align: 'right', render: ({ answers }) => answers },
	{ key: 'published', title: '结果', width: 100, render: ({ publishedAt }) => (publishedAt ? '已公布' : '—') },
];
