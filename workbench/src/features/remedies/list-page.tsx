import { PlusOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import { useSession } from '../../app/session-context.tsx';
import {
	type Column,
	DataTable,
	DateText,
	DownloadButton,
	DueBadge,
	FilterSelect,
	Filters,
	givenOnly,
	Loaded,
	PageHeader,
	SearchBox,
	StatusTag,
	useListParams,
} from '../../ui/index.ts';
import { useViewer } from '../../ui/viewer.ts';
import { KEY, type ListQuery, type Row, readRemedies, useWords, type Words } from './api.ts';
import { labelIn, placeOf, STANDING_LOOK, STANDINGS, standingOf } from './words.ts';

const FILTERS = { q: '', year: '', track: '', about: '', standing: '' };

/** 复议诉讼登记簿: what table 4 counts, whatever it is about. Never who brought a case. */
export function ListPage() {
	const navigate = useNavigate();
	const { can } = useSession();
	const words = useWords();
	return (
		<>
			<PageHeader
				title="复议诉讼"
				subtitle="年度报告第四部分的登记簿；因申请引起的在申请里登记，其他的在这里登记。登记簿和导出的表格不含提起人身份。"
				extra={
					can('application.handle') ? (
						<Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => void navigate('/remedies/new')}>
							登记案件
						</Button>
					) : null
				}
			/>
			<Loaded query={words}>{(known) => <Register words={known} />}</Loaded>
		</>
	);
}

function Register({ words }: { words: Words }) {
	const { today } = useViewer();
	const { session } = useSession();
	const list = useListParams(FILTERS);
	const filters = givenOnly(list.filters) as Partial<ListQuery>;
	const query = useQuery({
		queryKey: [...KEY, 'list', list.page, list.pageSize, list.filters],
		queryFn: () => readRemedies({ ...filters, page: list.page, pageSize: list.pageSize }),
		placeholderData: keepPreviousData,
	});
	const { q, year, track, about, standing } = list.filters;
	const years = Array.from({ length: 8 }, (_, back) => String(Number(today.slice(0, 4)) - back));
	const set = (key: keyof typeof FILTERS) => (value: string) => list.setFilters({ [key]: value });
	const county = query.data?.rows.some(({ officeId }) => officeId !== session.office?.id) ?? false;
	return (
		<>
			<Filters>
				<SearchBox label="案号、机关或者事项" value={q} onSearch={set('q')} />
				<FilterSelect
					label="年份"
					value={year}
					options={years.map((one) => ({ value: one, label: `${one}年度报告` }))}
					onChange={set('year')}
				/>
				<FilterSelect label="类型" value={track} options={words.remedyTracks} onChange={set('track')} />
				<FilterSelect label="起因" value={about} options={words.remedySubjects} onChange={set('about')} />
				<FilterSelect label="状态" value={standing} options={STANDINGS} onChange={set('standing')} />
				<DownloadButton
					path={`/api/remedies/export?${new URLSearchParams(givenOnly(list.filters) as Record<string, string>)}`}
					label="导出登记簿"
				/>
			</Filters>
			<DataTable
				label="复议诉讼登记簿"
				columns={columns(words, county)}
				rows={query.data?.rows}
				rowKey={({ id }) => id}
				loading={query.isFetching}
				error={query.error}
				onRetry={() => void query.refetch()}
				paging={list.paging(query.data?.total)}
				empty={{ title: '没有符合条件的案件' }}
			/>
		</>
	);
}

function columns(words: Words, county: boolean): Column<Row>[] {
	const office: Column<Row> = { key: 'office', title: '机关', width: 110, render: ({ officeName }) => officeName };
	return [
		{
			key: 'title',
			title: '涉及的申请、信息或者事项',
			render: (row) => (
				<div className="gk-break gk-slim">
					<Link to={placeOf(row)}>{row.title}</Link>
					<div className="gk-hint">{labelIn(words.remedySubjects, row.about)}</div>
				</div>
			),
		},
		...(county ? [office] : []),
		{
			key: 'track',
			title: '类型、案号',
			width: 170,
			render: ({ track, caseNumber, body }) => (
				<>
					{labelIn(words.remedyTracks, track)}
					<div className="gk-hint">{body}</div>
					<div className="gk-hint">{caseNumber}</div>
				</>
			),
		},
		{ key: 'claimant', title: '提起人', width: 80, render: ({ claimant }) => labelIn(words.claimants, claimant) },
		{ key: 'received', title: '收到副本', width: 125, render: ({ receivedOn }) => <DateText day={receivedOn} /> },
		{
			key: 'result',
			title: '状态、结果',
			width: 110,
			render: (row) => (
				<>
					<StatusTag state={standingOf(row)} look={STANDING_LOOK} />
					<div className="gk-hint">{labelIn(words.remedyResults, row.result)}</div>
				</>
			),
		},
		{ key: 'due', title: '期限', width: 190, render: (row) => <Due row={row} words={words} /> },
	];
}

/** What is due next: our own reply, then what was ordered. */
function Due({ row, words }: { row: Row; words: Words }) {
	const { replyBy, reply, order } = row;
	if (replyBy)
		return (
			<>
				<Link to={`/remedies/${row.id}`}>{reply.name}</Link>{' '}
				<DueBadge due={replyBy} mark={reply.mark} daysLeft={reply.left ?? undefined} withDay />
			</>
		);
	if (!order || order.doneOn !== null) return '—';
	return (
		<>
			{labelIn(words.remedyOrders, order.kind)}{' '}
			<DueBadge due={order.dueOn} mark={order.mark} daysLeft={order.left ?? undefined} withDay />
		</>
	);
}
