import { differences, merged } from '../../../parts/draft/merge.ts';
import { TwoTexts } from '../../../parts/draft/two-texts.tsx';
import type { Conflict } from '../../../parts/draft/use-draft.ts';
import type { Guide, GuideContent } from '../api.ts';
import { guideLabels } from './guide-draft.ts';

interface GuideConflictProps {
	conflict: Conflict<Guide, GuideContent>;
	onResolve: (content: GuideContent) => void;
	onLater: () => void;
}

/** Two people wrote in the same guide. */
export function GuideConflict({ conflict: { mine, theirs, base }, onResolve, onLater }: GuideConflictProps) {
	const labels = guideLabels(theirs);
	const who = theirs.savedByName || '他人';
	return (
		<TwoTexts
			title="公开指南有两份不同的内容"
			intro={<p>{who}保存了另一份内容。您写的内容没有丢失，请逐项选择保留哪一份。</p>}
			other={theirs.savedByName}
			fields={differences(base, mine, theirs.content).map((difference) => ({
				...difference,
				label: labels[difference.key] ?? '',
				mine: mine[difference.key],
				theirs: theirs.content[difference.key],
			}))}
			onResolve={(chosen) => onResolve(merged(mine, theirs.content, chosen))}
			onLater={onLater}
		/>
	);
}
