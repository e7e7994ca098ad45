import { Button, Form, Input } from 'antd';
import { signIn } from '../../api/session.ts';
import { PRODUCT } from '../../app/product.ts';
import { useSession } from '../../app/session-context.tsx';
import { FormIssues, useServerForm } from '../../ui/index.ts';
import { DemoAccounts } from './demo-accounts.tsx';
import './sign-in.css';

interface SignInValues {
	userName: string;
	password: string;
}

/** Where everybody begins who is not signed in; the address they came for stays. */
export function SignInPage() {
	const { session, accept } = useSession();
	const { site } = session;
	const { form, fault, busy, props } = useServerForm<SignInValues>(async ({ userName, password }) =>
		accept(await signIn(userName.trim(), password)),
	);
	return (
		<main className="gk-entry">
			<div className="gk-entry-card">
				<header>
					<p>{site.countyName || site.systemName}</p>
					<h1>{PRODUCT}</h1>
				</header>
				<Form {...props} requiredMark={false}>
					<FormIssues fault={fault} />
					<Form.Item
						name="userName"
						label="登录名"
						rules={[{ required: true, whitespace: true, message: '请填写登录名。' }]}
					>
						<Input size="large" autoFocus autoComplete="username" autoCapitalize="none" maxLength={60} />
					</Form.Item>
					<Form.Item name="password" label="密码" rules={[{ required: true, message: '请填写密码。' }]}>
						<Input.Password size="large" autoComplete="current-password" maxLength={200} />
					</Form.Item>
					<Button type="primary" size="large" htmlType="submit" loading={busy} block>
						登录
					</Button>
				</Form>
				<p className="gk-hint">忘记密码请联系本县系统管理员重置。连续输错会暂时锁定账号。</p>
				<DemoAccounts
					accounts={site.demoAccounts}
					onChoose={({ userName, password }) => form.setFieldsValue({ userName, password })}
				/>
			</div>
		</main>
	);
}
