import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Flex } from 'antd';
import { Fragment, type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { formatDay, formatMoney } from '../../ui/index.ts';
import { useViewer } from '../../ui/viewer.ts';
import { type CaseView, type Consultation, KEY, type Options, sendTo } from './api.ts';
import { deliveryForm, replyForm } from './forms.ts';
import { MovePanel } from './move-form.tsx';
import { labelIn } from './words.ts';

interface TasksCardProps {
	id: number;
	view: CaseView;
	options: Options;
}

/** What has been asked of others on the way to an answer; nothing when nothing has. */
export function TasksCard({ id, view, options }: TasksCardProps) {
	const parts = [
		supplementPart(view),
		...view.extensions.map(extensionPart),
		correctionPart(view, options),
		explanationPart(view),
		feePart(view, options),
		...view.searches.map((search) => ({
			key: `search ${search.id}`,
			title: `检索记录：${search.place}`,
			text: `${formatDay(search.searchedOn)}，${search.personName}，关键词“${search.keywords}”。${search.result}`,
		})),
		...view.remedies.map((remedy) => remedyPart(remedy, options)),
	].filter((part) => part !== null);
	if (parts.length === 0 && view.consultations.length === 0) return null;
	return (
		<section className="gk-panel">
			<h2>办理情况</h2>
			<ul className="ga-list">
				{view.consultations.map((one) => (
					<ConsultationRow key={`consultation ${one.id}`} id={id} view={view} options={options} consultation={one} />
				))}
				{parts.map(({ key, title, text }) => (
					<li key={key}>
						<strong>{title}</strong>
						<div className="ga-text">{text}</div>
					</li>
				))}
			</ul>
		</section>
	);
}

interface Part {
	key: string;
	title: string;
	text: ReactNode;
}

function supplementPart({ supplement }: CaseView): Part | null {
	if (!supplement) return null;
	const answered = supplement.answeredOn
		? `申请人于${formatDay(supplement.answeredOn)}补正：${supplement.answer}`
		: '申请人尚未补正。';
	return {
		key: 'supplement',
		title: `要求补正，期限至${formatDay(supplement.until)}`,
		text: `${supplement.items}\n${answered}`,
	};
}

function extensionPart(extension: CaseView['extensions'][number]): Part {
	const { id, days, reason, proposedByName, decidedByName, pending, approved, note } = extension;
	const state = pending ? '待批准' : approved ? `${decidedByName}已批准` : `${decidedByName}不批准：${note}`;
	return { key: `extension ${id}`, title: `延期${days}个工作日（${state}）`, text: `${proposedByName}提请：${reason}` };
}

function correctionPart({ correction }: CaseView, options: Options): Part | null {
	if (!correction) return null;
	const { record, evidence, receivedOn, dueOn, mark, closedOn, result, finding } = correction;
	const end = closedOn
		? `${formatDay(closedOn)}办结：${labelIn(options.correctionResults, result)}。${finding}`
		: `应于${formatDay(dueOn)}前办结${mark ? `（${mark}）` : ''}；法律没有规定更正的期限，按答复申请的期限安排。`;
	return {
		key: 'correction',
		title: '更正申请（《条例》第四十一条）',
		text: [`要求更正的记录：${record}`, evidence ? `证据材料：${evidence}` : '', `${formatDay(receivedOn)}收到。${end}`]
			.filter(Boolean)
			.join('\n'),
	};
}

function explanationPart({ explanation }: CaseView): Part | null {
	if (!explanation) return null;
	const { counts, until, given, reasonable, finding, delayedUntil } = explanation;
	const judged =
		reasonable === null ? '' : reasonable ? `理由合理，延迟至${formatDay(delayedUntil ?? '')}` : '理由不合理';
	return {
		key: 'explanation',
		title: `要求说明理由，期限至${formatDay(until)}`,
		text: [counts, given ? `申请人说明：${given}` : '', judged ? `${judged}：${finding}` : '']
			.filter(Boolean)
			.join('\n'),
	};
}

function feePart({ fee }: CaseView, options: Options): Part | null {
	if (!fee) return null;
	const paid = fee.paidOn ? `已于${formatDay(fee.paidOn)}缴纳。` : '尚未缴纳。';
	const received = fee.deliveredOn ? `申请人于${formatDay(fee.deliveredOn)}收到通知。` : '';
	const unit = fee.tariff === 'item' ? '件' : '页';
	const month = fee.tariff === 'item' ? `，当月此前${fee.before}件` : '';
	const corrected = fee.beforeReason
		? `（登记簿计${fee.countedBefore ?? '不出'}件，改正理由：${fee.beforeReason}）`
		: '';
	const refunds = fee.refunds.map(
		({ amount, ground, reason, refundedOn }) =>
			`\n${formatDay(refundedOn)}退费${formatMoney(amount)}：${labelIn(options.refundGrounds, ground)}，${reason}`,
	);
	return {
		key: 'fee',
		title: `信息处理费${formatMoney(fee.amount)}`,
		text: `${fee.tariff === 'item' ? '按件计收' : '按量计收'}，${fee.quantity}${unit}${month}${corrected}，${formatDay(fee.notifiedOn)}通知。${received}${paid}${refunds.join('')}`,
	};
}

function remedyPart(remedy: CaseView['remedies'][number], options: Options): Part {
	const { id, track, claimant, body, caseNumber, receivedOn, closedOn, result, note, replyBy, redoDays } = remedy;
	const { repliedOn, replyNote, alsoOver } = remedy;
	const name = track === 'review' ? '行政复议答复' : '答辩';
	const reply = repliedOn ? `${formatDay(repliedOn)}已提交${name}。${replyNote}` : '';
	const end = closedOn
		? `${formatDay(closedOn)}审结：${labelIn(options.remedyResults, result)}。${note}${redoDays ? `责令${redoDays}个工作日内重新答复。` : ''}`
		: reply
			? '审理中。'
			: `审理中，${name}期限至${formatDay(replyBy ?? '')}。`;
	return {
		key: `remedy ${id}`,
		title: `${labelIn(options.remedyTracks, track)}：${body}${caseNumber ? `（${caseNumber}）` : ''}`,
		text: (
			<>
				{labelIn(options.claimants, claimant)}提起，{formatDay(receivedOn)}收到副本。{reply}
				{end}
				{alsoOver.length > 0 ? '同一案件还涉及' : null}
				{alsoOver.map((one, at) => (
					<Fragment key={one.id}>
						{at > 0 ? '、' : ''}
						<Link to={`/applications/${one.id}`}>{one.number ?? '申请'}</Link>
					</Fragment>
				))}
				{alsoOver.length > 0 ? '。' : null}
				{'\n'}
				<Link to={`/remedies/${id}`}>打开案件</Link>
			</>
		),
	};
}

function ConsultationRow({ id, view, options, consultation }: TasksCardProps & { consultation: Consultation }) {
	const { today } = useViewer();
	const queries = useQueryClient();
	const { message } = App.useApp();
	const [open, setOpen] = useState<'delivery' | 'reply' | null>(null);
	const { kind, agency, information, sentOn, deliveredOn, returnedOn, reply, reasons, replyBy, opinion } = consultation;
	const mayAct = returnedOn === null && view.moves.some(({ action }) => action === 'recordDelivery');
	const context = { options, today, handlers: [], handlerId: null };
	const base = `/api/applications/${id}/consultations/${consultation.id}`;
	const state = returnedOn
		? `${formatDay(returnedOn)}${labelIn(options.replies, reply)}`
		: waitingText(deliveredOn, replyBy);
	return (
		<li>
			<strong>
				征求{labelIn(options.consultations, kind)}意见{agency ? `：${agency}` : ''}
			</strong>
			<div className="ga-text">
				{formatDay(sentOn)}发出：{information}
				{'\n'}
				{state}
				{reasons ? `：${reasons}` : ''}
				{opinion
					? `\n第三方${formatDay(opinion.givenOn)}在线提出意见：${opinion.opinion === 'agree' ? '同意公开' : '不同意公开'}。${opinion.reasons}`
					: ''}
			</div>
			{mayAct ? (
				<Flex gap={8} wrap className="ga-under">
					{deliveredOn ? null : (
						<Button size="small" onClick={() => setOpen('delivery')}>
							登记对方收到日期
						</Button>
					)}
					<Button size="small" type="primary" onClick={() => setOpen('reply')}>
						{opinion ? '登记在线意见' : '登记意见'}
					</Button>
				</Flex>
			) : null}
			{open ? (
				<MovePanel
					open
					title={open === 'delivery' ? '登记对方收到日期' : '登记意见'}
					submitLabel="登记"
					spec={
						open === 'delivery'
							? deliveryForm(context)
							: replyForm({ ...context, today: opinion?.givenOn ?? today }, kind)
					}
					onClose={() => setOpen(null)}
					onSend={async (values) => {
						await sendTo(`${base}/${open}`, values);
						await queries.invalidateQueries({ queryKey: KEY });
						message.success('已登记。');
						setOpen(null);
					}}
				/>
			) : null}
		</li>
	);
}

function waitingText(deliveredOn: string | null, replyBy: string | null): string {
	const received = deliveredOn ? `对方${formatDay(deliveredOn)}收到，` : '';
	return `${received}${replyBy ? `答复期限至${formatDay(replyBy)}` : '等待答复'}`;
}
