import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useSession } from '../../app/session-context.tsx';
import {
	type Column,
	DataTable,
	FilterSelect,
	Filters,
	formatInstant,
	givenOnly,
	PageHeader,
	SearchBox,
	StatusTag,
	useListParams,
} from '../../ui/index.ts';
import { KEY, type Row, readEntries } from './api.ts';
import { EntryPanel } from './entry-form.tsx';
import { LOOK, STATE_OPTIONS } from './words.ts';

const NO_FILTERS = { q: '', state: '' };

/** The entries of the office, or of all offices for those who see them. */
export function ListPage() {
	const { can } = useSession();
	const [writing, setWriting] = useState(false);
	const list = useListParams(NO_FILTERS);
	const { q, state } = list.filters;
	const search = { q, page: list.page, pageSize: list.pageSize, ...givenOnly({ state }) } as Parameters<
		typeof readEntries
	>[0];
	const query = useQuery({
		queryKey: [...KEY, 'list', search],
		queryFn: () => readEntries(search),
		placeholderData: keepPreviousData,
	});
	return (
		<>
			<PageHeader
				title="问答库"
				subtitle="经常问到的事项和解答，在网站「常见问题」公布，供「智能问答」引用。"
				extra={
					can('faq.write') ? (
						<Button type="primary" onClick={() => setWriting(true)}>
							新建问答
						</Button>
					) : null
				}
			/>
			<Filters>
				<SearchBox label="问题或者答案" value={q} onSearch={(text) => list.setFilters({ q: text })} />
				<FilterSelect
					label="状态"
					value={state}
					options={STATE_OPTIONS}
					onChange={(next) => list.setFilters({ state: next })}
				/>
			</Filters>
			<DataTable
				label="问答列表"
				columns={COLUMNS}
				rows={query.data?.rows}
				rowKey={({ id }) => id}
				loading={query.isFetching}
				error={query.error}
				onRetry={() => void query.refetch()}
				paging={list.paging(query.data?.total)}
				empty={{ title: '还没有问答' }}
			/>
			<EntryPanel open={writing} onClose={() => setWriting(false)} />
		</>
	);
}

/** What a long text begins with. */
const opening = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

const COLUMNS: readonly Column<Row>[] = [
	{
		key: 'question',
		title: '问题',
		render: ({ id, content }) => (
			<div className="gk-words">
				<Link to={`/faq/${id}`}>{content.question}</Link>
				<div className="gk-hint">{opening(content.answer) || '还没有答案'}</div>
			</div>
		),
	},
	{ key: 'office', title: '解答机关', width: 130, render: ({ officeName }) => officeName },
	{
		key: 'state',
		title: '状态',
		width: 170,
		render: ({ state, changed, ended }) => (
			<>
				<StatusTag state={state} look={LOOK} />
				{changed ? <span className="gk-hint">有改动未发布</span> : null}
				{ended ? <span className="gk-hint">已过有效期</span> : null}
			</>
		),
	},
	{ key: 'changed', title: '修改时间', width: 170, render: ({ changedAt }) => formatInstant(changedAt) },
];
