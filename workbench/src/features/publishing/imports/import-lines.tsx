import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type Column, DataTable, FilterSelect, Filters, StatusTag, useListParams } from '../../../ui/index.ts';
import { IMPORTS, type ImportFate, type ImportLine, type ImportRun, readLines } from './api.ts';
import { FATE_LABELS, FATES, totalOf } from './words.ts';

interface LinesProps {
	id: number;
	phase: 'check' | 'import';
	counts: ImportRun['checked'];
	/** Lines are coming. */
	running: boolean;
}

const isFate = (text: string): text is ImportFate => (FATES as readonly string[]).includes(text);

/** Record by record what became of it, and the sentences why. */
export function ImportLines({ id, phase, counts, running }: LinesProps) {
	const list = useListParams({ became: '' });
	const { became } = list.filters;
	const search = { phase, page: list.page, ...(isFate(became) ? { became } : {}) };
	const query = useQuery({
		// What was found since changes the counts: the last lines come with the last count.
		queryKey: [...IMPORTS, id, 'lines', search, totalOf(counts)],
		queryFn: () => readLines(id, search),
		placeholderData: keepPreviousData,
	});
	const options = FATES.filter((fate) => counts[fate] > 0 || fate === became).map((fate) => ({
		value: fate,
		label: `${FATE_LABELS[fate]}（${counts[fate]}）`,
	}));
	return (
		<section className="gk-panel">
			<h2>{phase === 'check' ? '逐条检查结果' : '逐条导入结果'}</h2>
			<Filters>
				<FilterSelect
					label="结果"
					value={became}
					options={options}
					onChange={(value) => list.setFilters({ became: value ?? '' })}
				/>
			</Filters>
			<DataTable
				label="逐条结果"
				columns={COLUMNS}
				rows={query.data?.rows}
				rowKey={({ number }) => number}
				loading={query.isFetching && !query.data}
				error={query.error}
				onRetry={() => void query.refetch()}
				paging={list.paging(query.data?.total, query.data?.pageSize ?? 50)}
				empty={{ title: running ? '正在读取…' : '没有符合条件的记录' }}
			/>
		</section>
	);
}

const LOOK = {
	ready: ['可以导入', 'success'],
	published: ['已公开', 'success'],
	draft: ['拟稿', 'warning'],
	known: ['已导入过', 'default'],
	refused: ['未导入', 'error'],
} as const;

const COLUMNS: readonly Column<ImportLine>[] = [
	{ key: 'title', title: '标题', render: ({ title }) => <span className="gk-break">{title || '（没有标题）'}</span> },
	{ key: 'place', title: '位置', width: 130, render: ({ place }) => <span className="gk-break">{place}</span> },
	{ key: 'became', title: '结果', width: 110, render: ({ became }) => <StatusTag state={became} look={LOOK} /> },
	{
		key: 'notes',
		title: '说明',
		render: ({ notes }) =>
			notes.length <= 1 ? (
				<span className="gk-break">{notes[0] ?? '—'}</span>
			) : (
				<ul className="gk-plain-list">
					{notes.map((note) => (
						<li key={note} className="gk-break">
							{note}
						</li>
					))}
				</ul>
			),
	},
];
