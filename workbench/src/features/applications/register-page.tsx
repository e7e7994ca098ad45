import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSession } from '../../app/session-context.tsx';
import {
	DataTable,
	DownloadButton,
	FilterSelect,
	Filters,
	givenOnly,
	Loaded,
	PageHeader,
	SearchBox,
	useListParams,
} from '../../ui/index.ts';
import { useViewer } from '../../ui/viewer.ts';
import { KEY, type ListQuery, type Options, readList, useOptions } from './api.ts';
import { registerColumns } from './columns.tsx';
import './applications.css';

const FILTERS = { q: '', year: '', state: '', channel: '', outcome: '' };

/** The register of applications: everything that came in, filtered, and as a sheet. Never who applied. */
export function RegisterPage() {
	const options = useOptions();
	return (
		<>
			<PageHeader
				title="登记台账"
				subtitle="台账和导出的表格不含申请人身份。"
				back={{ to: '/applications', label: '依申请公开' }}
			/>
			<Loaded query={options}>{(words) => <Register options={words} />}</Loaded>
		</>
	);
}

function Register({ options }: { options: Options }) {
	const { today } = useViewer();
	const { session } = useSession();
	const list = useListParams(FILTERS);
	const filters = givenOnly(list.filters) as Partial<ListQuery>;
	const query = useQuery({
		queryKey: [...KEY, 'list', list.page, list.pageSize, list.filters],
		queryFn: () => readList({ ...filters, page: list.page, pageSize: list.pageSize }),
		placeholderData: keepPreviousData,
	});
	const { q, year, state, channel, outcome } = list.filters;
	const thisYear = Number(today.slice(0, 4));
	const years = Array.from({ length: 8 }, (_, back) => String(thisYear - back));
	const set = (key: keyof typeof FILTERS) => (value: string) => list.setFilters({ [key]: value });
	const county = query.data?.rows.some(({ officeId }) => officeId !== session.office?.id) ?? false;
	return (
		<>
			<Filters>
				<SearchBox label="编号或者内容" value={q} onSearch={set('q')} />
				<FilterSelect
					label="年份"
					value={year}
					options={years.map((one) => ({ value: one, label: `${one}年` }))}
					onChange={set('year')}
				/>
				<FilterSelect label="状态" value={state} options={options.states} onChange={set('state')} />
				<FilterSelect label="渠道" value={channel} options={options.channels} onChange={set('channel')} />
				<FilterSelect
					label="办理结果"
					value={outcome}
					options={options.outcomes.map(({ code, name }) => ({ value: code, label: name }))}
					onChange={set('outcome')}
				/>
				<DownloadButton
					path={`/api/applications/export?${new URLSearchParams(givenOnly(list.filters) as Record<string, string>)}`}
					label="导出台账"
				/>
			</Filters>
			<DataTable
				label="登记台账"
				columns={registerColumns(options, county)}
				rows={query.data?.rows}
				rowKey={({ id }) => id}
				loading={query.isFetching}
				error={query.error}
				onRetry={() => void query.refetch()}
				paging={list.paging(query.data?.total)}
				empty={{ title: '没有符合条件的申请' }}
			/>
		</>
	);
}
