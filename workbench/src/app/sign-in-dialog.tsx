import { Alert, Button, Form, Input, Modal } from 'antd';
import { useState, useSyncExternalStore } from 'react';
import { asProblem } from '../api/index.ts';
import { gate, readSession, signIn } from '../api/session.ts';
import { useSession } from './session-context.tsx';

/**
 * Opens over the screen when the session has ended. Only the password is asked, of the same person: what they typed belongs
 * to them. The refused requests go out again after it.
 */
export function SignInDialog() {
	const { session, accept } = useSession();
	const open = useSyncExternalStore(gate.subscribe, gate.asking, gate.asking);
	const [fault, setFault] = useState<string | null>(null);
	const [busy, setBusy] = useState(false);
	const userName = session.person?.userName ?? '';
	const submit = async ({ password }: { password: string }) => {
		setBusy(true);
		setFault(null);
		try {
			accept(await signIn(userName, password));
			gate.settle(true);
		} catch (thrown) {
			setFault(asProblem(thrown).title);
		} finally {
			setBusy(false);
		}
	};
	const leave = async () => {
		gate.settle(false);
		const now = await readSession().catch(() => null);
		if (now) accept(now);
	};
	return (
		<Modal open={open} title="登录已失效，请重新登录" footer={null} closable={false} destroyOnHidden width={420}>
			<p>页面上填写的内容都还在，重新登录后即可继续。</p>
			<Form layout="vertical" onFinish={(values: { password: string }) => void submit(values)}>
				{fault ? <Alert type="error" showIcon role="alert" title={fault} className="gk-gap" /> : null}
				<Form.Item label="登录名">
					<Input value={userName} readOnly autoComplete="username" aria-label="登录名" />
				</Form.Item>
				<Form.Item name="password" label="密码" rules={[{ required: true, message: '请填写密码。' }]}>
					<Input.Password autoFocus autoComplete="current-password" />
				</Form.Item>
				<Button type="primary" htmlType="submit" loading={busy} block>
					登录并继续
				</Button>
				<Button type="link" block onClick={() => void leave()}>
					不再继续，退出并换人登录
				</Button>
			</Form>
		</Modal>
	);
}
