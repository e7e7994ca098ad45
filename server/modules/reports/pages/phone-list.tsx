import {
	applicantColumns,
	caseColumns,
	caseGroups,
	type Report,
	statLines,
	type TableKey,
	table2Blocks,
	table3Rows,
} from 'annual-report';
import { printedText } from 'annual-report/render';
import type { ReportForm } from '../model.ts';

type Cells = Report['cells'];

/** The same figures for a narrow screen: one line a figure, nothing to scroll sideways. */
export function PhoneList({ table, form, cells }: { table: TableKey; form: ReportForm; cells: Cells }) {
	return (
		<div className="report-phone">
			{table === 't2' ? <Measures form={form} cells={cells} /> : null}
			{table === 't3' ? <Applications form={form} cells={cells} /> : null}
			{table === 't4' ? <Cases cells={cells} /> : null}
			{table === 'stat' ? <Statistics cells={cells} /> : null}
		</div>
	);
}

function Figures({ rows, cells }: { rows: readonly { label: string; address: string; unit: string }[]; cells: Cells }) {
	return (
		<dl className="report-figures">
			{rows.map(({ label, address, unit }) => (
				<div key={address}>
					<dt>{label}</dt>
					<dd>{figure(cells, address, unit)}</dd>
				</div>
			))}
		</dl>
	);
}

function figure(cells: Cells, address: string, unit: string): string {
	const text = printedText(cells[address]);
	return /\d$/.test(text) ? `${text} ${unit}` : text;
}

function Measures({ form, cells }: { form: ReportForm; cells: Cells }) {
	return table2Blocks(form).map((block) => (
		<div key={block.article}>
			<h3>{block.article}</h3>
			{block.rows.map((row) => (
				<div key={row.key}>
					<h4>{row.label}</h4>
					<Figures
						cells={cells}
						rows={block.columns.map(({ key, label, unit }) => ({ address: `t2.${row.key}.${key}`, label, unit }))}
					/>
				</div>
			))}
		</div>
	));
}

/** Totals first; who applied opens below each line. */
function Applications({ form, cells }: { form: ReportForm; cells: Cells }) {
	const columns = applicantColumns.filter((column) => column.key !== 'total');
	return table3Rows(form).map((row, i, rows) => (
		<div key={row.key}>
			{row.path
				.filter((group) => !rows[i - 1]?.path.includes(group))
				.map((group) => (
					<h3 key={group}>{group}</h3>
				))}
			<details className="report-row">
				<summary>
					<span>{`${row.ordinal}${row.label}`}</span>
					<strong>{figure(cells, `t3.${row.key}.total`, '件')}</strong>
				</summary>
				<Figures
					cells={cells}
					rows={columns.map(({ key, label, unit }) => ({ address: `t3.${row.key}.${key}`, label, unit }))}
				/>
			</details>
		</div>
	));
}

function Cases({ cells }: { cells: Cells }) {
	return caseGroups.map((group) => (
		<div key={group.key}>
			<h3>{group.key === 'review' ? group.label : `行政诉讼：${group.label}`}</h3>
			<Figures
				cells={cells}
				rows={caseColumns.map(({ key, label, unit }) => ({ address: `t4.${group.key}.${key}`, label, unit }))}
			/>
		</div>
	));
}

function Statistics({ cells }: { cells: Cells }) {
	return statLines.map((line) => {
		const label = `${line.ordinal}${line.label}`;
		if (line.header) return <h3 key={line.code}>{label}</h3>;
		return <Figures key={line.code} cells={cells} rows={[{ address: `stat.${line.code}`, label, unit: line.unit }]} />;
	});
}
