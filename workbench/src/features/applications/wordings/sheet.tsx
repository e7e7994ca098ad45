import type { WordingView } from './api.ts';
import { type SheetLine, sheetOf } from './sheet.ts';

interface SheetProps {
	title: string;
	source: string;
	blanks: WordingView['blanks'];
}

/** The letter as it will read. */
export function Sheet({ title, source, blanks }: SheetProps) {
	const lines = sheetOf(source, blanks);
	return (
		<article className="ga-letter" aria-label={`预览：${title}`}>
			<h3>{title}</h3>
			{runsOf(lines).map(({ key, run }) =>
				isForm(run) ? (
					<table key={key} className="ga-form">
						<tbody>
							{run.map(({ id, cells }) => (
								<Row key={id} cells={cells} />
							))}
						</tbody>
					</table>
				) : (
					<div key={key} className="ga-text">
						{run.map(({ text }) => `　　${text}`).join('\n')}
					</div>
				),
			)}
		</article>
	);
}

function Row({ cells }: { cells: readonly string[] }) {
	const [label, value, second, last] = cells;
	return (
		<tr>
			<th>{label}</th>
			<td colSpan={second === undefined ? 3 : 1}>{value}</td>
			{second === undefined ? null : <th>{second}</th>}
			{last === undefined ? null : <td>{last}</td>}
		</tr>
	);
}

type Paragraph = { text: string };
type FormRow = { id: string; cells: readonly string[] };

function isForm(run: readonly (Paragraph | FormRow)[]): run is FormRow[] {
	return run.some((line) => 'cells' in line);
}

/** Neighbouring paragraphs together, neighbouring rows of a form together. */
function runsOf(lines: readonly SheetLine[]): { key: string; run: Paragraph[] | FormRow[] }[] {
	const runs: { key: string; run: (Paragraph | FormRow)[] }[] = [];
	for (const [at, line] of lines.entries()) {
		const entry = 'cells' in line ? { id: `${at}`, cells: line.cells } : line;
		const last = runs.at(-1);
		if (last && isForm(last.run) === 'cells' in line) last.run.push(entry);
		else runs.push({ key: `${at}`, run: [entry] });
	}
	return runs as { key: string; run: Paragraph[] | FormRow[] }[];
}
