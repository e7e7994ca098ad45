import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Loaded } from '../../../ui/index.ts';
import { type OutsideMatrix as Matrix, readOutsideMatrix } from '../api.ts';

/** Offices × years at one glance: what was read, what was found, which report is missing. */
export function OutsideMatrix() {
	const query = useQuery({ queryKey: ['reports', 'outside', 'matrix'], queryFn: readOutsideMatrix });
	return <Loaded query={query}>{(matrix) => (matrix.rows.length > 1 ? <MatrixTable matrix={matrix} /> : null)}</Loaded>;
}

function MatrixTable({ matrix: { years, rows } }: { matrix: Matrix }) {
	return (
		<section className="gk-panel">
			<h2>机关年度一览</h2>
			<div className="rp-matrix-scroll">
				<table className="rp-matrix">
					<thead>
						<tr>
							<th scope="col">机关</th>
							{years.map((year) => (
								<th key={year} scope="col">
									{year}年
								</th>
							))}
						</tr>
					</thead>
					<tbody>
						{rows.map(({ organ, cells }) => (
							<tr key={organ}>
								<th scope="row">{organ}</th>
								{cells.map((cell, at) => (
									<td key={years[at]}>{cell ? <Found cell={cell} /> : <span className="gk-hint">没有报告</span>}</td>
								))}
							</tr>
						))}
					</tbody>
				</table>
			</div>
		</section>
	);
}

type Cell = NonNullable<Matrix['rows'][number]['cells'][number]>;

function Found({ cell: { id, errors, warnings } }: { cell: Cell }) {
	const words = [errors > 0 ? `错误${errors}` : '', warnings > 0 ? `疑点${warnings}` : ''].filter(Boolean);
	return (
		<Link to={`/outside-reports/${id}`} className={errors > 0 ? 'rp-matrix-error' : undefined}>
			{words.join('，') || '未见问题'}
		</Link>
	);
}
