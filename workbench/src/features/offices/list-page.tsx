import { ImportOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import { Link, useNavigate } from 'react-router';
import { type Office, useOffices } from '../../parts/offices.tsx';
import {
	type Column,
	DataTable,
	FilterSelect,
	Filters,
	PageHeader,
	SearchBox,
	StatusTag,
	useListParams,
} from '../../ui/index.ts';
import { KIND_LABELS } from './fields.ts';
import { OfficeTree } from './office-tree.tsx';
import { matchingOffices } from './tree.ts';

const STATUS = { active: ['在用', 'success'], merged: ['已并入其他机关', 'default'] } as const;

/** Every office of the county, as a list or as a tree. */
export function ListPage() {
	const query = useOffices();
	const list = useListParams({ q: '', kind: '', status: 'active', view: 'list' });
	const offices = query.data ?? [];
	const rows = matchingOffices(offices, list.filters);
	const { view } = list.filters;
	return (
		<>
			<PageHeader
				title="机关"
				subtitle="使用本系统的全部机关；公开指南、文书落款和年度报告中的信息都取自这里。"
				extra={<Actions />}
			/>
			<Filters>
				<SearchBox label="机关名称、简称或代码" value={list.filters.q} onSearch={(q) => list.setFilters({ q })} />
				<FilterSelect
					label="全部类别"
					value={list.filters.kind}
					options={Object.entries(KIND_LABELS).map(([value, label]) => ({ value, label }))}
					onChange={(kind) => list.setFilters({ kind })}
				/>
				<FilterSelect
					label="在用和已并入"
					value={list.filters.status}
					options={Object.entries(STATUS).map(([value, [label]]) => ({ value, label }))}
					onChange={(status) => list.setFilters({ status })}
				/>
				<Segmented
					aria-label="显示方式"
					value={view}
					options={[
						{ value: 'list', label: '列表' },
						{ value: 'tree', label: '层级' },
					]}
					onChange={(next) => list.setFilters({ view: next })}
				/>
			</Filters>
			{view === 'tree' && query.data ? (
				<OfficeTree offices={offices} shown={rows} />
			) : (
				<DataTable
					label="机关列表"
					columns={columns(offices)}
					rows={query.data ? rows : undefined}
					rowKey={({ id }) => id}
					loading={query.isFetching}
					error={query.error}
					onRetry={() => void query.refetch()}
					empty={{ title: '没有符合条件的机关' }}
				/>
			)}
		</>
	);
}

function Actions() {
	const navigate = useNavigate();
	return (
		<>
			<Button icon={<ImportOutlined aria-hidden />} onClick={() => void navigate('/offices/import')}>
				从表格导入
			</Button>
			<Button onClick={() => void navigate('/offices/merge')}>合并机关</Button>
			<Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => void navigate('/offices/new')}>
				新增机关
			</Button>
		</>
	);
}

function columns(offices: readonly Office[]): Column<Office>[] {
	const nameOf = (id: number | null) => offices.find((office) => office.id === id)?.shortName ?? '—';
	return [
		{ key: 'name', title: '机关全称', render: (office) => <Link to={`/offices/${office.id}`}>{office.name}</Link> },
		{ key: 'shortName', title: '简称', render: ({ shortName }) => shortName },
		{ key: 'kind', title: '类别', render: ({ kind }) => KIND_LABELS[kind] ?? kind },
		{ key: 'parent', title: '上级机关', render: ({ parentId }) => nameOf(parentId) },
		{ key: 'phone', title: '联系电话', render: ({ phone }) => phone || '—', notOnCard: true },
		{ key: 'code', title: '机构代码', render: ({ code }) => code || '—', notOnCard: true },
		{
			key: 'status',
			title: '状态',
			render: ({ status, mergedInto }) =>
				status === 'merged' ? `已并入${nameOf(mergedInto)}` : <StatusTag state={status} look={STATUS} />,
		},
	];
}
