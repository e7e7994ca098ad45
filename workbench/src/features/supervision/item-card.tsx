import { Button } from 'antd';
import { useState } from 'react';
import { formatDay, History, type MoveQuestion, MovesBar, StatusTag, useCommand } from '../../ui/index.ts';
import { AnswerPanel } from './answer-panel.tsx';
import { type CheckAction, checkItem, type Item, KEY, recheckItem } from './api.ts';
import { Evidence } from './evidence.tsx';
import { ItemAnswer } from './item-answer.tsx';

const LOOK = {
	issued: ['待整改', 'warning'],
	replied: ['待复查', 'processing'],
	appealed: ['申诉待处理', 'processing'],
	closed: ['已销号', 'success'],
	withdrawn: ['已撤销', 'default'],
	circulated: ['已通报', 'error'],
} as const;

const QUESTIONS: Readonly<Record<string, MoveQuestion>> = {
	close: { reason: 'optional', reasonLabel: '复查情况' },
	sendBack: { reason: 'required', reasonLabel: '需要继续整改的内容' },
	withdraw: { reason: 'required', reasonLabel: '处理意见' },
	reject: { reason: 'required', reasonLabel: '处理意见', danger: true },
	circulate: { text: '该事项将按机关名称列入通报。', reason: 'optional', reasonLabel: '说明', danger: true },
};

const DONE: Readonly<Record<string, string>> = {
	issue: '下发整改',
	recheck: '重新运行规则',
	reply: '报送整改结果',
	appeal: '提出申诉',
	close: '复查通过，销号',
	sendBack: '退回继续整改',
	withdraw: '申诉成立，撤销',
	reject: '申诉不成立',
	circulate: '列入通报',
};

/** One matter from the list to its end, with every hand that was laid on it. */
export function ItemCard({ item }: { item: Item }) {
	const { id, officeName, message, basis, evidence, state, dueOn, isOverdue, isStillFound, moves, steps } = item;
	const { owner, repeats, findingId } = item;
	const [answering, setAnswering] = useState<'reply' | 'appeal' | null>(null);
	const check = useCommand((action: CheckAction, text: string) => checkItem(id, action, text, null), {
		refresh: [KEY, ['todo']],
	});
	const answers = moves.filter(
		({ action, permitted, allowed }) => permitted && allowed && (action === 'reply' || action === 'appeal'),
	);
	return (
		<section className="gk-panel sv-item" aria-label={message}>
			<div className="sv-item-head">
				<h2 className="gk-break">{message}</h2>
				<StatusTag state={state} look={LOOK} />
			</div>
			<p className="sv-facts">
				{officeName}　期限{formatDay(dueOn)}
				{owner ? `　责任人${owner}` : ''}
				{repeats > 0 ? <span className="sv-light sv-warning">一年内第{repeats + 1}次</span> : null}
				{isOverdue ? <span className="sv-light sv-error">已逾期</span> : null}
				{isStillFound === false ? <span className="sv-light sv-ok">最近一次监测已不再发现</span> : null}
				{isStillFound === true && state === 'replied' ? (
					<span className="sv-light sv-warning">最近一次监测仍然发现</span>
				) : null}
			</p>
			<Evidence evidence={evidence} findingId={findingId} />
			{basis ? <p className="gk-hint">{basis}</p> : null}
			<ItemAnswer item={item} />
			<div className="sv-moves">
				{answers.map(({ action, label }) => (
					<Button
						key={action}
						type={action === 'reply' ? 'primary' : 'default'}
						onClick={() => setAnswering(action === 'reply' ? 'reply' : 'appeal')}
					>
						{label}
					</Button>
				))}
				<RecheckButton item={item} />
				<MovesBar
					moves={moves}
					hide={['reply', 'appeal']}
					questions={QUESTIONS}
					busy={check.busy}
					onMove={(action, reason) => check.run(action as CheckAction, reason)}
				/>
			</div>
			<details>
				<summary>办理经过（{steps.length}）</summary>
				<History
					entries={steps.map(({ createdAt, personName, action, text }) => ({
						at: createdAt,
						actorName: personName,
						text: DONE[action] ?? action,
						note: text || undefined,
					}))}
				/>
			</details>
			<AnswerPanel id={id} kind={answering} onClose={() => setAnswering(null)} />
		</section>
	);
}

/** Asks the rule again now, without waiting for the night; there is nothing to ask about a matter no rule found. */
function RecheckButton({ item: { id, findingId, state } }: { item: Item }) {
	const { run, busy } = useCommand(recheckItem, {
		refresh: [KEY, ['todo']],
		done: ({ isStillFound }) => (isStillFound ? '规则重新运行：仍然发现该问题。' : '规则重新运行：已不再发现该问题。'),
	});
	if (findingId === null || !['issued', 'replied', 'circulated'].includes(state)) return null;
	return (
		<Button loading={busy} onClick={() => void run(id)}>
			重新检查
		</Button>
	);
}
