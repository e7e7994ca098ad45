import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { FormIssues, useServerForm } from '../../../ui/index.ts';
import { explain, type Finding, type Report } from '../api.ts';
import { FindingList } from '../finding-list.tsx';

interface FindingsTabProps {
	view: Report;
	onCell: (address: string) => void;
	/** A finding about words has no cell. */
	onWords: () => void;
}

/** What the audit says. An error that is right as it is can be explained; it then no longer stops the signature. */
export function FindingsTab({ view, onCell, onWords }: FindingsTabProps) {
	return (
		<>
			<p className="gk-hint gk-gap">
				{view.frozen ? '签发时的核对结果。' : '随数据和正文即时核对；错误未改正或者未说明的，不能签发。'}
			</p>
			<FindingList
				findings={view.findings}
				notChecked={view.notChecked}
				onShow={({ cells: [address] }) => (address ? onCell(address) : onWords())}
			>
				{(finding) => (
					<>
						{finding.explanation ? (
							<p>
								情况说明：{finding.explanation}
								{finding.explainedBy ? `（${finding.explainedBy}）` : ''}
							</p>
						) : null}
						{view.editable && finding.severity === 'error' ? (
							<Explain reportId={view.report.id} finding={finding} />
						) : null}
					</>
				)}
			</FindingList>
		</>
	);
}

function Explain({ reportId, finding }: { reportId: number; finding: Finding }) {
	const { message } = App.useApp();
	const queries = useQueryClient();
	const [open, setOpen] = useState(false);
	const { fault, busy, props } = useServerForm<{ explanation: string }>(async ({ explanation = '' }) => {
		await explain(reportId, finding.key, explanation);
		await queries.invalidateQueries({ queryKey: ['reports'] });
		message.success('已保存说明。');
		setOpen(false);
	});
	if (!open) {
		return (
			<Button size="small" type="link" onClick={() => setOpen(true)}>
				{finding.explanation ? '修改说明' : '数据无误，作情况说明'}
			</Button>
		);
	}
	return (
		<Form {...props} initialValues={{ explanation: finding.explanation ?? '' }}>
			<FormIssues fault={fault} />
			<Form.Item name="explanation" label="情况说明" required>
				<Input.TextArea rows={2} maxLength={1000} showCount />
			</Form.Item>
			<Button type="primary" size="small" htmlType="submit" loading={busy}>
				保存说明
			</Button>{' '}
			<Button size="small" onClick={() => setOpen(false)}>
				取消
			</Button>
		</Form>
	);
}
