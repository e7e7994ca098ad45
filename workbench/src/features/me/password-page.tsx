import { App } from 'antd';
import { useNavigate } from 'react-router';
import { useSession } from '../../app/session-context.tsx';
import { PageHeader } from '../../ui/index.ts';
import { PasswordForm } from './password-form.tsx';

/** Changing one's own password at any time. */
export function PasswordPage() {
	const { accept } = useSession();
	const { message } = App.useApp();
	const navigate = useNavigate();
	return (
		<>
			<PageHeader title="修改密码" subtitle="修改后，您在其他设备上的登录会一并失效。" />
			<div className="gk-panel">
				<PasswordForm
					onChanged={(next) => {
						accept(next);
						message.success('密码已修改。');
						void navigate('/');
					}}
				/>
			</div>
		</>
	);
}
