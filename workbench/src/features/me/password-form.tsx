import { Button, Form, Input } from 'antd';
import { changePassword, type Session } from '../../api/session.ts';
import { useSession } from '../../app/session-context.tsx';
import { FormIssues, useServerForm } from '../../ui/index.ts';

interface PasswordValues {
	current: string;
	next: string;
	repeat: string;
}

/** Old password, new one twice, and the rules in words before anybody breaks one. */
export function PasswordForm({ onChanged }: { onChanged: (session: Session) => void }) {
	const { session } = useSession();
	const { fault, busy, props } = useServerForm<PasswordValues>(async ({ current, next }) =>
		onChanged(await changePassword(current, next)),
	);
	return (
		<Form {...props} className="gk-narrow">
			<FormIssues fault={fault} />
			{/* Password managers file the new password under this name. */}
			<input type="text" autoComplete="username" value={session.person?.userName ?? ''} readOnly hidden />
			<Form.Item name="current" label="当前密码" rules={[{ required: true, message: '请填写当前密码。' }]}>
				<Input.Password autoComplete="current-password" maxLength={200} />
			</Form.Item>
			<Form.Item
				name="next"
				label="新密码"
				rules={[{ required: true, message: '请填写新密码。' }]}
				extra={<PasswordRules rules={session.site.passwordRules} />}
			>
				<Input.Password autoComplete="new-password" maxLength={200} />
			</Form.Item>
			<Form.Item
				name="repeat"
				label="再次填写新密码"
				dependencies={['next']}
				rules={[
					{ required: true, message: '请再次填写新密码。' },
					({ getFieldValue }) => ({
						validator: (_rule, value: string | undefined) =>
							!value || value === getFieldValue('next')
								? Promise.resolve()
								: Promise.reject(new Error('两次填写的新密码不一致。')),
					}),
				]}
			>
				<Input.Password autoComplete="new-password" maxLength={200} />
			</Form.Item>
			<Button type="primary" htmlType="submit" loading={busy}>
				修改密码
			</Button>
		</Form>
	);
}

function PasswordRules({ rules }: { rules: readonly string[] }) {
	if (rules.length === 0) return null;
	return (
		<ul className="gk-plain-list">
			{rules.map((rule) => (
				<li key={rule}>{rule}</li>
			))}
		</ul>
	);
}
