import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useSession } from '../../app/session-context.tsx';
import { useOffices } from '../../parts/offices.tsx';
import { type Column, DataTable, FilterSelect, Filters, Loaded, PageHeader, useListParams } from '../../ui/index.ts';
import { type ReadFigures, readReads } from './api.ts';
import './publishing.css';
import { chosenPeriod, readPeriods } from './read-periods.ts';

type Figure = ReadFigures['offices'][number];
type MostRead = ReadFigures['mostRead'][number];

const figures = new Intl.NumberFormat('zh-CN');

/** 浏览次数 by month, column and office, and what is read most: what the public looks for. */
export function ReadsPage() {
	const { session } = useSession();
	const { filters, setFilters } = useListParams({ period: '', office: '' });
	const { data: offices = [] } = useOffices();
	const period = chosenPeriod(filters.period, session.today);
	const officeId = /^[1-9]\d{0,14}$/.test(filters.office) ? { officeId: Number(filters.office) } : {};
	const asked = { ...period.months, ...officeId };
	const query = useQuery({ queryKey: ['documents', 'reads', asked], queryFn: () => readReads(asked) });
	return (
		<>
			<PageHeader
				title="浏览统计"
				subtitle="公开页面被阅读的次数。同一读者半小时内重复打开、搜索引擎等程序访问不计；不记录读者是谁。"
				back={{ to: '/documents', label: '信息发布' }}
			/>
			<Filters>
				<FilterSelect
					label="时段"
					value={period.value}
					options={readPeriods(session.today)}
					onChange={(next) => setFilters({ period: next })}
				/>
				{offices.length > 1 ? (
					<FilterSelect
						label="机关"
						value={filters.office}
						options={offices.map(({ id, shortName }) => ({ value: String(id), label: shortName }))}
						onChange={(office) => setFilters({ office })}
					/>
				) : null}
			</Filters>
			<Loaded query={query}>{(data) => <Figures data={data} several={offices.length > 1} />}</Loaded>
		</>
	);
}

function Figures({ data, several }: { data: ReadFigures; several: boolean }) {
	const { total, mostRead, offices, columns, months } = data;
	return (
		<>
			<p>{`共浏览 ${figures.format(total)} 次。`}</p>
			<section aria-labelledby="most-read">
				<h2 id="most-read">浏览最多的信息</h2>
				<DataTable
					label="浏览最多的信息"
					columns={mostReadColumns(several)}
					rows={mostRead}
					rowKey={({ id }) => id}
					empty={{ title: '这一时段还没有浏览记录' }}
				/>
			</section>
			<div className="pub-reads">
				<Sums title="各月" first="月份" rows={months} />
				<Sums title="各栏目" first="栏目" rows={columns} />
				{several ? <Sums title="各机关" first="机关" rows={offices} /> : null}
			</div>
		</>
	);
}

function mostReadColumns(several: boolean): Column<MostRead>[] {
	return [
		{
			key: 'title',
			title: '标题',
			width: '50%',
			render: ({ id, title }) => <Link to={`/documents/${id}`}>{title}</Link>,
		},
		...(several ? [{ key: 'office', title: '机关', render: ({ officeName }: MostRead) => officeName }] : []),
		{ key: 'column', title: '栏目', render: ({ columnName }) => columnName || '—' },
		{ key: 'reads', title: '浏览次数', align: 'right', render: ({ reads }) => figures.format(reads) },
	];
}

function Sums({ title, first, rows }: { title: string; first: string; rows: readonly Figure[] }) {
	const shown: Column<Figure>[] = [
		{ key: 'label', title: first, render: ({ label }) => label || '—' },
		{ key: 'reads', title: '浏览次数', align: 'right', render: ({ reads }) => figures.format(reads) },
		{ key: 'documents', title: '信息条数', align: 'right', render: ({ documents }) => figures.format(documents) },
	];
	return (
		<section>
			<h2>{title}</h2>
			<DataTable
				label={`${title}浏览次数`}
				columns={shown}
				rows={rows}
				rowKey={({ key }) => key}
				empty={{ title: '没有数据' }}
			/>
		</section>
	);
}
