import { BarChartOutlined, PlusOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link } from 'react-router';
import { api, dataOf } from '../../api/index.ts';
import { useSession } from '../../app/session-context.tsx';
import { useOffices } from '../../parts/offices.tsx';
import { DataTable, PageHeader, useListParams } from '../../ui/index.ts';
import { useOptions } from './api.ts';
import { documentColumns } from './list-columns.tsx';
import { ListFilterBar } from './list-filters.tsx';
import { listQuery, NO_FILTERS } from './list-query.ts';
import './publishing.css';
import { StateTabs } from './state-tabs.tsx';

/** Every document of the office, or of all offices for those who see them: by state, whose it is, column and words. */
export function ListPage() {
	const { can } = useSession();
	const list = useListParams(NO_FILTERS);
	const search = listQuery(list.filters, list.page);
	const query = useQuery({
		queryKey: ['documents', 'list', search],
		queryFn: () => dataOf(api.GET('/api/documents', { params: { query: search } })),
		placeholderData: keepPreviousData,
	});
	const { data: options } = useOptions();
	const { data: offices = [] } = useOffices();
	const { data } = query;
	const figures = (
		<Link to="/documents/reads">
			<Button icon={<BarChartOutlined aria-hidden />} tabIndex={-1}>
				浏览统计
			</Button>
		</Link>
	);
	const asked = (
		<Link to="/documents/coordination">
			<Button tabIndex={-1}>协商确认</Button>
		</Link>
	);
	const draft = can('document.draft') ? (
		<Link to="/documents/new">
			<Button type="primary" icon={<PlusOutlined aria-hidden />} tabIndex={-1}>
				拟稿
			</Button>
		</Link>
	) : null;
	const imports = can('document.import') ? (
		<Link to="/documents/imports">
			<Button tabIndex={-1}>批量导入</Button>
		</Link>
	) : null;
	return (
		<>
			<PageHeader
				title="信息发布"
				subtitle="拟稿、校对、保密审查、签发、发布：先审查，后公开。"
				extra={
					<>
						{asked}
						{figures}
						{imports}
						{draft}
					</>
				}
			/>
			<StateTabs states={data?.states} value={list.filters.state} onChange={(state) => list.setFilters({ state })} />
			<ListFilterBar filters={list.filters} onChange={list.setFilters} options={options} />
			<DataTable
				label="政府信息列表"
				columns={documentColumns(options, offices.length > 1)}
				rows={data?.rows}
				rowKey={({ id }) => id}
				loading={query.isFetching}
				error={query.error}
				onRetry={() => void query.refetch()}
				paging={list.paging(data?.total, data?.pageSize ?? 20)}
				empty={{ title: '没有符合条件的政府信息', action: draft }}
			/>
		</>
	);
}
