import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Flex, Form, Input, InputNumber, Radio } from 'antd';
import { FormIssues, SidePanel, useServerForm } from '../../ui/index.ts';
import { type Action, KEY, type MoveBody, moveProposal, type Proposal, useProposalOptions } from './proposal-api.ts';
import { PROPOSAL_DONE } from './words.ts';

interface ProposalMovePanelProps {
	proposal: Proposal;
	action: Action | null;
	onClose: () => void;
}

/** The words a move needs. */
export function ProposalMovePanel({ proposal, action, onClose }: ProposalMovePanelProps) {
	return (
		<SidePanel open={action !== null} title={PROPOSAL_DONE[action ?? 'submit'] ?? ''} onClose={onClose} width={720}>
			{action ? <MoveForm proposal={proposal} action={action} onClose={onClose} /> : null}
		</SidePanel>
	);
}

function MoveForm({ proposal, action, onClose }: ProposalMovePanelProps & { action: Action }) {
	const queries = useQueryClient();
	const { message } = App.useApp();
	const { fault, busy, props } = useServerForm<Partial<MoveBody>>(async (values) => {
		await moveProposal(proposal, action, values);
		await Promise.all([KEY, ['todo']].map((queryKey) => queries.invalidateQueries({ queryKey })));
		message.success('已办理。');
		onClose();
	});
	const { reply, replyNumber, result, satisfaction, publicity, publicityReason, publicText, limitMonths } = proposal;
	const initial = {
		...{ reply, replyNumber, publicityReason, publicText, limitMonths },
		...{ result: result ?? undefined, satisfaction: satisfaction ?? undefined, publicity: publicity ?? 'full' },
	};
	return (
		<Form {...props} initialValues={initial}>
			<FormIssues fault={fault} />
			<Fields action={action} delegate={proposal.delegate} />
			<Flex gap={8} justify="end">
				<Button onClick={onClose}>取消</Button>
				<Button type="primary" htmlType="submit" loading={busy}>
					{PROPOSAL_DONE[action]}
				</Button>
			</Flex>
		</Form>
	);
}

function Fields({ action, delegate }: { action: Action; delegate: string }) {
	const { data: options } = useProposalOptions();
	switch (action) {
		case 'submit':
			return (
				<>
					<ReplyFields />
					<PublicityFields delegate={delegate} fromReply />
				</>
			);
		case 'reconsider':
			return (
				<>
					<PublicityFields delegate={delegate} />
					<ReasonField label="重新审定的理由" />
				</>
			);
		case 'satisfaction':
			return (
				<Form.Item name="satisfaction" label="代表、委员的满意程度">
					<Radio.Group options={options?.satisfactions ?? []} />
				</Form.Item>
			);
		case 'extend':
			return (
				<>
					<Form.Item name="limitMonths" label="办理期限（月）" extra="自收到之日起的全部月数">
						<InputNumber min={1} max={12} />
					</Form.Item>
					<ReasonField label="理由" />
				</>
			);
		default:
			return <ReasonField label="理由" />;
	}
}

function ReasonField({ label }: { label: string }) {
	return (
		<Form.Item name="text" label={label}>
			<Input.TextArea maxLength={500} showCount autoSize={{ minRows: 3 }} />
		</Form.Item>
	);
}

function ReplyFields() {
	const { data: options } = useProposalOptions();
	return (
		<>
			<Form.Item name="replyNumber" label="答复文号" extra="没有的不填">
				<Input maxLength={60} />
			</Form.Item>
			<Form.Item name="result" label="办理结果">
				<Radio.Group options={options?.results ?? []} />
			</Form.Item>
			<Form.Item name="reply" label="答复内容">
				<Input.TextArea maxLength={50_000} showCount autoSize={{ minRows: 8, maxRows: 20 }} />
			</Form.Item>
		</>
	);
}

/** 国办发〔2014〕46号: in full as a rule; the names of delegates and how to reach them are taken out. */
function PublicityFields({ delegate, fromReply = false }: { delegate: string; fromReply?: boolean }) {
	const { data: options } = useProposalOptions();
	const form = Form.useFormInstance<MoveBody>();
	const publicity = Form.useWatch('publicity', form);
	const copy = () => form.setFieldValue('publicText', withoutNames(form.getFieldValue('reply') ?? '', delegate));
	return (
		<>
			<Form.Item
				name="publicity"
				label="公开意见"
				extra="与答复一并审定；公开期限见县级设置，未设置的为答复后20个工作日"
			>
				<Radio.Group options={options?.publicities ?? []} />
			</Form.Item>
			{publicity === 'none' || publicity === 'summary' ? (
				<Form.Item name="publicityReason" label="理由">
					<Input.TextArea maxLength={500} showCount autoSize={{ minRows: 2 }} />
				</Form.Item>
			) : null}
			{publicity === 'none' ? null : (
				<>
					<Form.Item name="publicText" label="公开的内容" extra="不写代表、委员的姓名和联系方式">
						<Input.TextArea maxLength={50_000} showCount autoSize={{ minRows: 6, maxRows: 20 }} />
					</Form.Item>
					{fromReply ? (
						<Button className="gk-gap" onClick={copy}>
							取自答复，隐去姓名
						</Button>
					) : null}
				</>
			)}
		</>
	);
}

/** The reply with the names of delegates taken out; telephone numbers and the rest are for the clerk to see to. */
export function withoutNames(reply: string, delegate: string): string {
	const names = delegate.split(/[、,，;；/\s]+/).filter((name) => [...name].length >= 2);
	return names.reduce((text, name) => text.replaceAll(name, '×××'), reply);
}
