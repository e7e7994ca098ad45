import type { Layout } from '../api.ts';
import './table.css';

export interface CellLook {
	/** What is printed. */
	text: string;
	/** In one phrase, read aloud and shown on hover: 「台账」, 「有错误」. */
	note: string;
	/** Classes of the mark. */
	mark: string;
}

interface OfficialTableProps {
	layout: Layout;
	look: (address: string) => CellLook;
	/** The cell that is open or sought. */
	current?: string | null;
	onChoose: (address: string) => void;
}

/** A table of the report with its merged cells as printed; every figure is a button. */
export function OfficialTable({ layout, look, current, onChoose }: OfficialTableProps) {
	const columns = layout.widths.map((width, i) => ({ key: `column ${i}`, width: `${width}%` }));
	const rows = Array.from({ length: layout.rows }, (_, row) => layout.cells.filter((cell) => cell.row === row));
	return (
		<section className="gk-sheet" aria-label={layout.title} tabIndex={-1}>
			<table className={`gk-official gk-official-${layout.key}`}>
				<caption>{layout.title}</caption>
				<colgroup>
					{columns.map((column) => (
						<col key={column.key} width={column.width} />
					))}
				</colgroup>
				<tbody>
					{rows.map((row) => (
						<tr key={row.map((cell) => `${cell.row}.${cell.col}`).join(' ')}>
							{row.map((cell) => (
								<Square key={`${cell.row}.${cell.col}`} cell={cell} look={look} current={current} onChoose={onChoose} />
							))}
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}

interface SquareProps extends Pick<OfficialTableProps, 'look' | 'current' | 'onChoose'> {
	cell: Layout['cells'][number];
}

function Square({ cell, look, current, onChoose }: SquareProps) {
	const span = { rowSpan: cell.rowSpan, colSpan: cell.colSpan };
	const { address } = cell;
	if (address === undefined) {
		if (cell.text === '' || cell.kind === 'unit') return <td {...span}>{cell.text}</td>;
		return (
			<th
				{...span}
				scope={scopeOf(cell)}
				style={cell.depth ? { paddingInlineStart: `${cell.depth * 1.2}em` } : undefined}
			>
				{cell.text}
			</th>
		);
	}
	const { text, note, mark } = look(address);
	const name = `${cell.label ?? address}：${text === '' ? '空' : text}${note ? `，${note}` : ''}`;
	return (
		<td {...span} className={current === address ? 'gk-square gk-square-current' : 'gk-square'}>
			<button
				type="button"
				id={cellId(address)}
				className={mark}
				title={name}
				aria-label={name}
				aria-pressed={current === address}
				onClick={() => onChoose(address)}
			>
				{text === '' ? ' ' : text}
			</button>
		</td>
	);
}

/** Element of a cell, for whoever brings the reader to it. */
export function cellId(address: string): string {
	return `cell-${address.replaceAll('.', '-')}`;
}

function scopeOf(cell: Layout['cells'][number]): 'row' | 'col' | 'rowgroup' | 'colgroup' {
	if (cell.kind === 'label') return cell.rowSpan > 1 ? 'rowgroup' : 'row';
	return cell.colSpan > 1 ? 'colgroup' : 'col';
}
