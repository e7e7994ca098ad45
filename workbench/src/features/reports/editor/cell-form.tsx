import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Flex, Form, Input } from 'antd';
import { useState } from 'react';
import { FormIssues, useCommand, useServerForm } from '../../../ui/index.ts';
import { clearCell, type ReportCell, setCell } from '../api.ts';

interface Values {
	value: string;
	ground: string;
}

/** Gives a cell by hand: entered with its source where nothing is counted, put over the count with a reason where something is. */
export function CellForm({ reportId, cell }: { reportId: number; cell: ReportCell }) {
	const { message } = App.useApp();
	const queries = useQueryClient();
	const entering = cell.computed === null;
	const { form, fault, busy, props } = useServerForm<Values>(async ({ value = '', ground = '' }) => {
		await setCell(reportId, cell.address, { value, ground });
		await queries.invalidateQueries({ queryKey: ['reports'] });
		message.success(entering ? '已填报。' : '已修改，系统数据保留在旁。');
		form.resetFields();
	});
	const [open, setOpen] = useState(entering || cell.hand !== null);
	const clear = useCommand(() => clearCell(reportId, cell.address), {
		done: '已恢复系统数据。',
		refresh: [['reports']],
	});
	if (!open) return <Button onClick={() => setOpen(true)}>修改系统数据</Button>;
	return (
		<section className="gk-panel">
			<h2>{entering ? '填报数据' : '修改系统数据'}</h2>
			<Form {...props}>
				<FormIssues fault={fault} />
				<Form.Item name="value" label="数字" required>
					<Input inputMode="decimal" maxLength={30} autoComplete="off" />
				</Form.Item>
				<Form.Item name="ground" label={entering ? '数据来源' : '修改理由'} required>
					<Input.TextArea rows={2} maxLength={500} showCount />
				</Form.Item>
				<Flex gap={8} wrap>
					<Button type="primary" htmlType="submit" loading={busy}>
						{entering ? '填报' : '修改'}
					</Button>
					{cell.hand ? (
						<Button loading={clear.busy} onClick={() => void clear.run()}>
							恢复系统数据
						</Button>
					) : null}
				</Flex>
			</Form>
		</section>
	);
}
