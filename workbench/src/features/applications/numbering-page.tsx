import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { type Column, DataTable, FormIssues, PageHeader, SidePanel, useServerForm } from '../../ui/index.ts';
import './applications.css';
import { type NumberingRow, readNumbering, setNumbering } from './api.ts';

const LIST = ['application-numbering'] as const;

/** How the numbers of applications and letters read, office by office. */
export function NumberingPage() {
	const query = useQuery({ queryKey: LIST, queryFn: readNumbering });
	const [edited, setEdited] = useState<NumberingRow | null>(null);
	const columns: Column<NumberingRow>[] = [
		{
			key: 'office',
			title: '机关',
			render: (row) => (
				<Button type="link" onClick={() => setEdited(row)}>
					{row.officeName}
				</Button>
			),
		},
		{ key: 'mark', title: '机关代字', render: (row) => row.mark },
		{ key: 'example', title: '申请编号示例', render: (row) => row.example },
		{ key: 'letter', title: '文号规则', render: (row) => row.letterPattern },
	];
	return (
		<>
			<PageHeader title="申请编号规则" subtitle="已经编定的号码不变，新号码按新规则编排，顺序号连续不断。" />
			<DataTable
				label="编号规则"
				columns={columns}
				rows={query.data}
				rowKey={({ officeId }) => officeId}
				loading={query.isFetching}
				error={query.error}
				onRetry={() => void query.refetch()}
				empty={{ title: '还没有机关' }}
			/>
			<SidePanel open={edited !== null} title={`编号规则：${edited?.officeName ?? ''}`} onClose={() => setEdited(null)}>
				{edited ? <NumberingForm row={edited} onDone={() => setEdited(null)} /> : null}
			</SidePanel>
		</>
	);
}

type Rule = Pick<NumberingRow, 'mark' | 'numberPattern' | 'letterPattern'>;

function NumberingForm({ row, onDone }: { row: NumberingRow; onDone: () => void }) {
	const queries = useQueryClient();
	const { message } = App.useApp();
	const { fault, busy, props } = useServerForm<Rule>(async (values) => {
		await setNumbering(row.officeId, values);
		await queries.invalidateQueries({ queryKey: LIST });
		message.success('编号规则已保存。');
		onDone();
	});
	const { mark, numberPattern, letterPattern } = row;
	return (
		<Form {...props} initialValues={{ mark, numberPattern, letterPattern }}>
			<FormIssues fault={fault} />
			<p className="gk-hint ga-hint">
				{'{mark}'}为机关代字，{'{yyyy}'}为年份，{'{n}'}为顺序号。
			</p>
			<Form.Item name="mark" label="机关代字" required>
				<Input maxLength={20} />
			</Form.Item>
			<Form.Item name="numberPattern" label="申请编号" required>
				<Input maxLength={40} />
			</Form.Item>
			<Form.Item name="letterPattern" label="文书文号" required>
				<Input maxLength={40} />
			</Form.Item>
			<Button type="primary" htmlType="submit" loading={busy}>
				保存
			</Button>
		</Form>
	);
}
