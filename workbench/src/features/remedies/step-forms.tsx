import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, InputNumber, Radio, Select } from 'antd';
import { DayInput, FormIssues, formatDay, SidePanel, useServerForm } from '../../ui/index.ts';
import { useViewer } from '../../ui/viewer.ts';
import {
	type Ending,
	endRemedy,
	type Followed,
	followOrder,
	type Remedy,
	type Replied,
	replyRemedy,
	STALE,
	type Words,
} from './api.ts';

interface StepPanelProps {
	step: 'reply' | 'close' | 'follow' | null;
	remedy: Remedy;
	words: Words;
	onClose: () => void;
}

/** The form of a step of a case. */
export function StepPanel({ step, remedy, words, onClose }: StepPanelProps) {
	const title = { reply: `登记${remedy.reply.name}`, follow: '登记履行情况', close: '登记结果' }[step ?? 'close'];
	return (
		<SidePanel open={step !== null} title={title} onClose={onClose} width={480}>
			{step === 'reply' ? <ReplyForm remedy={remedy} onClose={onClose} /> : null}
			{step === 'close' ? <EndForm remedy={remedy} words={words} onClose={onClose} /> : null}
			{step === 'follow' ? <FollowForm remedy={remedy} onClose={onClose} /> : null}
		</SidePanel>
	);
}

function useDone(onClose: () => void) {
	const queries = useQueryClient();
	const { message } = App.useApp();
	return async () => {
		await Promise.all(STALE.map((queryKey) => queries.invalidateQueries({ queryKey })));
		message.success('已登记。');
		onClose();
	};
}

/** Our answer to the review body or the court has gone out. */
export function ReplyForm({ remedy, onClose }: Pick<StepPanelProps, 'remedy' | 'onClose'>) {
	const { today } = useViewer();
	const done = useDone(onClose);
	const { name, dueOn } = remedy.reply;
	const { fault, busy, props } = useServerForm<Replied>(async (values) => {
		await replyRemedy(remedy.id, values);
		await done();
	});
	return (
		<Form {...props} initialValues={{ repliedOn: today, note: '' }}>
			<FormIssues fault={fault} />
			<p className="gk-hint">期限至{formatDay(dueOn)}。登记后不再列入「我的待办」。</p>
			<Form.Item name="repliedOn" label="提交日期" required>
				<DayInput max={today} />
			</Form.Item>
			<Form.Item name="note" label="文书号和要点">
				<Input.TextArea maxLength={2000} autoSize={{ minRows: 3 }} />
			</Form.Item>
			<Button type="primary" htmlType="submit" loading={busy}>
				登记{name}
			</Button>
		</Form>
	);
}

/** How it ended, and what the decision or the judgment tells the office to do. */
export function EndForm({ remedy, words, onClose }: Omit<StepPanelProps, 'step'>) {
	const { today } = useViewer();
	const done = useDone(onClose);
	const { fault, busy, props } = useServerForm<Ending>(async (values) => {
		await endRemedy(remedy.id, values);
		await done();
	});
	const ordered = Form.useWatch('orderKind', props.form);
	return (
		<Form {...props} initialValues={{ closedOn: today, orderKind: '', orderUnit: 'workingDay', note: '' }}>
			<FormIssues fault={fault} />
			<Form.Item name="closedOn" label="审结日期" required>
				<DayInput max={today} />
			</Form.Item>
			<Form.Item name="result" label="结果" required extra="与年度报告第四部分的栏目一致。">
				<Radio.Group options={words.remedyResults} />
			</Form.Item>
			<Form.Item name="note" label="文书号和要点">
				<Input.TextArea maxLength={2000} autoSize={{ minRows: 3 }} />
			</Form.Item>
			<Form.Item name="orderKind" label="责令履行" extra="登记后列入「我的待办」，履行后销号。">
				<Select options={[{ value: '', label: '没有' }, ...words.remedyOrders]} />
			</Form.Item>
			{ordered ? (
				<>
					<Form.Item name="orderDays" label="履行期限" extra="按文书写明的填写，没有写明的留空；自审结日期次日起算。">
						<InputNumber min={1} max={366} precision={0} className="gk-full" />
					</Form.Item>
					<Form.Item name="orderUnit" label="期限单位">
						<Radio.Group options={words.orderUnits} />
					</Form.Item>
				</>
			) : null}
			<Button type="primary" htmlType="submit" loading={busy}>
				登记结果
			</Button>
		</Form>
	);
}

/** What was ordered has been done. */
export function FollowForm({ remedy, onClose }: Pick<StepPanelProps, 'remedy' | 'onClose'>) {
	const { today } = useViewer();
	const done = useDone(onClose);
	const { fault, busy, props } = useServerForm<Followed>(async (values) => {
		await followOrder(remedy.id, values);
		await done();
	});
	return (
		<Form {...props} initialValues={{ doneOn: today, note: '' }}>
			<FormIssues fault={fault} />
			{remedy.documentId ? <p className="gk-hint">信息的撤下、公开和修改在「信息发布」办理，办妥后在此登记。</p> : null}
			<Form.Item name="doneOn" label="履行日期" required>
				<DayInput max={today} />
			</Form.Item>
			<Form.Item name="note" label="履行情况" required>
				<Input.TextArea maxLength={2000} autoSize={{ minRows: 3 }} />
			</Form.Item>
			<Button type="primary" htmlType="submit" loading={busy}>
				登记履行情况
			</Button>
		</Form>
	);
}
