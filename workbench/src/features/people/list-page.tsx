import { UserAddOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import { useOffices } from '../../parts/offices.tsx';
import {
	type Column,
	DataTable,
	DateTimeText,
	FilterSelect,
	Filters,
	PageHeader,
	SearchBox,
	StatusTag,
	useListParams,
} from '../../ui/index.ts';
import { listPeople, type PersonRow, readRoles } from './api.ts';
import { matchingPeople, pageOf, roleText } from './role-words.ts';

export const STATE = { active: ['在用', 'success'], disabled: ['已停用', 'default'] } as const;

/** Everybody who may sign in, with the roles they hold. */
export function ListPage() {
	const navigate = useNavigate();
	const list = useListParams({ text: '', officeId: '', role: '', state: 'active' });
	const { text, officeId } = list.filters;
	const query = useQuery({
		queryKey: ['people', text, officeId],
		queryFn: () => listPeople({ text: text || undefined, officeId: officeId ? Number(officeId) : undefined }),
		placeholderData: keepPreviousData,
	});
	const offices = useOffices().data ?? [];
	const roles = useQuery({ queryKey: ['roles'], queryFn: readRoles, staleTime: Infinity }).data ?? [];
	const found = matchingPeople(query.data ?? [], list.filters);
	return (
		<>
			<PageHeader
				title="人员"
				subtitle="每人一个账号，可以在多个机关担任多个角色；离岗期间可以设置代理。"
				extra={
					<Button type="primary" icon={<UserAddOutlined aria-hidden />} onClick={() => void navigate('/people/new')}>
						新增人员
					</Button>
				}
			/>
			<Filters>
				<SearchBox label="姓名或登录名" value={text} onSearch={(next) => list.setFilters({ text: next })} />
				<FilterSelect
					label="全部机关"
					value={officeId}
					options={offices.map(({ id, name }) => ({ value: String(id), label: name }))}
					onChange={(next) => list.setFilters({ officeId: next })}
				/>
				<FilterSelect
					label="全部角色"
					value={list.filters.role}
					options={roles.map(({ role, label }) => ({ value: role, label }))}
					onChange={(role) => list.setFilters({ role })}
				/>
				<FilterSelect
					label="在用和已停用"
					value={list.filters.state}
					options={Object.entries(STATE).map(([value, [label]]) => ({ value, label }))}
					onChange={(state) => list.setFilters({ state })}
				/>
			</Filters>
			<DataTable
				label="人员列表"
				columns={COLUMNS}
				rows={query.data ? pageOf(found, list.page, list.pageSize) : undefined}
				rowKey={({ id }) => id}
				loading={query.isFetching}
				error={query.error}
				onRetry={() => void query.refetch()}
				paging={list.paging(found.length)}
				empty={{ title: '没有符合条件的人员' }}
			/>
		</>
	);
}

const COLUMNS: readonly Column<PersonRow>[] = [
	{ key: 'name', title: '姓名', render: ({ id, name }) => <Link to={`/people/${id}`}>{name}</Link> },
	{ key: 'loginName', title: '登录名', render: ({ loginName }) => loginName },
	{ key: 'roles', title: '现任角色', render: ({ roles }) => <CurrentRoles roles={roles} /> },
	{ key: 'phone', title: '联系电话', render: ({ phone }) => phone || '—', notOnCard: true },
	{ key: 'lastSeenAt', title: '最近使用', render: ({ lastSeenAt }) => <DateTimeText at={lastSeenAt} /> },
	{
		key: 'state',
		title: '状态',
		render: ({ state, lockedUntil }) => (
			<>
				<StatusTag state={state} look={STATE} />
				{lockedUntil ? <StatusTag state="locked" look={{ locked: ['暂停登录', 'warning'] }} /> : null}
			</>
		),
	},
];

function CurrentRoles({ roles }: { roles: PersonRow['roles'] }) {
	const current = roles.filter(({ when }) => when === 'current');
	if (current.length === 0) return <span className="gk-mark">未分配角色，不能登录</span>;
	return (
		<ul className="gk-plain">
			{current.map((role) => (
				<li key={role.id}>{roleText(role)}</li>
			))}
		</ul>
	);
}
