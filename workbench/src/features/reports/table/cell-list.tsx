import { Button } from 'antd';
import { useState } from 'react';
import type { Layout } from '../api.ts';
import { cellsOf, worthShowing } from './cells.ts';
import type { CellLook } from './official-table.tsx';
import './table.css';

interface CellListProps {
	layout: Layout;
	look: (address: string) => CellLook;
	onChoose: (address: string) => void;
}

/** A table of the report for a narrow screen: one line a figure; zeros without a mark only on request. */
export function CellList({ layout, look, onChoose }: CellListProps) {
	const [all, setAll] = useState(false);
	const cells = cellsOf(layout).map((cell) => ({ ...cell, look: look(cell.address) }));
	const shown = cells.filter((cell) => all || worthShowing(cell.look));
	return (
		<section className="gk-cells" aria-label={layout.title}>
			<h2>{layout.title}</h2>
			<ul>
				{shown.map(({ address, label, look: { text, note } }) => (
					<li key={address}>
						<button type="button" onClick={() => onChoose(address)}>
							<span>
								{label}
								<small className="gk-hint">{note}</small>
							</span>
							<b>{text === '' ? '空' : text}</b>
						</button>
					</li>
				))}
			</ul>
			{shown.length < cells.length || all ? (
				<Button type="link" size="small" aria-expanded={all} onClick={() => setAll(!all)}>
					{all ? '收起数字为0的格' : `显示其余${cells.length - shown.length}格（数字为0）`}
				</Button>
			) : null}
		</section>
	);
}
