import { BankOutlined, DownOutlined, MenuOutlined, UserOutlined } from '@ant-design/icons';
import { App, Button, Dropdown } from 'antd';
import { useNavigate } from 'react-router';
import { asProblem } from '../api/index.ts';
import { readSession, signOut, switchOffice } from '../api/session.ts';
import { useSession } from './session-context.tsx';

/** Office and person, and what both lead to. `onMenu` is given on phones, where the menu is a drawer. */
export function TopBar({ onMenu }: { onMenu?: () => void }) {
	return (
		<div className="gk-topbar">
			{onMenu ? (
				<Button type="text" icon={<MenuOutlined aria-hidden />} aria-label="打开菜单" onClick={onMenu} />
			) : null}
			<OfficeSwitcher />
			<span className="gk-grow" />
			<PersonMenu />
		</div>
	);
}

/** The office one acts in; a menu when there are several. */
function OfficeSwitcher() {
	const { session, accept } = useSession();
	const { message } = App.useApp();
	const navigate = useNavigate();
	const name = session.office?.name ?? session.site.countyName;
	const others = session.offices.filter(({ id }) => id !== session.office?.id);
	if (others.length === 0) {
		return (
			<span>
				<BankOutlined aria-hidden /> <strong>{name}</strong>
			</span>
		);
	}
	const change = async (officeId: number) => {
		try {
			accept(await switchOffice(officeId));
			void navigate('/');
		} catch (thrown) {
			message.error(asProblem(thrown).title);
		}
	};
	const items = others.map((office) => ({
		key: office.id,
		label: `切换到${office.name}${office.status === 'merged' ? '（已并入）' : ''}`,
	}));
	return (
		<Dropdown menu={{ items, onClick: ({ key }) => void change(Number(key)) }} trigger={['click']}>
			<Button type="text" icon={<BankOutlined aria-hidden />} aria-label={`当前机关：${name}，点击切换`}>
				<strong className="gk-cut">{name}</strong>
				<DownOutlined />
			</Button>
		</Dropdown>
	);
}

function PersonMenu() {
	const { session, accept } = useSession();
	const { message } = App.useApp();
	const navigate = useNavigate();
	const leave = async () => {
		try {
			await signOut();
			accept(await readSession());
			void navigate('/');
		} catch (thrown) {
			message.error(asProblem(thrown).title);
		}
	};
	const items = [
		{ key: '/me/password', label: '修改密码' },
		{ key: '/me/sessions', label: '登录记录' },
		{ type: 'divider' as const },
		{ key: 'leave', label: '退出登录' },
	];
	const choose = (key: string) => (key === 'leave' ? void leave() : void navigate(key));
	return (
		<Dropdown menu={{ items, onClick: ({ key }) => choose(key) }} trigger={['click']} placement="bottomRight">
			<Button type="text" icon={<UserOutlined aria-hidden />} aria-label={`${session.person?.name ?? ''}，个人菜单`}>
				<span className="gk-cut">{session.person?.name}</span>
				<DownOutlined />
			</Button>
		</Dropdown>
	);
}
