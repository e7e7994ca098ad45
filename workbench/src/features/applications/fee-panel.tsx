import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Form, Input, InputNumber, Radio } from 'antd';
import { useEffect } from 'react';
import { Link } from 'react-router';
import { FormIssues, formatDay, formatMoney, SidePanel, useServerForm } from '../../ui/index.ts';
import { type FeeBasis, type FeeQuestion, KEY, readFeeBasis } from './api.ts';

interface FeeFormProps {
	id: number;
	onSend: (values: object) => Promise<unknown>;
}

interface FeePanelProps extends FeeFormProps {
	open: boolean;
	onClose: () => void;
}

/** 收费通知: the register counts the applicant's month, the ladder the sum; the clerk can correct the count with a reason. */
export function FeePanel({ open, onClose, id, onSend }: FeePanelProps) {
	const send = async (values: object) => {
		await onSend(values);
		onClose();
	};
	return (
		<SidePanel open={open} title="发出收费通知" onClose={onClose} width={560}>
			{open ? <FeeForm id={id} onSend={send} /> : null}
		</SidePanel>
	);
}

interface Values {
	tariff: 'item' | 'page';
	before?: number | null;
	beforeReason: string;
	quantity?: number | null;
	payment: string;
}

export function FeeForm({ id, onSend }: FeeFormProps) {
	const { fault, busy, props } = useServerForm<Values>((values) =>
		onSend({ ...values, before: values.before ?? null, quantity: values.quantity ?? null }),
	);
	const tariff = Form.useWatch('tariff', props.form) ?? 'item';
	const before = Form.useWatch('before', props.form);
	const quantity = Form.useWatch('quantity', props.form);
	const { data: basis } = useBasis(id, {
		tariff,
		quantity: quantity ?? 1,
		...(typeof before === 'number' ? { before } : {}),
	});
	const counted = basis?.counted;
	const { form } = props;
	useEffect(() => {
		if (typeof counted === 'number' && form.getFieldValue('before') === undefined)
			form.setFieldValue('before', counted);
	}, [counted, form]);
	const corrected = tariff === 'item' && (basis?.counted === null || (before ?? basis?.counted) !== basis?.counted);
	return (
		<Form {...props} initialValues={{ tariff: 'item', beforeReason: '', quantity: 1, payment: '' }}>
			<FormIssues fault={fault} />
			<p className="gk-hint ga-hint">
				同一申请按件或者按量择一计收（国办函〔2020〕109号）；收到通知次日起20个工作日内缴费。
			</p>
			<Form.Item name="tariff" label="收费标准">
				<Radio.Group
					// Twelve pages are not twelve applications.
					onChange={({ target }) => form.setFieldValue('quantity', target.value === 'item' ? 1 : null)}
					options={[
						{ value: 'item', label: '按件计收（同一申请人当月累计）' },
						{ value: 'page', label: '按量计收（按页）' },
					]}
				/>
			</Form.Item>
			{tariff === 'item' && basis ? <Month basis={basis} /> : null}
			{tariff === 'item' ? (
				<Form.Item name="before" label="当月此前件数" extra="按登记簿计算；与登记簿不一致的，改正并写明理由。">
					<InputNumber min={0} precision={0} className="gk-full" />
				</Form.Item>
			) : null}
			{corrected ? (
				<Form.Item name="beforeReason" label="改正件数的理由" required>
					<Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
				</Form.Item>
			) : null}
			<Form.Item
				name="quantity"
				label={tariff === 'item' ? '本申请的件数' : '页数'}
				required
				extra={tariff === 'item' ? '一份申请包含几项的，按一事一申请的最小单位计。' : '单面A4为一页。'}
			>
				<InputNumber min={1} precision={0} className="gk-full" />
			</Form.Item>
			{basis && quantity !== null ? <Sum basis={basis} /> : null}
			<Form.Item name="payment" label="缴纳方式" required>
				<Input.TextArea maxLength={500} autoSize={{ minRows: 3 }} />
			</Form.Item>
			<Button type="primary" htmlType="submit" loading={busy}>
				发出收费通知
			</Button>
		</Form>
	);
}

function useBasis(id: number, question: FeeQuestion) {
	return useQuery({
		queryKey: [...KEY, 'fee', id, question],
		queryFn: () => readFeeBasis(id, question),
		placeholderData: keepPreviousData,
		retry: false,
	});
}

/** The applications behind the count, to open. */
function Month({ basis: { month, counted, earlier, later } }: { basis: FeeBasis }) {
	const [year, number] = month.split('-');
	const when = `${year}年${Number(number)}月`;
	if (counted === null)
		return (
			<p className="ga-text">登记簿没有该申请人的证件号码或者联系电话，不能识别同一申请人，请人工核对{when}的件数。</p>
		);
	return (
		<div className="ga-text">
			登记簿中同一申请人{when}在本机关此前有{counted}件{later.length > 0 ? `，此后另有${later.length}件` : ''}。
			<ul>
				{[...earlier, ...later.map((row) => ({ ...row, units: 1 }))].map(
					({ id, number: name, title, receivedOn, units }) => (
						<li key={id}>
							<Link to={`/applications/${id}`} target="_blank">
								{name ?? title}
							</Link>
							{`　${receivedOn ? formatDay(receivedOn) : ''}收到${units > 1 ? `，计${units}件` : ''}`}
						</li>
					),
				)}
			</ul>
		</div>
	);
}

function Sum({ basis: { amount, sentences } }: { basis: FeeBasis }) {
	return (
		<p className="ga-text">
			<strong>合计{formatMoney(amount)}</strong>
			{`\n${sentences.join('\n')}`}
		</p>
	);
}
