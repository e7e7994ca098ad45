import { History } from '../../../ui/index.ts';
import type { WordingView } from './api.ts';

/** Every edition of a wording, with its text to read and to copy from. */
export function Editions({ view: { editions } }: { view: WordingView }) {
	if (editions.length === 0) return null;
	const entries = [...editions].reverse().map(({ edition, text, note, personName, createdAt }) => ({
		at: createdAt,
		actorName: personName,
		text: text ? `第${edition}版：${text.title}` : `第${edition}版：恢复标准格式`,
		note: text ? (
			<details>
				<summary>{note}</summary>
				<div className="ga-text">{text.source}</div>
			</details>
		) : (
			note
		),
	}));
	return (
		<section className="gk-panel">
			<h2>历次修改</h2>
			<History entries={entries} />
		</section>
	);
}
