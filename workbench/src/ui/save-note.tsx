import { Alert, Button, Space } from 'antd';
import type { Recovered, SaveSnapshot } from './autosave.ts';
import { formatInstant } from './format.ts';

/** One line beside a form that saves itself: what has happened to the text. Read aloud when it changes. */
export function SaveNote({ state, savedAt, problem }: SaveSnapshot) {
	return (
		<span className={state === 'refused' || state === 'offline' ? 'gk-mark' : 'gk-hint'} role="status">
			{words(state, savedAt, problem?.title)}
		</span>
	);
}

function words(state: SaveSnapshot['state'], savedAt: Date | null, title = ''): string {
	switch (state) {
		case 'saved':
			return savedAt ? `已于${formatInstant(savedAt.toISOString()).split(' ')[1]}保存` : '';
		case 'dirty':
			return '有未保存的修改';
		case 'saving':
			return '正在保存…';
		case 'offline':
			return '网络中断，内容已暂存在本机，恢复后自动保存';
		case 'refused':
			return `未能保存：${title}内容已暂存在本机。`;
	}
}

interface RecoveredNoteProps<V> {
	recovered: Recovered<V> | null;
	onAnswer: (wanted: boolean) => void;
}

/** Offers the draft that was found on this machine. */
export function RecoveredNote<V>({ recovered, onAnswer }: RecoveredNoteProps<V>) {
	if (!recovered) return null;
	return (
		<Alert
			className="gk-gap"
			type="info"
			showIcon
			role="status"
			title={`本机有${formatInstant(recovered.at)}尚未保存的内容，是否恢复？`}
			description={recovered.older ? '此后该记录已被更新，恢复前请核对，以免覆盖新的内容。' : undefined}
			action={
				<Space wrap>
					<Button size="small" type="primary" onClick={() => onAnswer(true)}>
						恢复
					</Button>
					<Button size="small" onClick={() => onAnswer(false)}>
						放弃
					</Button>
				</Space>
			}
		/>
	);
}
