import { chineseDay } from '../../../kernel/civil-day.ts';
import type { Issue } from '../../../kernel/issue.ts';
import { findMove } from '../../../kernel/workflow.ts';
import type { ChannelName } from '../../../platform/channels/index.ts';
import {
	Button,
	ErrorSummary,
	FileField,
	formState,
	Notice,
	PageHead,
	RadioField,
	Section,
	StatusSteps,
	SummaryList,
	TextAreaField,
} from '../../../portal/components/index.ts';
import type { ClockView } from '../queries/clock-view.ts';
import type { PublicCase } from '../queries/public-case.ts';
import { ACCEPTED_FILES, ACCEPTED_WORDS } from '../rules/attachments.ts';
import { caseWorkflow } from '../workflow.ts';
import { notificationOptions } from './apply-parts.tsx';
import { remedyToday, resultOf, stepsOf } from './status-model.ts';
import { DayList, type Key, KeyFields, Letters, Lines, Remedies, Segments } from './status-parts.tsx';

export interface StatusProps extends PublicCase {
	access: Key;
	clock: ClockView;
	/** Whether the day list was asked for. */
	days: boolean;
	form: Readonly<Record<string, string>>;
	issues: readonly Issue[];
	/** What has just been done. */
	done: string | null;
	/** Channels by which the applicant can be told of each step. */
	channels: readonly ChannelName[];
}

/** Where the application stands. Nothing on this page tells who applied. */
export function Status({ record, letters, access, clock, days, form, issues, done, channels }: StatusProps) {
	const { application, office } = record;
	const remedy = remedyToday(record);
	return (
		<>
			<PageHead title="申请办理情况" lead={`申请编号：${access.number}`} />
			<ErrorSummary issues={issues} />
			{done ? <Notice kind="success" title={done} /> : null}
			<StatusSteps label="办理进度" steps={stepsOf(record)} />
			<Facts record={record} />
			{application.state === 'supplementing' ? (
				<SupplementForm record={record} access={access} form={form} issues={issues} />
			) : null}
			{application.state === 'awaitingFee' && record.fee ? (
				<Notice kind="warning" title={`待缴纳信息处理费${record.fee.amount}元`}>
					<p>缴纳方式：{record.fee.payment}</p>
				</Notice>
			) : null}
			<Due record={record} clock={clock} days={days} access={access} />
			<Letters letters={letters} access={access} />
			<Remedies {...remedy} />
			<NoticeForm record={record} access={access} channels={channels} />
			<WithdrawForm record={record} access={access} />
			<p>
				有疑问请联系{office.name}，电话：{office.phone || '见公开指南'}。
			</p>
		</>
	);
}

function Facts({ record }: Pick<StatusProps, 'record'>) {
	const { application, office } = record;
	const result = resultOf(record);
	return (
		<SummaryList
			rows={[
				{ label: '受理机关', value: office.name },
				{ label: '所需信息', value: application.title },
				{ label: '提交日期', value: chineseDay(application.submittedOn) },
				{
					label: '收到日期',
					value: application.receivedOn ? chineseDay(application.receivedOn) : '等待受理机关与您确认',
				},
				...(result ? [{ label: '办理结果', value: result }] : []),
				...(application.concludedOn ? [{ label: '办结日期', value: chineseDay(application.concludedOn) }] : []),
			]}
		/>
	);
}

function Due({ record, clock, days, access }: Pick<StatusProps, 'record' | 'clock' | 'days' | 'access'>) {
	const known = record.clock?.clock;
	const dueOn = record.facts.clock.dueOn ?? known?.due ?? null;
	// What was no application is owed no answer.
	if (clock.segments.length === 0 || record.application.state === 'left') return null;
	return (
		<Section title="答复期限">
			<p>
				{dueOn ? `答复期限至${chineseDay(dueOn)}。` : '答复期限暂未起算或者暂停计算。'}
				{known?.mark ? <strong>{known.mark}。</strong> : null}
			</p>
			<Segments segments={clock.segments} />
			{days ? (
				<DayList days={clock.days} />
			) : clock.days.length > 1 ? (
				<form method="post" action="/query">
					<KeyFields {...access} />
					<input type="hidden" name="days" value="1" />
					<p className="button-row">
						<Button kind="secondary">逐日查看如何计算</Button>
					</p>
				</form>
			) : null}
		</Section>
	);
}

function SupplementForm({ record, access, form, issues }: Pick<StatusProps, 'record' | 'access' | 'form' | 'issues'>) {
	const { supplement } = record;
	if (!supplement) return null;
	const state = formState(form, issues);
	return (
		<Section title="补正申请" id="supplement">
			<Notice kind="warning" title={`请于${chineseDay(supplement.until)}前补正`}>
				<Lines text={supplement.items} />
			</Notice>
			<form method="post" action="/query/supplement" encType="multipart/form-data" noValidate>
				<KeyFields {...access} />
				<TextAreaField label="补正内容" required {...state.field('text')} />
				<FileField
					name="files"
					label="附件（选填）"
					multiple
					accept={ACCEPTED_FILES}
					hint={ACCEPTED_WORDS}
					error={state.errorOf('files')}
				/>
				<p className="button-row">
					<Button>提交补正</Button>
				</p>
			</form>
		</Section>
	);
}

/** Whether to be told; gone with the last step. Where to is what was written in the application, and stands nowhere here. */
function NoticeForm({ record, access, channels }: Pick<StatusProps, 'record' | 'access' | 'channels'>) {
	const { notify, state } = record.application;
	if ((channels.length === 0 && notify === 'none') || state === 'archived' || state === 'left') return null;
	return (
		<Section title="办理进展通知" id="notice">
			<form method="post" action="/query/notice" noValidate>
				<KeyFields {...access} />
				<RadioField
					name="notify"
					label="每有进展发一条提醒"
					hint="发到申请时填写的电子邮箱或者手机。"
					options={notificationOptions(channels)}
					value={notify}
				/>
				<p className="button-row">
					<Button kind="secondary">保存</Button>
				</p>
			</form>
		</Section>
	);
}

function WithdrawForm({ record, access }: Pick<StatusProps, 'record' | 'access'>) {
	if (!findMove(caseWorkflow, record.application.state, 'withdraw')) return null;
	return (
		<Section title="撤回申请">
			<p>撤回后本申请不再办理，需要时可以重新申请。</p>
			<form method="post" action="/query/withdraw" noValidate>
				<KeyFields {...access} />
				<TextAreaField name="reason" label="撤回原因（选填）" rows={2} />
				<p className="button-row">
					<Button kind="secondary">撤回申请</Button>
				</p>
			</form>
		</Section>
	);
}
