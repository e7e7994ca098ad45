import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { Link, useParams } from 'react-router';
import { type Column, DataTable, Loaded, PageHeader, useListParams } from '../../../ui/index.ts';
import { type Comparison, type Outlier, readComparison, readOutliers, useLayouts } from '../api.ts';
import '../reports.css';

const KINDS: Readonly<Record<string, string>> = { county: '县级', department: '县直部门', township: '乡镇（街道）' };

/** One figure of all offices side by side, and the figures worth a second look. Nobody is ranked. */
export function FiguresPage() {
	const year = Number(useParams().year);
	const list = useListParams({ address: 't3.new.total' });
	const { address } = list.filters;
	return (
		<>
			<PageHeader
				title={`${year}年度数据对照`}
				subtitle="各机关已签发或导入的年度报告，同一项数据并列，便于核实；不作排名。"
				back={{ to: `/reports?year=${year}`, label: '年度报告' }}
			/>
			<Outliers year={year} onChoose={(next) => list.setFilters({ address: next })} />
			<section className="gk-panel">
				<h2>同一项数据</h2>
				<CellChoice address={address} onChange={(next) => list.setFilters({ address: next })} />
				<ComparisonTable year={year} address={address} />
			</section>
		</>
	);
}

/** Every cell of the forms since 2019, by its full name. */
function CellChoice({ address, onChange }: { address: string; onChange: (address: string) => void }) {
	const layouts = useLayouts('2021');
	const options = (layouts.data ?? []).flatMap(({ title, cells }) => ({
		label: title,
		options: cells.flatMap((cell) =>
			cell.address === undefined ? [] : [{ value: cell.address, label: cell.label ?? cell.address }],
		),
	}));
	return (
		<Select
			className="rp-cell-choice"
			aria-label="数据项"
			showSearch={{ optionFilterProp: 'label' }}
			value={address}
			options={options}
			popupMatchSelectWidth={false}
			onChange={onChange}
		/>
	);
}

type Row = Comparison['rows'][number];

function ComparisonTable({ year, address }: { year: number; address: string }) {
	const query = useQuery({
		queryKey: ['reports', 'comparison', year, address],
		queryFn: () => readComparison(year, address),
	});
	return (
		<Loaded query={query}>
			{({ label, unit, rows, middles }) => (
				<>
					<p className="gk-hint">
						{label}（单位：{unit}）
						{Object.entries(middles)
							.map(([kind, middle]) => `　${KINDS[kind] ?? kind}中位数${middle}`)
							.join('')}
					</p>
					<DataTable
						label={label}
						columns={columns(year, Math.max(1, ...rows.map(({ value }) => value ?? 0)))}
						rows={rows}
						rowKey={({ officeId }) => officeId}
						empty={{ title: '没有机关' }}
					/>
				</>
			)}
		</Loaded>
	);
}

function columns(year: number, most: number): Column<Row>[] {
	return [
		{
			key: 'office',
			title: '机关',
			render: ({ officeName, reportId }) =>
				reportId === null ? officeName : <Link to={`/reports/${reportId}`}>{officeName}</Link>,
		},
		{ key: 'kind', title: '类别', width: 130, render: ({ kind }) => KINDS[kind] ?? kind },
		{
			key: 'value',
			title: `${year}年`,
			width: 260,
			render: ({ value, isOutlier }) => (
				<span className="rp-bar">
					<span className="rp-bar-figure">
						{value ?? '没有数字'}
						{isOutlier ? '（请核实）' : ''}
					</span>
					<span className="rp-bar-line" style={{ width: `${Math.round(((value ?? 0) / most) * 100)}%` }} />
				</span>
			),
		},
		{ key: 'before', title: `${year - 1}年`, width: 110, render: ({ before }) => before ?? '—' },
	];
}

function Outliers({ year, onChoose }: { year: number; onChoose: (address: string) => void }) {
	const query = useQuery({ queryKey: ['reports', 'outliers', year], queryFn: () => readOutliers(year) });
	return (
		<section className="gk-panel">
			<h2>建议核实的数据</h2>
			<p className="gk-hint">
				与本机关上年相差三倍以上，或者与同类机关的中位数相差悬殊，且差值在20以上的数字。可能属实，请向机关核实。
			</p>
			<Loaded query={query}>
				{({ outliers }) => (
					<DataTable
						label="建议核实的数据"
						columns={outlierColumns(onChoose)}
						rows={outliers}
						rowKey={({ officeId, address, kind }) => `${officeId} ${address} ${kind}`}
						empty={{ title: '没有需要核实的数据' }}
					/>
				)}
			</Loaded>
		</section>
	);
}

function outlierColumns(onChoose: (address: string) => void): Column<Outlier>[] {
	return [
		{
			key: 'office',
			title: '机关',
			width: 200,
			render: ({ officeName, reportId }) =>
				reportId === null ? officeName : <Link to={`/reports/${reportId}`}>{officeName}</Link>,
		},
		{
			key: 'label',
			title: '数据项',
			render: ({ label, address }) => (
				<Button type="link" size="small" className="rp-cell-link" onClick={() => onChoose(address)}>
					{label}
				</Button>
			),
		},
		{ key: 'value', title: '数字', width: 110, render: ({ value, unit }) => `${value}${unit}` },
		{
			key: 'beside',
			title: '对照',
			width: 200,
			render: ({ kind, beside, unit }) => `${kind === 'jump' ? '本机关上年' : '同类中位数'}${beside}${unit}`,
		},
	];
}
