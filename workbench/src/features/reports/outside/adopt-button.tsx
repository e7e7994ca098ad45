import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, InputNumber } from 'antd';
import { useState } from 'react';
import { useSession } from '../../../app/session-context.tsx';
import { OfficeSelect } from '../../../parts/offices.tsx';
import { ConfirmReason } from '../../../ui/index.ts';
import { adoptOutside, type Outside } from '../api.ts';

/** Makes an outside report last year's report of an office: carried-over applications and stocks begin there. */
export function AdoptButton({ outside }: { outside: Outside }) {
	const { message } = App.useApp();
	const { session, can } = useSession();
	const queries = useQueryClient();
	const [open, setOpen] = useState(false);
	const adopted = outside.adoptedFor.map(({ year }) => `${year}年度`).join('、');
	return (
		<>
			<Button onClick={() => setOpen(true)}>{adopted ? `已作为${adopted}往年报告` : '作为往年报告'}</Button>
			<ConfirmReason
				open={open}
				title="作为往年报告"
				text="下一年度报告的「上年结转」等数据将取自这份报告。"
				reason="none"
				okLabel="确认"
				onConfirm={async ({ year, officeId }) => {
					await adoptOutside(outside.id, {
						year: Number(year),
						...(typeof officeId === 'number' ? { officeId } : {}),
					});
					await queries.invalidateQueries({ queryKey: ['reports'] });
					message.success('已作为往年报告。');
				}}
				onClose={() => setOpen(false)}
			>
				<Form.Item
					name="year"
					label="报告年度"
					initialValue={outside.year}
					rules={[{ required: true, message: '请填写年度。' }]}
				>
					<InputNumber min={2008} max={2100} controls={false} />
				</Form.Item>
				{can('report.accept') ? (
					<Form.Item name="officeId" label="机关" initialValue={session.office?.id}>
						<OfficeSelect />
					</Form.Item>
				) : null}
			</ConfirmReason>
		</>
	);
}
