import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Flex, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useSession } from '../../app/session-context.tsx';
import {
	type Column,
	DataTable,
	DayInput,
	DueBadge,
	FormIssues,
	PageHeader,
	SidePanel,
	useServerForm,
} from '../../ui/index.ts';
import { type Conclusion, type Expiring, evaluate, KEY, readExpiring } from './api.ts';
import './normative.css';
import { Tabs } from './tabs.tsx';
import { CONCLUSIONS } from './words.ts';

/** 即将到期: evaluated before it ends, and then extended, revised or let go. */
export function ExpiringPage() {
	const [asked, setAsked] = useState<Expiring | null>(null);
	const query = useQuery({ queryKey: [...KEY, 'expiring'], queryFn: readExpiring });
	const columns: readonly Column<Expiring>[] = [
		...COLUMNS,
		{
			key: 'act',
			title: '办理',
			width: 100,
			render: (row) => (row.mayEvaluate ? <Button onClick={() => setAsked(row)}>评估</Button> : '—'),
		},
	];
	return (
		<>
			<PageHeader
				title="即将到期的规范性文件"
				subtitle="有效期届满前组织后评估；需要继续执行的，由签发人在文件页面延长有效期，或者修订后重新发布。"
			/>
			<Tabs />
			<DataTable
				label="即将到期的文件"
				columns={columns}
				rows={query.data}
				rowKey={({ id }) => id}
				loading={query.isFetching}
				error={query.error}
				onRetry={() => void query.refetch()}
				empty={{ title: '没有即将到期的文件' }}
			/>
			<SidePanel open={asked !== null} title="后评估" onClose={() => setAsked(null)}>
				{asked ? <EvaluateForm row={asked} onClose={() => setAsked(null)} /> : null}
			</SidePanel>
		</>
	);
}

const CONCLUDED = new Map(CONCLUSIONS.map(({ value, label }) => [value, label]));

const COLUMNS: readonly Column<Expiring>[] = [
	{
		key: 'title',
		title: '文件',
		render: ({ id, title, documentNumber }) => (
			<div className="gk-break">
				<Link to={`/documents/${id}`}>{title}</Link>
				<div className="gk-hint">{documentNumber}</div>
			</div>
		),
	},
	{ key: 'office', title: '制定机关', width: 120, render: ({ officeName }) => officeName },
	{
		key: 'expires',
		title: '有效期至',
		width: 220,
		render: ({ expiresOn, daysLeft }) => <DueBadge due={expiresOn} daysLeft={daysLeft} unit="天" withDay />,
	},
	{
		key: 'evaluation',
		title: '后评估',
		width: 260,
		render: ({ evaluation }) =>
			evaluation ? (
				<div className="gk-break">
					<strong>{CONCLUDED.get(evaluation.conclusion)}</strong>　{evaluation.onDay}　{evaluation.personName}
					<div className="gk-hint">{evaluation.text}</div>
				</div>
			) : (
				'尚未评估'
			),
	},
];

interface Values {
	onDay: string;
	conclusion: Conclusion;
	text?: string;
}

function EvaluateForm({ row, onClose }: { row: Expiring; onClose: () => void }) {
	const { session } = useSession();
	const queries = useQueryClient();
	const { message } = App.useApp();
	const { fault, busy, props } = useServerForm<Values>(async ({ text = '', ...rest }) => {
		await evaluate(row.id, { ...rest, text });
		await Promise.all([KEY, ['todo']].map((queryKey) => queries.invalidateQueries({ queryKey })));
		message.success('已登记评估。');
		onClose();
	});
	return (
		<Form {...props} initialValues={{ onDay: session.today }}>
			<p className="gk-gap">{row.title}</p>
			<FormIssues fault={fault} />
			<Form.Item name="onDay" label="评估日期">
				<DayInput label="评估日期" max={session.today} />
			</Form.Item>
			<Form.Item name="conclusion" label="建议" rules={[{ required: true, message: '请选择建议。' }]}>
				<Radio.Group options={[...CONCLUSIONS]} />
			</Form.Item>
			<Form.Item name="text" label="评估情况" extra="执行效果、存在的问题、继续执行的必要性">
				<Input.TextArea maxLength={2000} showCount autoSize={{ minRows: 5 }} />
			</Form.Item>
			<Flex gap={8} justify="end">
				<Button onClick={onClose}>取消</Button>
				<Button type="primary" htmlType="submit" loading={busy}>
					登记评估
				</Button>
			</Flex>
		</Form>
	);
}
