import { useQuery } from '@tanstack/react-query';
import { Button, Flex, Form, Input, Select } from 'antd';
import { useSession } from '../../app/session-context.tsx';
import { DayInput, FormIssues, useServerForm } from '../../ui/index.ts';
import { type ChannelInput, KEY, readChannels, useChannelOptions } from './api.ts';

interface ChannelFormProps {
	/** What is changed; a new one without. */
	initial?: ChannelInput;
	onSave: (values: ChannelInput, officeId: number) => Promise<unknown>;
	onClose: () => void;
}

const BLANK = { name: '', address: '', appId: '', keeper: '', placeKind: null, equipment: '', hours: '' };

/** 开设、变更备案. */
export function ChannelForm({ initial, onSave, onClose }: ChannelFormProps) {
	const { session, can } = useSession();
	const { data: options } = useChannelOptions();
	const own = session.office?.id ?? 0;
	const { form, fault, busy, props } = useServerForm<ChannelInput & { officeId?: number }>(
		async ({ officeId = own, ...values }) => {
			await onSave({ ...BLANK, ...values, kind: values.kind ?? initial?.kind ?? 'wechat' }, officeId);
			onClose();
		},
	);
	const kind = Form.useWatch('kind', form) ?? initial?.kind ?? 'wechat';
	const officeId = Form.useWatch('officeId', form) ?? own;
	return (
		<Form {...props} initialValues={{ ...BLANK, kind: 'wechat', openedOn: session.today, officeId: own, ...initial }}>
			<FormIssues fault={fault} />
			{initial ? null : (
				<>
					<Form.Item name="kind" label="种类" extra={<SecondAccount kind={kind} officeId={officeId} />}>
						<Select options={options?.kinds ?? []} showSearch={{ optionFilterProp: 'label' }} />
					</Form.Item>
					{can('settings.manage') ? (
						<Form.Item name="officeId" label="机关">
							<Select options={options?.offices ?? []} showSearch={{ optionFilterProp: 'label' }} />
						</Form.Item>
					) : null}
				</>
			)}
			<Form.Item name="name" label="名称">
				<Input maxLength={60} />
			</Form.Item>
			<Form.Item name="address" label="账号、网址或者地点">
				<Input maxLength={200} />
			</Form.Item>
			{kind === 'wechat' ? (
				<Form.Item
					name="appId"
					label="公众号 AppID"
					extra={
						options?.wechatAppId
							? `本机已经设置草稿接口的公众号：${options.wechatAppId}`
							: '可以不填；设置了草稿接口后，与此相同的公众号可以直接写入草稿箱。'
					}
				>
					<Input maxLength={40} />
				</Form.Item>
			) : null}
			{kind === 'accessPoint' ? <PlaceFields /> : null}
			<Form.Item name="keeper" label="责任人">
				<Input maxLength={30} />
			</Form.Item>
			<Form.Item name="openedOn" label="开设日期">
				<DayInput />
			</Form.Item>
			<Flex gap={8} justify="end">
				<Button onClick={onClose}>取消</Button>
				<Button type="primary" htmlType="submit" loading={busy}>
					{initial ? '保存变更' : '备案'}
				</Button>
			</Flex>
		</Form>
	);
}

interface SecondAccountProps {
	kind: ChannelInput['kind'];
	officeId: number;
}

/** Points out, and does not refuse, a second account of a kind (国办发〔2018〕123号). */
export function SecondAccount({ kind, officeId }: SecondAccountProps) {
	const { data: options } = useChannelOptions();
	const isAccount = options?.kinds.some(({ value, newMedia }) => value === kind && newMedia) ?? false;
	const search = { kind, officeId, state: 'open' } as const;
	const { data } = useQuery({
		queryKey: [...KEY, 'list', search],
		queryFn: () => readChannels(search),
		enabled: isAccount,
	});
	const names = (isAccount ? (data?.rows ?? []) : []).map(({ name }) => `「${name}」`);
	if (names.length === 0) return null;
	return (
		<span role="status">
			本机关已有同类账号{names.join('、')}
			。一个单位在同一平台原则上只开设一个账号（国办发〔2018〕123号），请确认确需再开。
		</span>
	);
}

function PlaceFields() {
	const { data } = useChannelOptions();
	return (
		<>
			<Form.Item name="placeKind" label="场所" extra="《政府信息公开条例》第二十五条">
				<Select options={data?.placeKinds ?? []} />
			</Form.Item>
			<Form.Item name="hours" label="开放时间">
				<Input maxLength={200} placeholder="如：工作日9:00—17:00" />
			</Form.Item>
			<Form.Item name="equipment" label="设施、设备">
				<Input maxLength={200} placeholder="如：电脑1台、打印机1台" />
			</Form.Item>
		</>
	);
}
