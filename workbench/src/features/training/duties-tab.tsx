import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useSession } from '../../app/session-context.tsx';
import { FormIssues, SidePanel, useServerForm } from '../../ui/index.ts';
import { POSTS_KEY, type Roster, wordDuty } from './api.ts';

type Duty = Roster['duties'][number];

/** What each post is for; the county words it. */
export function DutiesTab({ duties }: { duties: readonly Duty[] }) {
	const { can } = useSession();
	const [edited, setEdited] = useState<Duty | null>(null);
	return (
		<>
			{duties.map((duty) => (
				<section key={duty.post} className="gk-panel">
					<h2>{duty.label}</h2>
					<ul className="gk-plain-list">
						{duty.text.split('\n').map((line) => (
							<li key={line}>{line}</li>
						))}
					</ul>
					{can('exam.manage') ? (
						<Button size="small" aria-label={`修改${duty.label}职责`} onClick={() => setEdited(duty)}>
							修改
						</Button>
					) : null}
				</section>
			))}
			<SidePanel open={edited !== null} title="修改岗位职责" onClose={() => setEdited(null)}>
				{edited ? <DutyForm duty={edited} onClose={() => setEdited(null)} /> : null}
			</SidePanel>
		</>
	);
}

function DutyForm({ duty, onClose }: { duty: Duty; onClose: () => void }) {
	const queries = useQueryClient();
	const { message } = App.useApp();
	const { fault, busy, props } = useServerForm<{ text: string }>(async ({ text }) => {
		await wordDuty(duty.post, text ?? '');
		await queries.invalidateQueries({ queryKey: POSTS_KEY });
		message.success('已保存。');
		onClose();
	});
	return (
		<Form {...props} initialValues={{ text: duty.text }}>
			<FormIssues fault={fault} />
			<Form.Item name="text" label={`${duty.label}职责`} extra="每行一项">
				<Input.TextArea maxLength={2000} autoSize={{ minRows: 6 }} />
			</Form.Item>
			<Button type="primary" htmlType="submit" loading={busy}>
				保存
			</Button>
		</Form>
	);
}
