import { Form, Input, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useId } from 'react';
import { FormIssues } from './form-issues.tsx';
import { useServerForm } from './use-server-form.ts';

export interface ConfirmReasonProps {
	open: boolean;
	title: string;
	/** What will happen, in one or two sentences. */
	text?: ReactNode;
	/** Whether a reason is asked for. */
	reason?: 'required' | 'optional' | 'none';
	reasonLabel?: string;
	okLabel: string;
	danger?: boolean;
	/** More inputs of the same form, above the reason. */
	children?: ReactNode;
	/** Does the work; what it throws is shown in the dialog, which stays open. */
	onConfirm: (values: { reason: string } & Record<string, unknown>) => Promise<unknown>;
	onClose: () => void;
}

/** Asks before something that cannot be taken back, with the reason that goes into the records. */
export function ConfirmReason(props: ConfirmReasonProps) {
	const { open, title, text, reason = 'required', reasonLabel = '理由', okLabel, danger, children } = props;
	const id = useId();
	const {
		clear,
		fault,
		busy,
		props: formProps,
	} = useServerForm<{ reason?: string }>(async (values) => {
		await props.onConfirm({ ...values, reason: values.reason?.trim() ?? '' });
		props.onClose();
	});
	return (
		<Modal
			open={open}
			title={title}
			okText={okLabel}
			cancelText="取消"
			okButtonProps={{ danger: danger ?? false, loading: busy, htmlType: 'submit', form: id }}
			onCancel={props.onClose}
			mask={{ closable: false }}
			destroyOnHidden
			afterClose={clear}
		>
			<Form {...formProps} id={id} preserve={false} className="gk-dialog-form">
				<FormIssues fault={fault} />
				{text ? <div className="gk-gap">{text}</div> : null}
				{children}
				{reason === 'none' ? null : (
					<Form.Item
						name="reason"
						label={reasonLabel}
						rules={
							reason === 'required' ? [{ required: true, whitespace: true, message: `请填写${reasonLabel}。` }] : []
						}
					>
						<Input.TextArea rows={3} maxLength={500} showCount />
					</Form.Item>
				)}
			</Form>
		</Modal>
	);
}
