import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Flex } from 'antd';
import { Link, useNavigate } from 'react-router';
import {
	type Column,
	DataTable,
	FilterSelect,
	Filters,
	formatInstant,
	PageHeader,
	SearchBox,
	useCommand,
	useListParams,
} from '../../ui/index.ts';
import { ASKED_KEY, type Asked, dismissAsked, growEntry, KEY, readAsked } from './api.ts';

const SHOW = [
	{ value: 'unanswered', label: '未找到、未处理' },
	{ value: 'useless', label: '有人认为没用' },
	{ value: 'all', label: '全部提问' },
];

/** What people asked on the portal within a year, the most asked first: what the county should write about. */
export function AskedPage() {
	const list = useListParams({ q: '', show: '' });
	const { q, show } = list.filters;
	const search = { q, show: show || 'unanswered', page: list.page, pageSize: list.pageSize } as Parameters<
		typeof readAsked
	>[0];
	const query = useQuery({
		queryKey: [...ASKED_KEY, search],
		queryFn: () => readAsked(search),
		placeholderData: keepPreviousData,
	});
	return (
		<>
			<PageHeader
				title="公众提问"
				subtitle="一年来公众在「智能问答」的提问，按次数排列，已隐去个人信息。没有找到答案的，可以转为问答，由机关解答。"
			/>
			<Filters>
				<SearchBox label="提问的文字" value={q} onSearch={(text) => list.setFilters({ q: text })} />
				<FilterSelect
					label="范围"
					value={show || 'unanswered'}
					options={SHOW}
					onChange={(next) => list.setFilters({ show: next })}
				/>
			</Filters>
			<DataTable
				label="公众提问列表"
				columns={COLUMNS}
				rows={query.data?.rows}
				rowKey={({ key }) => key}
				loading={query.isFetching}
				error={query.error}
				onRetry={() => void query.refetch()}
				paging={list.paging(query.data?.total)}
				empty={{ title: '没有这样的提问' }}
			/>
		</>
	);
}

function Hands({ asked: { key, entryId, found } }: { asked: Asked }) {
	const navigate = useNavigate();
	const grow = useCommand(() => growEntry(key), {
		refresh: [KEY, ASKED_KEY],
		onDone: ({ id }) => void navigate(`/faq/${id}`),
	});
	const dismiss = useCommand(() => dismissAsked(key), { refresh: [ASKED_KEY], done: '再次有人提问时会重新列出。' });
	if (entryId !== null) return <Link to={`/faq/${entryId}`}>查看问答</Link>;
	return (
		<Flex gap={8} wrap>
			<Button size="small" type="primary" ghost loading={grow.busy} onClick={() => void grow.run()}>
				转为问答
			</Button>
			{found ? null : (
				<Button size="small" loading={dismiss.busy} onClick={() => void dismiss.run()}>
					不处理
				</Button>
			)}
		</Flex>
	);
}

const COLUMNS: readonly Column<Asked>[] = [
	{ key: 'question', title: '提问', render: ({ question }) => <div className="gk-words">{question}</div> },
	{ key: 'count', title: '次数', width: 80, render: ({ count }) => count },
	{ key: 'found', title: '结果', width: 100, render: ({ found }) => (found ? '已给出原文' : '未找到') },
	{
		key: 'judged',
		title: '评价',
		width: 130,
		render: ({ useful, useless }) => (useful + useless === 0 ? '—' : `有用${useful}　没用${useless}`),
	},
	{ key: 'last', title: '最近一次', width: 170, render: ({ lastAt }) => formatInstant(lastAt) },
	{ key: 'hands', title: '操作', width: 190, render: (asked) => <Hands asked={asked} /> },
];
