import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { type Column, DataTable, Loaded, PageHeader } from '../../ui/index.ts';
import { type Cell, KEY, readCoverage, useEntryOptions } from './api.ts';
import './entries.css';
import { byOffice, type OfficeCoverage, rateOf } from './grouping.ts';

/** How far each office has filled each field; every figure opens to its entries. */
export function CoveragePage() {
	const query = useQuery({ queryKey: [...KEY, 'coverage'], queryFn: readCoverage });
	return (
		<>
			<PageHeader
				title="各领域公开情况"
				subtitle="采用的事项中已有信息公开的比例，和应公开未公开、超期的事项。"
				back={{ to: '/entries', label: '公开事项' }}
			/>
			<Loaded query={query}>{(cells) => <CoverageBody offices={byOffice(cells)} />}</Loaded>
		</>
	);
}

function CoverageBody({ offices }: { offices: readonly OfficeCoverage<Cell>[] }) {
	const { data: options } = useEntryOptions();
	const names = new Map((options?.fields ?? []).map(({ code, name }) => [code, name]));
	return (
		<>
			<DataTable
				label="各机关公开情况"
				columns={[
					{ key: 'office', title: '机关', render: ({ officeName, officeId }) => link(officeName, officeId) },
					...FIGURES,
				]}
				rows={offices}
				rowKey={({ officeId }) => officeId}
				empty={{ title: '各机关还没有公开事项', hint: '县政务公开办下达标准目录后，各机关的情况会出现在这里。' }}
			/>
			{offices.map(({ officeId, officeName, fields }) => (
				<section key={officeId} className="ent-section">
					<h2>{officeName}</h2>
					<DataTable
						label={`${officeName}各领域公开情况`}
						columns={[
							{
								key: 'field',
								title: '领域',
								render: ({ field }) => link(names.get(field) ?? field, officeId, { field }),
							},
							...FIGURES,
						]}
						rows={fields}
						rowKey={({ field }) => field}
						empty={{ title: '没有事项' }}
					/>
				</section>
			))}
		</>
	);
}

type Figures = Pick<Cell, 'officeId' | 'adopted' | 'covered' | 'missing' | 'late' | 'proposed' | 'trimmed'> & {
	field?: string;
};

function link(text: string | number, officeId: number, filters: { field?: string | undefined; state?: string } = {}) {
	const given = Object.entries(filters).filter(([, value]) => value);
	const search = new URLSearchParams([['office', String(officeId)], ...given] as [string, string][]);
	return <Link to={`/entries?${search}`}>{text}</Link>;
}

const figure = (key: 'missing' | 'late' | 'proposed' | 'trimmed', title: string): Column<Figures> => ({
	key,
	title,
	align: 'right',
	render: (row) => (row[key] === 0 ? 0 : link(row[key], row.officeId, { field: row.field, state: key })),
});

const FIGURES: readonly Column<Figures>[] = [
	{ key: 'adopted', title: '采用', align: 'right', render: ({ adopted }) => adopted },
	{ key: 'covered', title: '已公开', align: 'right', render: ({ covered }) => covered },
	{ key: 'rate', title: '覆盖率', align: 'right', render: rateOf },
	figure('missing', '应公开未公开'),
	figure('late', '超期'),
	figure('proposed', '待确认'),
	figure('trimmed', '不适用'),
];
