import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Flex } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import {
	type Column,
	DataTable,
	DownloadButton,
	formatDay,
	formatInstant,
	History,
	Loaded,
	type MoveQuestion,
	MovesBar,
	PageHeader,
	StatusTag,
	useCommand,
} from '../../ui/index.ts';
import { drawRound, KEY, moveRound, type OfficeScore, type Round, type RoundAction, readRound } from './api.ts';
import { AppealDayPanel } from './appeal-day-panel.tsx';
import { RoundPanel } from './round-panel.tsx';
import { VerifyButton } from './verify-button.tsx';
import { GRADE_LOOK, pointsText, ROUND_DONE, ROUND_LOOK } from './words.ts';
import './evaluation.css';

export function RoundPage() {
	const id = Number(useParams().id);
	const query = useQuery({ queryKey: [...KEY, 'round', id], queryFn: () => readRound(id) });
	return <Loaded query={query}>{(round) => <Page round={round} />}</Loaded>;
}

/** One round: where each office stands, what comes next, and how it came here. */
function Page({ round }: { round: Round }) {
	const { id, title, from, to, state, tree, evaluators, part, steps, appealUntil } = round;
	const asked = evaluators.map(({ name }) => name).join('、');
	return (
		<>
			<PageHeader
				title={title}
				subtitle={`${formatDay(from)}至${formatDay(to)}${asked ? `　第三方评估：${asked}` : ''}${appealUntil ? `　申诉截止${formatDay(appealUntil)}` : ''}`}
				back={{ to: '/evaluation', label: '考核评估' }}
				tags={<StatusTag state={state} look={ROUND_LOOK} />}
				extra={part === 'county' ? <Papers round={round} /> : null}
			/>
			{part === 'county' ? <Steps round={round} /> : null}
			<p className="ev-note">
				依据<Link to={`/evaluation/trees/${tree.id}`}>{tree.title}</Link>。
				{part === 'office' ? '对扣分有异议的，请在申诉期内打开机关名称逐项申诉。' : '打开机关名称查看和记录扣分。'}
			</p>
			<DataTable
				label="机关得分"
				columns={columnsOf(id)}
				rows={round.offices}
				rowKey={({ officeId }) => officeId}
				empty={{ title: '没有参加考核的机关' }}
			/>
			{part === 'county' ? (
				<section className="gk-panel ev-history">
					<h2>经过</h2>
					<History
						entries={steps.map(({ action, text, personName, createdAt }) => ({
							at: createdAt,
							actorName: personName,
							text: ROUND_DONE[action] ?? action,
							note: text || undefined,
						}))}
					/>
				</section>
			) : null}
		</>
	);
}

function Papers({ round: { id, state } }: { round: Round }) {
	if (state !== 'closed' && state !== 'published') return null;
	const base = `/api/evaluation/rounds/${id}/results`;
	return (
		<>
			<VerifyButton id={id} />
			<DownloadButton path={`${base}?format=docx`} label="结果通报" />
			<DownloadButton path={`${base}?format=xlsx`} label="结果表格" />
		</>
	);
}

const QUESTIONS: Readonly<Record<string, MoveQuestion>> = {
	start: { text: '开始后不能再改指标体系和参加考核的机关。', reason: 'none' },
	close: { text: '得分和证据清单将被固定，不能再改。', reason: 'none' },
	publish: { text: '各机关的得分和等次将在网站公布，证据不公布。', reason: 'none' },
	unpublish: { reason: 'required', danger: true },
};

/** What the county may do next; the two steps that need a day have a form of their own. */
function Steps({ round }: { round: Round }) {
	const { id, state, moves, drawnAt } = round;
	const [dated, setDated] = useState<'openAppeal' | 'extend' | null>(null);
	const [editing, setEditing] = useState(false);
	const draw = useCommand(() => drawRound(id), {
		refresh: [KEY],
		done: ({ found, appeared, gone }) => `取到${found}个问题，新增${appeared}个，消除${gone}个。`,
	});
	const queries = useQueryClient();
	const { message } = App.useApp();
	const isDated = (action: string) => action === 'openAppeal' || action === 'extend';
	return (
		<div className="gk-panel ev-steps">
			<Flex gap={8} wrap>
				{state === 'draft' ? <Button onClick={() => setEditing(true)}>修改安排</Button> : null}
				{state === 'scoring' ? (
					<Button loading={draw.busy} onClick={() => void draw.run()}>
						自动取数
					</Button>
				) : null}
			</Flex>
			{state === 'scoring' ? (
				<p className="gk-hint">{drawnAt ? `最近一次取数：${formatInstant(drawnAt)}` : '自动指标还没有取数。'}</p>
			) : null}
			<MovesBar
				moves={moves}
				questions={QUESTIONS}
				onMove={async (action, text) => {
					if (isDated(action)) return setDated(action === 'extend' ? 'extend' : 'openAppeal');
					await moveRound(id, action as RoundAction, { text });
					await Promise.all([KEY, ['todo']].map((queryKey) => queries.invalidateQueries({ queryKey })));
					message.success('已办理。');
				}}
			/>
			<AppealDayPanel round={round} action={dated} onClose={() => setDated(null)} />
			<RoundPanel open={editing} round={round} onClose={() => setEditing(false)} />
		</div>
	);
}

function columnsOf(roundId: number): readonly Column<OfficeScore>[] {
	return [
		{
			key: 'office',
			title: '机关',
			render: ({ officeId, officeName }) => (
				<Link to={`/evaluation/rounds/${roundId}/offices/${officeId}`}>{officeName}</Link>
			),
		},
		{ key: 'kind', title: '类别', width: 130, render: ({ kindLabel }) => kindLabel },
		{ key: 'rank', title: '同类名次', width: 100, align: 'right', render: ({ rank }) => rank ?? '—' },
		{ key: 'score', title: '得分', width: 90, align: 'right', render: ({ score }) => score.toFixed(2) },
		{
			key: 'grade',
			title: '等次',
			width: 150,
			render: ({ grade, vetoed }) => (
				<>
					<StatusTag state={grade} look={GRADE_LOOK} />
					{vetoed ? '单项否决' : ''}
				</>
			),
		},
		{ key: 'deducted', title: '扣分', width: 90, align: 'right', render: ({ deducted }) => pointsText(deducted) },
		{ key: 'bonus', title: '加分', width: 90, align: 'right', render: ({ bonus }) => pointsText(bonus) },
		{ key: 'found', title: '问题', width: 90, align: 'right', render: ({ found }) => found },
		{
			key: 'appeals',
			title: '待处理申诉',
			width: 120,
			align: 'right',
			render: ({ appeals }) => (appeals > 0 ? <strong className="gk-bad">{appeals}</strong> : '—'),
		},
	];
}
