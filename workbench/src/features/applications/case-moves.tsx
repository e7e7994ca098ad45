import { useQueryClient } from '@tanstack/react-query';
import { App, Collapse } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { type Move, type MoveQuestion, MovesBar, useCommand } from '../../ui/index.ts';
import { useViewer } from '../../ui/viewer.ts';
import { type CaseView, KEY, movePath, type Options, sendTo } from './api.ts';
import { CodeOnce } from './code-once.tsx';
import { FeePanel } from './fee-panel.tsx';
import { moveForms } from './forms.ts';
import { MovePanel } from './move-form.tsx';
import { openRemedies } from './words.ts';

/** Done in a list or a card of the case instead of in the bar. */
const ELSEWHERE = [
	'resume',
	'awaitThirdParty',
	'awaitAgency',
	'recordDelivery',
	'recordService',
	'addFile',
	'keepReconsideration',
	'keepLitigation',
];
/** Told only when they can be done: that they cannot is no news. */
const QUIET = [
	'approveExtension',
	'refuseExtension',
	'closeRemedy',
	'openReconsideration',
	'openLitigation',
	'lapseSupplement',
	'lapseFee',
	'reviewSecrecy',
	'eraseIdentity',
	'closeCorrection',
	'signFor',
	'declineHandover',
	'listAnswer',
	'unlistAnswer',
	'refundFee',
	'orderRedo',
];
/** What the button does at once, where the step has a name of its own: 提交审签 comes at the end of the page it opens. */
const BUTTONS: Readonly<Record<string, string>> = { propose: '拟定答复' };
/** Rare steps stand behind a fold. */
const RARE = [
	'assign',
	'addNote',
	'split',
	'publishToAll',
	'listAnswer',
	'unlistAnswer',
	'withdraw',
	'referElsewhere',
	'discardDraft',
	'askExplanation',
	'notifyFee',
	'refundFee',
	'openReconsideration',
	'openLitigation',
	'closeRemedy',
	'eraseIdentity',
];

const QUESTIONS: Readonly<Record<string, MoveQuestion>> = {
	discardDraft: { reason: 'required', danger: true, text: '作废后不能恢复。' },
	withdraw: {
		reason: 'required',
		reasonLabel: '撤回方式和原因',
		danger: true,
		text: '申请人书面或者当面撤回的，登记在此。',
	},
	approveExtension: { reason: 'none', text: '批准后生成延期答复告知书，请在原期限届满前送达申请人。' },
	refuseExtension: { reason: 'required' },
	lapseSupplement: {
		reason: 'none',
		danger: true,
		text: '申请人无正当理由逾期不补正，视为放弃申请，生成不再处理告知书。',
	},
	lapseFee: { reason: 'none', danger: true, text: '申请人逾期未缴费，视为放弃申请，生成不再处理告知书。' },
	unlistAnswer: { reason: 'required', reasonLabel: '撤出理由' },
	declineHandover: { reason: 'required', reasonLabel: '退回理由', text: '退回后仍由原经办人办理。' },
	recall: { reason: 'none', text: '撤回后可以修改，再重新提交审签。' },
	returnDraft: { reason: 'required', reasonLabel: '退回意见' },
	approve: { reason: 'optional', reasonLabel: '审签意见', text: '审签后文书编号并生成，不能再修改。' },
	reviewSecrecy: {
		reason: 'optional',
		reasonLabel: '审查意见',
		text: '审查认为可以提供的，在此确认；认为不宜提供的，请退回修改。',
	},
	archive: { reason: 'none', text: '归档后不再添加材料。' },
	eraseIdentity: {
		reason: 'required',
		reasonLabel: '销毁理由和批准依据',
		danger: true,
		text: '申请人和第三方的身份、载有身份的文书原件和材料从此无法恢复；案件、日期、结果和隐名文书保留。',
	},
};

/** The step that carries the case on stands first, and is the one in colour. */
const FORWARD = [
	'signFor',
	'confirm',
	'submitDraft',
	'supplement',
	'startHandling',
	'reviewSecrecy',
	'approve',
	'serve',
	'approveExtension',
	'propose',
	'payFee',
];

function inOrder(moves: readonly Move[]): Move[] {
	const place = ({ action }: Move) => (FORWARD.includes(action) ? FORWARD.indexOf(action) : FORWARD.length);
	return [...moves].sort((a, b) => place(a) - place(b));
}

interface CaseMovesProps {
	id: number;
	view: CaseView;
	options: Options;
}

/** What may be done with the case now; each step asks for what it needs. */
export function CaseMoves({ id, view, options }: CaseMovesProps) {
	const { today } = useViewer();
	const navigate = useNavigate();
	const queries = useQueryClient();
	const { message } = App.useApp();
	const [open, setOpen] = useState<Move | null>(null);
	const [code, setCode] = useState<string | null>(null);
	const { handlers, summary } = view;
	const remedies = openRemedies(view, options);
	const forms = moveForms({ options, today, handlers, handlerId: summary.handlerId, remedies });
	const send = async (action: string, body: object) => {
		const answer = await sendTo<{ code?: string | null }>(movePath(id, forms[action]?.path ?? action), body);
		await queries.invalidateQueries({ queryKey: KEY });
		message.success('已办理。');
		if (answer.code) setCode(answer.code);
	};
	const atOnce = useCommand((action: string) => send(action, {}), { refresh: [KEY] });
	const choose = async (action: string, reason: string) => {
		if (action === 'propose') return await navigate(`/applications/${id}/decision`);
		if (forms[action] || action === 'notifyFee')
			return setOpen(view.moves.find((move) => move.action === action) ?? null);
		if (QUESTIONS[action]) return await send(action, { reason, note: reason });
		await atOnce.run(action);
	};
	const bar = { questions: QUESTIONS, onMove: choose, busy: atOnce.busy };
	const shown = inOrder(view.moves)
		.filter(({ action, allowed }) => !ELSEWHERE.includes(action) && (allowed || !QUIET.includes(action)))
		.map((move) => ({ ...move, label: BUTTONS[move.action] ?? move.label }));
	const rare = shown.filter(({ action }) => RARE.includes(action));
	const spec = open ? forms[open.action] : undefined;
	return (
		<>
			<MovesBar moves={shown.filter(({ action }) => !RARE.includes(action))} leads={FORWARD} {...bar} />
			{rare.length > 0 ? (
				<Collapse
					ghost
					size="small"
					items={[{ key: 'rare', label: '其他操作', children: <MovesBar moves={rare} leads={[]} {...bar} /> }]}
				/>
			) : null}
			{spec && open ? (
				<MovePanel
					open
					title={open.label}
					submitLabel={open.label}
					spec={spec}
					onClose={() => setOpen(null)}
					onSend={async (values) => {
						await send(open.action, values);
						setOpen(null);
					}}
				/>
			) : null}
			<FeePanel
				id={id}
				open={open?.action === 'notifyFee'}
				onClose={() => setOpen(null)}
				onSend={(values) => send('notifyFee', values)}
			/>
			<CodeOnce code={code} number={view.summary.number} onClose={() => setCode(null)} />
		</>
	);
}
