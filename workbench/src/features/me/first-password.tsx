import { App } from 'antd';
import { useSession } from '../../app/session-context.tsx';
import { PasswordForm } from './password-form.tsx';
import './sign-in.css';

/** The first thing after signing in with an initial password; nothing else opens before. */
export function FirstPassword() {
	const { session, accept } = useSession();
	const { message } = App.useApp();
	return (
		<main className="gk-entry">
			<div className="gk-entry-card">
				<header>
					<h1>请先修改初始密码</h1>
					<p>{session.person?.name}，您使用的是初始密码，修改后才能继续使用。</p>
				</header>
				<PasswordForm
					onChanged={(next) => {
						accept(next);
						message.success('密码已修改。');
					}}
				/>
			</div>
		</main>
	);
}
