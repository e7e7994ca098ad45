import { useQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import { ConfirmReason, DayInput, useCommand } from '../../ui/index.ts';
import { useViewer } from '../../ui/viewer.ts';
import { appointDeputy, listPeople, type PersonDetail } from './api.ts';
import { deputiesFor, roleText } from './role-words.ts';

interface DialogProps {
	person: PersonDetail;
	open: boolean;
	onClose: () => void;
}

/** Somebody who stands in for this person's role between two days; the person keeps the role, too. */
export function DeputyDialog({ person, open, onClose }: DialogProps) {
	const { today } = useViewer();
	const { run } = useCommand(() => Promise.resolve(), { done: '代理已设置。', refresh: [['people'], ['offices']] });
	const own = person.roles.filter(({ when, deputyFor }) => when !== 'past' && deputyFor === null);
	return (
		<ConfirmReason
			open={open}
			title={`设置代理：${person.name}离岗期间`}
			okLabel="设置"
			reason="required"
			reasonLabel="代理原因"
			text="代理到期自动结束。同一件事仍须由不同的人审查和签发。"
			onConfirm={async ({ held, personId, from, until, reason }) => {
				const role = own.find(({ id }) => id === held);
				if (!role) return;
				const { officeId } = role;
				const days = { from: String(from), until: String(until) };
				await appointDeputy(person.id, { personId: Number(personId), officeId, role: role.role, ...days, reason });
				await run();
			}}
			onClose={onClose}
		>
			<Form.Item name="held" label="代理的角色" rules={[{ required: true, message: '请选择代理的角色。' }]}>
				<Select
					placeholder="请选择角色"
					notFoundContent="该人员没有可代理的角色"
					options={own.map((role) => ({ value: role.id, label: roleText(role) }))}
				/>
			</Form.Item>
			<Form.Item name="personId" label="代理人" rules={[{ required: true, message: '请选择代理人。' }]}>
				<PersonSelect absent={person} enabled={open} />
			</Form.Item>
			<div className="gk-columns">
				<Form.Item
					name="from"
					label="开始日期"
					initialValue={today}
					rules={[{ required: true, message: '请填写开始日期。' }]}
				>
					<DayInput />
				</Form.Item>
				<Form.Item name="until" label="结束日期" rules={[{ required: true, message: '请填写结束日期。' }]}>
					<DayInput min={today} />
				</Form.Item>
			</div>
		</ConfirmReason>
	);
}

interface PersonSelectProps {
	id?: string;
	value?: number;
	onChange?: (personId: number) => void;
	absent: PersonDetail;
	enabled: boolean;
}

function PersonSelect({ id, value, onChange, absent, enabled }: PersonSelectProps) {
	const { data = [] } = useQuery({ queryKey: ['people', '', ''], queryFn: () => listPeople({}), enabled });
	const options = deputiesFor(absent, data).map((person) => {
		const [first] = person.roles.filter(({ when }) => when === 'current');
		return { value: person.id, label: first ? `${person.name}（${roleText(first)}）` : person.name };
	});
	return (
		<Select
			id={id}
			aria-label="代理人"
			placeholder="请选择代理人"
			showSearch={{ optionFilterProp: 'label' }}
			options={options}
			value={value}
			onChange={onChange}
		/>
	);
}
