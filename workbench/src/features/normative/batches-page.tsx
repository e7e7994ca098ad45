import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Flex, Form, Input } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useSession } from '../../app/session-context.tsx';
import {
	type Column,
	DataTable,
	DayInput,
	FormIssues,
	PageHeader,
	SidePanel,
	StatusTag,
	useServerForm,
} from '../../ui/index.ts';
import { type BatchRow, KEY, openBatch, readBatches } from './api.ts';
import './normative.css';
import { Tabs } from './tabs.tsx';
import { BATCH_LOOK } from './words.ts';

/** 清理: each over the documents in force on a day. */
export function BatchesPage() {
	const { can } = useSession();
	const [opening, setOpening] = useState(false);
	const query = useQuery({ queryKey: [...KEY, 'batches'], queryFn: readBatches });
	return (
		<>
			<PageHeader
				title="规范性文件清理"
				subtitle="对现行有效的文件逐件提出清理结论，审签后自动标注效力，生成继续有效、废止、失效目录。"
				extra={
					can('normative.handle') ? (
						<Button type="primary" onClick={() => setOpening(true)}>
							开始清理
						</Button>
					) : null
				}
			/>
			<Tabs />
			<DataTable
				label="清理列表"
				columns={COLUMNS}
				rows={query.data}
				rowKey={({ id }) => id}
				loading={query.isFetching}
				error={query.error}
				onRetry={() => void query.refetch()}
				empty={{ title: '还没有清理', hint: '清理以某一天现行有效的文件为范围。' }}
			/>
			<SidePanel open={opening} title="开始清理" onClose={() => setOpening(false)}>
				<BatchForm onClose={() => setOpening(false)} />
			</SidePanel>
		</>
	);
}

const COLUMNS: readonly Column<BatchRow>[] = [
	{
		key: 'title',
		title: '清理',
		render: ({ id, title, wholeCounty, officeName }) => (
			<div className="gk-break">
				<Link to={`/normative/batches/${id}`}>{title}</Link>
				<div className="gk-hint">{wholeCounty ? '全县' : officeName}</div>
			</div>
		),
	},
	{ key: 'day', title: '基准日', width: 130, render: ({ onDay }) => onDay },
	{ key: 'state', title: '状态', width: 130, render: ({ state }) => <StatusTag state={state} look={BATCH_LOOK} /> },
	{
		key: 'counts',
		title: '结论',
		width: 320,
		render: ({ counts: { all, keep, revise, repeal, lapse } }) =>
			`共${all}件：继续有效${keep}，修改${revise}，废止${repeal}，失效${lapse}`,
	},
];

function BatchForm({ onClose }: { onClose: () => void }) {
	const { session, can } = useSession();
	const navigate = useNavigate();
	const queries = useQueryClient();
	const { fault, busy, props } = useServerForm<Parameters<typeof openBatch>[0]>(async (values) => {
		const { id } = await openBatch(values);
		await queries.invalidateQueries({ queryKey: KEY });
		void navigate(`/normative/batches/${id}`);
	});
	const year = session.today.slice(0, 4);
	return (
		<Form {...props} initialValues={{ title: `${year}年行政规范性文件清理`, onDay: session.today, wholeCounty: false }}>
			<FormIssues fault={fault} />
			<Form.Item name="title" label="清理名称">
				<Input maxLength={100} />
			</Form.Item>
			<Form.Item name="onDay" label="清理基准日" extra="清理这一天现行有效的文件">
				<DayInput label="清理基准日" max={session.today} />
			</Form.Item>
			{can('normative.manage') ? (
				<Form.Item name="wholeCounty" valuePropName="checked">
					<Checkbox>全县清理，各机关对本机关的文件提出结论</Checkbox>
				</Form.Item>
			) : null}
			<Flex gap={8} justify="end">
				<Button onClick={onClose}>取消</Button>
				<Button type="primary" htmlType="submit" loading={busy}>
					开始清理
				</Button>
			</Flex>
		</Form>
	);
}
