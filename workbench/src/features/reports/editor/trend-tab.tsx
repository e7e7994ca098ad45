import { useQuery } from '@tanstack/react-query';
import { Checkbox } from 'antd';
import { useState } from 'react';
import { Loaded } from '../../../ui/index.ts';
import { type Report, readTrend, type Trend } from '../api.ts';

/** The years of an office side by side; what the forms do not let be compared is said, not guessed. */
export function TrendTab({ view: { report } }: { view: Report }) {
	const query = useQuery({
		queryKey: ['reports', 'trend', report.officeId, report.year],
		queryFn: () => readTrend(report.officeId, report.year),
	});
	return (
		<Loaded query={query}>
			{(trend) =>
				trend.reports.length < 2 ? (
					<p className="gk-hint">
						系统中只有{trend.reports.length}
						个年度的已签发或导入的报告，至少两个年度才能对照。往年报告可以在「读取外部报告」中导入。
					</p>
				) : (
					<TrendTable trend={trend} />
				)
			}
		</Loaded>
	);
}

function TrendTable({ trend: { reports, rows, notComparable } }: { trend: Trend }) {
	const [all, setAll] = useState(false);
	const shown = rows.filter(({ figures }) => all || figures.some(({ value }) => value !== null && value !== 0));
	return (
		<>
			<Checkbox checked={all} onChange={({ target }) => setAll(target.checked)}>
				显示全为0的指标
			</Checkbox>
			<div className="rp-matrix-scroll">
				<table className="rp-matrix rp-trend">
					<thead>
						<tr>
							<th scope="col">指标</th>
							{reports.map(({ year, form }) => (
								<th key={year} scope="col">
									{year}年<span className="gk-hint">（{form}年格式）</span>
								</th>
							))}
							<th scope="col">比上年</th>
						</tr>
					</thead>
					<tbody>
						{shown.map(({ key, label, figures, changes, comparable }) => (
							<tr key={key}>
								<th scope="row">{label}</th>
								{figures.map((figure, at) => (
									<td key={reports[at]?.year}>{wordsFor(figure)}</td>
								))}
								<td>{comparable ? changeText(changes.at(-1) ?? null) : '口径不同'}</td>
							</tr>
						))}
					</tbody>
				</table>
			</div>
			{notComparable.map(({ reason, keys }) => (
				<p key={reason} className="gk-hint">
					{keys.length}项不能对照：{reason}。
				</p>
			))}
		</>
	);
}

function wordsFor({ value, state }: Trend['rows'][number]['figures'][number]): string {
	if (value !== null) return String(value);
	return state === 'notInForm' ? '无此项' : '没有数字';
}

function changeText(change: number | null): string {
	if (change === null) return '—';
	return change > 0 ? `+${change}` : String(change);
}
