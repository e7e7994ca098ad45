import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { SessionsTable } from '../../parts/sessions-table.tsx';
import {
	DateTimeText,
	DescriptionList,
	formatInstant,
	History,
	Loaded,
	MovesBar,
	PageHeader,
	StatusTag,
	useCommand,
} from '../../ui/index.ts';
import {
	disablePerson,
	enablePerson,
	type OneTimePassword,
	type PersonDetail,
	readPerson,
	removePerson,
	resetPassword,
	unlockPerson,
} from './api.ts';
import { AssignDialog } from './assign-dialog.tsx';
import { ChangeDialog } from './change-dialog.tsx';
import { DeputyDialog } from './deputy-dialog.tsx';
import { STATE } from './list-page.tsx';
import { PasswordOnce } from './password-once.tsx';
import { RolesTable } from './roles-table.tsx';

/** One account: who it belongs to, what they may do where, where they are signed in. */
export function PersonPage() {
	const id = Number(useParams().id);
	const query = useQuery({ queryKey: ['people', id], queryFn: () => readPerson(id) });
	return <Loaded query={query}>{(person) => <PersonView person={person} />}</Loaded>;
}

function PersonView({ person }: { person: PersonDetail }) {
	const { name, loginName, phone, state, lockedUntil, lastSeenAt, createdAt, mustChangePassword } = person;
	return (
		<>
			<PageHeader
				title={name}
				tags={<StatusTag state={state} look={STATE} />}
				back={{ to: '/people', label: '人员' }}
				extra={<Moves person={person} />}
			/>
			{lockedUntil ? (
				<Alert
					className="gk-gap"
					type="warning"
					showIcon
					title={`密码连续输错，${formatInstant(lockedUntil)}前不能登录；确认是本人后可以解除。`}
				/>
			) : null}
			<section className="gk-panel">
				<h2>账号</h2>
				<DescriptionList
					items={[
						{ label: '登录名', value: loginName },
						{ label: '联系电话', value: phone },
						{ label: '建立时间', value: <DateTimeText at={createdAt} /> },
						{ label: '最近使用', value: <DateTimeText at={lastSeenAt} /> },
						{ label: '密码', value: mustChangePassword ? '初始密码，尚未修改' : '本人已设置' },
					]}
				/>
			</section>
			<RolesTable person={person} />
			<section className="gk-panel">
				<h2>登录记录</h2>
				<SessionsTable personId={person.id} />
			</section>
			<section className="gk-panel">
				<h2>变更记录</h2>
				<History entries={person.timeline} />
			</section>
		</>
	);
}

type OpenDialog = 'change' | 'assign' | 'deputize' | null;

const QUESTIONS = {
	resetPassword: { text: '重置后原密码立即失效，所有登录结束，初始密码只显示一次。' },
	disable: { text: '停用后立即不能登录，已有的登录结束；办理记录保留，可以重新启用。', danger: true },
	remove: { text: '只有从未登录、没有办理记录的账号可以删除。', danger: true },
} as const;

function Moves({ person }: { person: PersonDetail }) {
	const { id, moves } = person;
	const navigate = useNavigate();
	const [open, setOpen] = useState<OpenDialog>(null);
	const [password, setPassword] = useState<OneTimePassword | null>(null);
	const { run, busy } = useCommand((work: () => Promise<unknown>) => work(), { refresh: [['people'], ['sessions']] });
	const act = async (action: string) => {
		if (action === 'change' || action === 'assign' || action === 'deputize') return setOpen(action);
		if (action === 'resetPassword') return setPassword(await resetPassword(id));
		if (action === 'remove') {
			await removePerson(id);
			return await navigate('/people');
		}
		const work = { disable: disablePerson, enable: enablePerson, unlock: unlockPerson }[action];
		if (work) await run(() => work(id));
	};
	// A lock that is not there needs no explanation.
	const hide = person.lockedUntil ? [] : ['unlock'];
	const close = () => setOpen(null);
	return (
		<div>
			<MovesBar moves={moves} onMove={act} busy={busy} questions={QUESTIONS} hide={hide} />
			<ChangeDialog person={person} open={open === 'change'} onClose={close} />
			<AssignDialog person={person} open={open === 'assign'} onClose={close} />
			<DeputyDialog person={person} open={open === 'deputize'} onClose={close} />
			<PasswordOnce
				made={password}
				onClose={() => {
					setPassword(null);
					void run(() => Promise.resolve());
				}}
			/>
		</div>
	);
}
