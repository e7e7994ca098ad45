import { Checkbox, Skeleton } from 'antd';
import type { DataTableProps } from './data-table.tsx';

/** The rows of a DataTable on a phone: the first column heads each card, the others follow as label and value. */
export function RowCards<T>({ columns, rows, rowKey, selection }: DataTableProps<T>) {
	if (!rows) return <Skeleton active paragraph={{ rows: 5 }} />;
	const [head, ...others] = columns;
	return (
		<ul className="gk-cards">
			{rows.map((row) => {
				const key = rowKey(row);
				return (
					<li key={key}>
						<div className="gk-card-head">
							{selection ? (
								<Checkbox
									aria-label="选择"
									checked={selection.keys.includes(key)}
									onChange={({ target }) =>
										selection.onChange(
											target.checked ? [...selection.keys, key] : selection.keys.filter((one) => one !== key),
										)
									}
								/>
							) : null}
							{head?.render(row)}
						</div>
						<dl>
							{others
								.filter(({ notOnCard }) => !notOnCard)
								.map((column) => (
									<div key={column.key}>
										<dt>{column.title}</dt>
										<dd>{column.render(row)}</dd>
									</div>
								))}
						</dl>
					</li>
				);
			})}
		</ul>
	);
}
