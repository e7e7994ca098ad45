import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import {
	type Column,
	DataTable,
	FilterSelect,
	Filters,
	givenOnly,
	PageHeader,
	SearchBox,
	SidePanel,
	useCommand,
	useListParams,
} from '../../ui/index.ts';
import { BANK, type BankRow, readBank, retireQuestion } from './exam-api.ts';
import { QuestionForm } from './question-form.tsx';
import './training.css';
import { KIND_LABELS, kindOptions, LEVEL_LABELS, letterOf, levelOptions } from './words.ts';

const NO_FILTERS = { q: '', kind: '', level: '', own: '', article: '' };
const OWN = [
	{ value: 'false', label: '随系统提供' },
	{ value: 'true', label: '本县题目' },
];
const ARTICLES = Array.from({ length: 56 }, (_, at) => ({ value: String(at + 1), label: `第${at + 1}条` }));

/** The bank: what came with the product, and the county's own. */
export function BankPage() {
	const [shown, setShown] = useState<BankRow | 'new' | null>(null);
	const list = useListParams(NO_FILTERS);
	const { q, ...rest } = list.filters;
	const search = { q, page: list.page, pageSize: list.pageSize, ...givenOnly(rest) } as Parameters<typeof readBank>[0];
	const query = useQuery({
		queryKey: [...BANK, search],
		queryFn: () => readBank(search),
		placeholderData: keepPreviousData,
	});
	return (
		<>
			<PageHeader
				title="题库"
				subtitle="每道题注明所依据的条款和解析。已经发布的考试不受题库变动影响。"
				back={{ to: '/exams', label: '考试' }}
				extra={
					<>
						<Link to="/exams/bank/import">
							<Button>从表格导入</Button>
						</Link>
						<Button type="primary" onClick={() => setShown('new')}>
							新增题目
						</Button>
					</>
				}
			/>
			<Filters>
				<SearchBox label="题干、选项或者解析" value={q} onSearch={(text) => list.setFilters({ q: text })} />
				<FilterSelect
					label="题型"
					value={rest.kind}
					options={kindOptions}
					onChange={(kind) => list.setFilters({ kind })}
				/>
				<FilterSelect
					label="难度"
					value={rest.level}
					options={levelOptions.map(({ value, label }) => ({ value: String(value), label }))}
					onChange={(level) => list.setFilters({ level })}
				/>
				<FilterSelect
					label="条款"
					value={rest.article}
					options={ARTICLES}
					onChange={(article) => list.setFilters({ article })}
				/>
				<FilterSelect label="来源" value={rest.own} options={OWN} onChange={(own) => list.setFilters({ own })} />
			</Filters>
			<DataTable
				label="题目列表"
				columns={columnsWith(setShown)}
				rows={query.data?.rows}
				rowKey={({ key }) => key}
				loading={query.isFetching}
				error={query.error}
				onRetry={() => void query.refetch()}
				paging={list.paging(query.data?.total)}
				empty={{ title: '没有符合条件的题目' }}
			/>
			<SidePanel open={shown !== null} title={shown === 'new' ? '新增题目' : '修改题目'} onClose={() => setShown(null)}>
				{shown ? <QuestionForm question={shown === 'new' ? null : shown} onClose={() => setShown(null)} /> : null}
			</SidePanel>
		</>
	);
}

function columnsWith(edit: (row: BankRow) => void): readonly Column<BankRow>[] {
	return [
		{ key: 'text', title: '题目', render: (row) => <QuestionText row={row} /> },
		{
			key: 'kind',
			title: '题型',
			width: 150,
			render: ({ kind, level, article }) => (
				<>
					{KIND_LABELS[kind]}
					<div className="gk-hint">
						{LEVEL_LABELS[level]}　第{article}条
					</div>
				</>
			),
		},
		{ key: 'act', title: '操作', width: 150, render: (row) => <Actions row={row} onEdit={() => edit(row)} /> },
	];
}

function QuestionText({ row: { text, options, answer, why, retired, own, kind } }: { row: BankRow }) {
	const right = answer.map((place) => (kind === 'judge' ? options[place] : `${letterOf(place)}. ${options[place]}`));
	return (
		<div className="gk-break gk-question">
			{text} {retired ? <Tag>已停用</Tag> : null}
			{own ? <Tag color="blue">本县</Tag> : null}
			<div className="gk-hint">答案：{right.join('；')}</div>
			<div className="gk-hint">{why}</div>
		</div>
	);
}

function Actions({ row, onEdit }: { row: BankRow; onEdit: () => void }) {
	const retire = useCommand(() => retireQuestion(row.key, !row.retired), { refresh: [BANK] });
	return (
		<>
			{row.own ? (
				<Button type="link" size="small" onClick={onEdit}>
					修改
				</Button>
			) : null}
			<Button type="link" size="small" loading={retire.busy} onClick={() => void retire.run()}>
				{row.retired ? '启用' : '停用'}
			</Button>
		</>
	);
}
