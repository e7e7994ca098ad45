import { Form } from 'antd';
import { OfficeSelect } from '../../parts/offices.tsx';
import { ConfirmReason, DayInput, useCommand } from '../../ui/index.ts';
import { useViewer } from '../../ui/viewer.ts';
import { assignRole, type NewRole, type PersonDetail } from './api.ts';
import { RoleSelect } from './role-select.tsx';

interface DialogProps {
	person: PersonDetail;
	open: boolean;
	onClose: () => void;
}

/** One more role in an office, from a day on. */
export function AssignDialog({ person, open, onClose }: DialogProps) {
	const { today } = useViewer();
	const { run } = useCommand(() => Promise.resolve(), { done: '角色已分配。', refresh: [['people'], ['offices']] });
	return (
		<ConfirmReason
			open={open}
			title={`分配角色：${person.name}`}
			okLabel="分配"
			reason="none"
			onConfirm={async ({ reason: _none, ...values }) => {
				await assignRole(person.id, values as NewRole);
				await run();
			}}
			onClose={onClose}
		>
			<Form.Item name="officeId" label="机关" rules={[{ required: true, message: '请选择机关。' }]}>
				<OfficeSelect />
			</Form.Item>
			<Form.Item name="role" label="角色" rules={[{ required: true, message: '请选择角色。' }]}>
				<RoleSelect officeFrom={['officeId']} />
			</Form.Item>
			<Form.Item
				name="from"
				label="开始日期"
				initialValue={today}
				rules={[{ required: true, message: '请填写开始日期。' }]}
			>
				<DayInput />
			</Form.Item>
			<Form.Item name="until" label="结束日期" extra="长期担任的不填">
				<DayInput />
			</Form.Item>
		</ConfirmReason>
	);
}
