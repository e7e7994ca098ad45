import { CopyOutlined } from '@ant-design/icons';
import { Alert, App, Button, Modal } from 'antd';
import { DescriptionList } from '../../ui/index.ts';
import type { OneTimePassword } from './api.ts';

/** The initial password, shown this once; closing is a step of its own so that nobody loses it with a stray click. */
export function PasswordOnce({ made, onClose }: { made: OneTimePassword | null; onClose: () => void }) {
	const { message } = App.useApp();
	const copy = async () => {
		try {
			await navigator.clipboard.writeText(made?.password ?? '');
			message.success('已复制。');
		} catch {
			// Browsers give the clipboard to https pages only; many offices run plain http.
			message.warning('浏览器不允许复制，请抄写。');
		}
	};
	return (
		<Modal
			open={made !== null}
			title="初始密码"
			closable={false}
			keyboard={false}
			mask={{ closable: false }}
			footer={
				<Button type="primary" onClick={onClose}>
					我已记下，关闭
				</Button>
			}
		>
			<Alert
				className="gk-gap"
				type="warning"
				showIcon
				title="初始密码只显示这一次，请当面或电话告知本人，不要通过公共群聊发送。本人首次登录时须修改。"
			/>
			<DescriptionList
				items={[
					{ label: '登录名', value: made?.loginName, wide: true },
					{ label: '初始密码', value: <code className="gk-password">{made?.password}</code>, wide: true },
				]}
			/>
			<Button icon={<CopyOutlined aria-hidden />} onClick={() => void copy()} className="gk-above">
				复制密码
			</Button>
		</Modal>
	);
}
