import { Alert, Button, Checkbox, Flex, Form, Input, Radio } from 'antd';
import { useSession } from '../../../app/session-context.tsx';
import { DescriptionList, FormIssues, formatDay, SidePanel, useServerForm } from '../../../ui/index.ts';
import type { DocumentDetail } from '../api.ts';
import { ObjectionReason } from '../coordination/objection-reason.tsx';
import { LateReason } from './late-reason.tsx';
import { signOff } from './move-calls.ts';
import { OpinionReason } from './opinion-reason.tsx';
import { PersonalList } from './personal-list.tsx';
import { asksLateReason, type SignOffValues, signOffOf } from './sign-off-values.ts';
import { TimeInput } from './time-input.tsx';
import { UnreadList } from './unread-list.tsx';
import { useMove } from './use-move.ts';

interface SignOffPanelProps {
	document: DocumentDetail;
	/** Its interpretations go with it. */
	together: boolean;
	open: boolean;
	onClose: () => void;
}

/** The signature: what was checked and by whom, what speaks against it, and what happens next. */
export function SignOffPanel({ document, together, open, onClose }: SignOffPanelProps) {
	return (
		<SidePanel open={open} title="签发" onClose={onClose}>
			<SignOffForm document={document} together={together} onClose={onClose} />
		</SidePanel>
	);
}

const NEXT = [
	{ value: 'now', label: '签发并立即发布' },
	{ value: 'schedule', label: '签发并定时发布' },
	{ value: 'hold', label: '只签发，由信息员发布' },
];

export function SignOffForm({ document, together, onClose }: Omit<SignOffPanelProps, 'open'>) {
	const { id, content, personal, unread, assessments, edition } = document;
	const assessed = assessments.some((one) => one.edition === edition);
	const { session } = useSession();
	const move = useMove(onClose);
	const { form, fault, busy, props } = useServerForm<SignOffValues>((values) =>
		move('signOff', () => signOff(id, { ...signOffOf(values, content.attribute), together })),
	);
	const release = Form.useWatch('release', form);
	const open = content.attribute === 'active';
	return (
		<Form {...props} initialValues={{ release: 'now' }}>
			<Checked document={document} />
			<FormIssues fault={fault} />
			{open && personal.length > 0 ? (
				<>
					<PersonalList personal={personal} />
					{assessed ? null : (
						<Alert
							className="gk-gap"
							type="warning"
							showIcon
							title="尚未登记个人信息保护影响评估，不能签发。请由起草或者保密审查人员先登记，或者退回修改。"
						/>
					)}
					<Form.Item name="personalReason" label="确需公开的理由" extra="没有正当理由的，请退回修改">
						<Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
					</Form.Item>
				</>
			) : null}
			{open && unread.length > 0 ? (
				<>
					<UnreadList unread={unread} />
					<Form.Item name="checkedByHand" valuePropName="checked">
						<Checkbox>已打开上述附件逐页核对，没有不应公开的个人信息</Checkbox>
					</Form.Item>
				</>
			) : null}
			<ObjectionReason objectors={document.coordination.objectors} />
			<OpinionReason document={document} />
			{asksLateReason(document) ? <LateReason document={document} /> : null}
			<Form.Item name="comment" label="签发意见">
				<Input.TextArea maxLength={1000} autoSize={{ minRows: 2 }} placeholder="可以不填" />
			</Form.Item>
			{open ? (
				<Form.Item name="release" label="签发后">
					<Radio.Group className="pub-stacked" options={NEXT} />
				</Form.Item>
			) : (
				<p className="gk-gap">公开属性不是「主动公开」，签发后由本机关留存，不在网站发布。</p>
			)}
			{open && release === 'schedule' ? (
				<Form.Item name="publishWall" label="发布时间" rules={[{ required: true, message: '请选择发布时间。' }]}>
					<TimeInput min={session.today} />
				</Form.Item>
			) : null}
			<Flex gap={8} justify="end">
				<Button onClick={onClose}>取消</Button>
				<Button type="primary" htmlType="submit" loading={busy}>
					签发
				</Button>
			</Flex>
		</Form>
	);
}

/** Who looked at this edition before, and with what result. */
function Checked({
	document: { content, columnName, edition, steps, clock, disclosure, assessments },
}: {
	document: DocumentDetail;
}) {
	const last = (actions: readonly string[]) =>
		steps.findLast((step) => step.edition === edition && actions.includes(step.action));
	const words = (actions: readonly string[]) => {
		const step = last(actions);
		return step ? [step.actorName, step.label, step.comment].filter(Boolean).join('，') : '';
	};
	const assessment = assessments.findLast((one) => one.edition === edition);
	return (
		<div className="gk-gap">
			<DescriptionList
				narrow
				items={[
					{ label: '标题', value: content.title },
					{ label: '栏目', value: columnName },
					{ label: '校对', value: words(['proofread', 'skipProofreading', 'submitUrgent']) },
					{ label: '保密审查', value: words(['passSecrecy']) },
					...(disclosure
						? [
								{
									label: '公开属性审查',
									value: disclosure.opinion
										? [disclosure.opinion.personName, disclosure.opinion.label, disclosure.opinion.reason].join('，')
										: '县政务公开工作机构尚未提出意见',
								},
							]
						: []),
					...(assessment
						? [{ label: '影响评估', value: [assessment.assessor, assessment.conclusion].join('，') }]
						: []),
					...(clock.due && content.attribute === 'active'
						? [{ label: '公开期限', value: `${formatDay(clock.due)}（${clock.basis}）` }]
						: []),
				]}
			/>
		</div>
	);
}
