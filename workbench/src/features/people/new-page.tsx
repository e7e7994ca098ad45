import { MinusCircleOutlined, PlusOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Flex, Form, Input } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { OfficeSelect } from '../../parts/offices.tsx';
import { FormIssues, PageHeader, useServerForm } from '../../ui/index.ts';
import { createPerson, type NewPerson, type OneTimePassword } from './api.ts';
import { PasswordOnce } from './password-once.tsx';
import { RoleSelect } from './role-select.tsx';

/** A new account with its first roles; the initial password is shown once. */
export function NewPage() {
	const navigate = useNavigate();
	const queries = useQueryClient();
	const [made, setMade] = useState<OneTimePassword | null>(null);
	const { fault, busy, props } = useServerForm<NewPerson>(async (values) => {
		const answer = await createPerson(values);
		await queries.invalidateQueries({ queryKey: ['people'] });
		setMade(answer);
	});
	return (
		<>
			<PageHeader title="新增人员" back={{ to: '/people', label: '人员' }} />
			<Form {...props} className="gk-panel gk-form" initialValues={{ phone: '', roles: [{}] }}>
				<FormIssues fault={fault} />
				<div className="gk-columns">
					<Form.Item name="name" label="姓名" rules={[{ required: true, whitespace: true, message: '请填写姓名。' }]}>
						<Input maxLength={30} />
					</Form.Item>
					<Form.Item
						name="loginName"
						label="登录名"
						extra="3至32位小写字母、数字、点、下划线或连字符，以字母开头"
						rules={[{ required: true, whitespace: true, message: '请填写登录名。' }]}
					>
						<Input maxLength={32} autoCapitalize="none" autoComplete="off" />
					</Form.Item>
					<Form.Item name="phone" label="联系电话">
						<Input maxLength={30} />
					</Form.Item>
				</div>
				<RoleRows />
				<Flex gap={8}>
					<Button type="primary" htmlType="submit" loading={busy}>
						新增
					</Button>
					<Button onClick={() => void navigate('/people')}>取消</Button>
				</Flex>
			</Form>
			<PasswordOnce made={made} onClose={() => void navigate(`/people/${made?.id ?? ''}`)} />
		</>
	);
}

/** Office and role, as many as the person holds. */
function RoleRows() {
	return (
		<Form.List name="roles">
			{(rows, { add, remove }) => (
				<section aria-label="角色">
					<h2 className="gk-section">角色</h2>
					{rows.map(({ key, name }) => (
						<div key={key} className="gk-row">
							<Form.Item name={[name, 'officeId']} label="机关" rules={[{ required: true, message: '请选择机关。' }]}>
								<OfficeSelect />
							</Form.Item>
							<Form.Item name={[name, 'role']} label="角色" rules={[{ required: true, message: '请选择角色。' }]}>
								<RoleSelect officeFrom={['roles', name, 'officeId']} />
							</Form.Item>
							<Button
								type="text"
								icon={<MinusCircleOutlined aria-hidden />}
								aria-label={`移除第${name + 1}个角色`}
								onClick={() => remove(name)}
							/>
						</div>
					))}
					<Button icon={<PlusOutlined aria-hidden />} onClick={() => add({})} className="gk-gap">
						再加一个角色
					</Button>
				</section>
			)}
		</Form.List>
	);
}
