import { DeleteOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { App, AutoComplete, Button, Flex, Form, Input, Select } from 'antd';
import { useSession } from '../../app/session-context.tsx';
import { FormIssues, useServerForm } from '../../ui/index.ts';
import { addPeople, REFRESH, type Training, useTrainingOptions } from './api.ts';

interface Values {
	officeId: number;
	people: { name?: string; position?: string }[];
}

/** People of one office for the list. A colleague with an account is known by name, so that it comes onto their first screen. */
export function SignUpForm({ training, onClose }: { training: Training; onClose: () => void }) {
	const { session } = useSession();
	const queries = useQueryClient();
	const { message } = App.useApp();
	const { data: options } = useTrainingOptions();
	const colleagues = options?.colleagues ?? [];
	const { fault, busy, props } = useServerForm<Values>(async ({ officeId, people }) => {
		const isOwn = officeId === session.office?.id;
		const rows = people.map(({ name = '', position = '' }) => ({
			...{ name, position },
			personId: isOwn ? (colleagues.find((one) => one.name === name.trim())?.id ?? null) : null,
		}));
		await addPeople(training.id, { officeId, people: rows });
		await Promise.all(REFRESH.map((queryKey) => queries.invalidateQueries({ queryKey })));
		message.success('已填报。');
		onClose();
	});
	const mine = training.invited.filter(({ officeId }) => training.organises || officeId === session.office?.id);
	const first = mine.find(({ officeId }) => officeId === session.office?.id) ?? mine[0];
	return (
		<Form {...props} initialValues={{ officeId: first?.officeId, people: [{}] }}>
			<FormIssues fault={fault} />
			<Form.Item name="officeId" label="机关">
				<Select options={mine.map(({ officeId, officeName }) => ({ value: officeId, label: officeName }))} />
			</Form.Item>
			<Form.List name="people">
				{(fields, { add, remove }) => (
					<>
						{fields.map(({ key, name }, at) => (
							<Flex key={key} gap={8} align="start">
								<Form.Item name={[name, 'name']} label={at === 0 ? '姓名' : undefined} className="gk-grow">
									<AutoComplete
										options={colleagues.map((one) => ({ value: one.name }))}
										aria-label={`第${at + 1}人姓名`}
									/>
								</Form.Item>
								<Form.Item name={[name, 'position']} label={at === 0 ? '职务' : undefined} className="gk-grow">
									<Input maxLength={60} aria-label={`第${at + 1}人职务`} />
								</Form.Item>
								{fields.length > 1 ? (
									<Button
										type="text"
										icon={<DeleteOutlined aria-hidden />}
										aria-label={`删去第${at + 1}人`}
										onClick={() => remove(name)}
									/>
								) : null}
							</Flex>
						))}
						<Form.Item>
							<Button onClick={() => add({})}>再加一人</Button>
						</Form.Item>
					</>
				)}
			</Form.List>
			<Flex gap={8} justify="end">
				<Button onClick={onClose}>取消</Button>
				<Button type="primary" htmlType="submit" loading={busy}>
					保存
				</Button>
			</Flex>
		</Form>
	);
}
