import { DownloadButton, formatSize } from '../../ui/index.ts';
import type { Item } from './api.ts';

const LABELS: Readonly<Record<string, string>> = { reply: '整改情况', appeal: '申诉理由' };

/** What the office said last, with every proof it sent: whoever checks reads the one beside the other. */
export function ItemAnswer({ item: { id, steps, proofs } }: { item: Item }) {
	const answer = steps.findLast(({ action }) => action in LABELS);
	if (!answer && proofs.length === 0) return null;
	return (
		<div className="sv-answer">
			{answer ? (
				<p className="gk-pre gk-break">
					{LABELS[answer.action]}：{answer.text}
				</p>
			) : null}
			{proofs.length > 0 ? (
				<ul className="gk-files" aria-label="佐证材料">
					{proofs.map((proof) => (
						<li key={proof.id}>
							<DownloadButton
								size="small"
								path={`/api/rectification-items/${id}/proofs/${proof.id}`}
								label={`${proof.fileName}（${formatSize(proof.size)}）`}
							/>
						</li>
					))}
				</ul>
			) : null}
		</div>
	);
}
