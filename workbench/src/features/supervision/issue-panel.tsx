import { Button, Flex, Form, Input } from 'antd';
import { useNavigate } from 'react-router';
import { useSession } from '../../app/session-context.tsx';
import { DayInput, FormIssues, plusDays, SidePanel, useServerForm } from '../../ui/index.ts';
import { issueList } from './api.ts';

interface IssuePanelProps {
	open: boolean;
	findingIds: readonly number[];
	onClose: () => void;
	onIssued: () => void;
}

/** How long an office usually gets, in days. */
const USUAL_DAYS = 14;

/** A 整改清单 of the findings chosen: its name, its limit, a word with it. */
export function IssuePanel(props: IssuePanelProps) {
	return (
		<SidePanel open={props.open} title="下发整改清单" onClose={props.onClose}>
			<IssueForm {...props} />
		</SidePanel>
	);
}

interface Values {
	title?: string;
	dueOn?: string;
	note?: string;
}

function IssueForm({ findingIds, onClose, onIssued }: IssuePanelProps) {
	const { session } = useSession();
	const navigate = useNavigate();
	const { fault, busy, props } = useServerForm<Values>(async ({ title = '', dueOn = '', note = '' }) => {
		const { id } = await issueList({ title, dueOn, note, findingIds: [...findingIds], others: [] });
		onIssued();
		onClose();
		void navigate(`/rectifications/${id}`);
	});
	const month = `${Number(session.today.slice(0, 4))}年${Number(session.today.slice(5, 7))}月`;
	return (
		<Form {...props} initialValues={{ title: `${month}监测问题整改清单`, dueOn: plusDays(session.today, USUAL_DAYS) }}>
			<FormIssues fault={fault} />
			<p className="gk-gap">将{findingIds.length}个问题下发给各有关机关，每个机关只看到自己的问题。</p>
			<Form.Item
				name="title"
				label="清单名称"
				rules={[{ required: true, whitespace: true, message: '请填写清单名称。' }]}
			>
				<Input maxLength={100} />
			</Form.Item>
			<Form.Item name="dueOn" label="整改期限" rules={[{ required: true, message: '请选择整改期限。' }]}>
				<DayInput min={session.today} />
			</Form.Item>
			<Form.Item name="note" label="说明">
				<Input.TextArea maxLength={2000} autoSize={{ minRows: 3 }} placeholder="可以不填" />
			</Form.Item>
			<Flex gap={8} justify="end">
				<Button onClick={onClose}>取消</Button>
				<Button type="primary" htmlType="submit" loading={busy}>
					下发
				</Button>
			</Flex>
		</Form>
	);
}
