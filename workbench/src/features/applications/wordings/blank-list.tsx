import { Button, Flex } from 'antd';
import type { WordingView } from './api.ts';

interface BlankListProps {
	blanks: WordingView['blanks'];
	onPick: (label: string) => void;
}

/** What the product fills in, to be put where the caret stands. */
export function BlankList({ blanks, onPick }: BlankListProps) {
	return (
		<>
			<Blanks title="必须写明" blanks={blanks.filter(({ required }) => required)} onPick={onPick} />
			<Blanks title="可以使用" blanks={blanks.filter(({ required }) => !required)} onPick={onPick} />
		</>
	);
}

function Blanks({ title, blanks, onPick }: BlankListProps & { title: string }) {
	if (blanks.length === 0) return null;
	return (
		<fieldset className="ga-blanks">
			<legend>{title}（点击插入）</legend>
			<Flex gap={6} wrap>
				{blanks.map(({ key, label }) => (
					<Button key={key} size="small" onClick={() => onPick(label)}>
						{label}
					</Button>
				))}
			</Flex>
		</fieldset>
	);
}
