import { Checkbox, Form, Input, Radio, Select } from 'antd';
import { DayInput } from '../../ui/index.ts';
import { useViewer } from '../../ui/viewer.ts';
import type { Options } from './api.ts';
import { arrives, type EntryValues, needsConfirmation } from './entry-values.ts';

interface PartProps {
	options: Options;
}

const line = (max = 200) => <Input maxLength={max} autoComplete="off" />;

/** How and when it came in: the days Art 31 keeps apart. */
export function ChannelFields({ options }: PartProps) {
	const { today } = useViewer();
	const channels = options.channels.filter(({ value }) => value !== 'portal');
	return (
		<section className="gk-panel">
			<h2>渠道和日期</h2>
			<Form.Item name="channel" label="提交渠道" required>
				<Radio.Group options={channels} />
			</Form.Item>
			<Form.Item name="submittedOn" label="提交（寄出）日期" required>
				<DayInput max={today} />
			</Form.Item>
			<Form.Item<EntryValues> noStyle shouldUpdate={(before, after) => before.channel !== after.channel}>
				{({ getFieldValue }) => {
					const channel = getFieldValue('channel') as string;
					return (
						<>
							{arrives(channel) ? (
								<Form.Item name="arrivedOn" label={channel === 'registeredPost' ? '签收日期' : '收到日期'} required>
									<DayInput max={today} />
								</Form.Item>
							) : null}
							{needsConfirmation(channel) ? (
								<Form.Item
									name="confirmedOn"
									label="与申请人确认日期"
									extra="尚未确认的留空，确认之后再登记；确认之日为收到申请之日。"
								>
									<DayInput max={today} />
								</Form.Item>
							) : null}
						</>
					);
				}}
			</Form.Item>
		</section>
	);
}

/** Who applies; sealed when it is saved, and not shown again without a reason. */
export function ApplicantFields({ options }: PartProps) {
	return (
		<section className="gk-panel">
			<h2>申请人</h2>
			<p className="gk-hint ga-hint">加密保存。申请表上没有的可以留空，需要时要求补正。</p>
			<Form.Item name={['request', 'applicantKind']} label="申请人类型" required>
				<Select options={[...options.applicantKinds]} />
			</Form.Item>
			<Form.Item name={['applicant', 'name']} label="姓名或者名称" required>
				{line()}
			</Form.Item>
			<Form.Item<EntryValues>
				noStyle
				shouldUpdate={(before, after) => before.request?.applicantKind !== after.request?.applicantKind}
			>
				{({ getFieldValue }) =>
					getFieldValue(['request', 'applicantKind']) === 'natural' ? (
						<PersonFields options={options} />
					) : (
						<OrganisationFields />
					)
				}
			</Form.Item>
			<Form.Item name={['applicant', 'phone']} label="联系电话">
				{line(50)}
			</Form.Item>
			<Form.Item name={['applicant', 'email']} label="电子邮箱">
				{line(100)}
			</Form.Item>
			<Form.Item name={['applicant', 'address']} label="联系地址">
				{line()}
			</Form.Item>
			<Form.Item name={['applicant', 'postcode']} label="邮政编码">
				{line(10)}
			</Form.Item>
			<AgentFields />
		</section>
	);
}

function PersonFields({ options }: PartProps) {
	return (
		<>
			<Form.Item name={['applicant', 'idKind']} label="证件名称">
				<Select options={[...options.idKinds]} />
			</Form.Item>
			<Form.Item name={['applicant', 'idNumber']} label="证件号码">
				{line(50)}
			</Form.Item>
		</>
	);
}

function OrganisationFields() {
	return (
		<>
			<Form.Item name={['applicant', 'creditCode']} label="统一社会信用代码">
				{line(30)}
			</Form.Item>
			<Form.Item name={['applicant', 'legalRepresentative']} label="法定代表人">
				{line(50)}
			</Form.Item>
			<Form.Item name={['applicant', 'contactPerson']} label="联系人">
				{line(50)}
			</Form.Item>
		</>
	);
}

function AgentFields() {
	return (
		<>
			<Form.Item name={['request', 'onBehalf']} valuePropName="checked">
				<Checkbox>由代理人提出</Checkbox>
			</Form.Item>
			<Form.Item<EntryValues>
				noStyle
				shouldUpdate={(before, after) => before.request?.onBehalf !== after.request?.onBehalf}
			>
				{({ getFieldValue }) =>
					getFieldValue(['request', 'onBehalf']) ? (
						<>
							<Form.Item name={['applicant', 'agentName']} label="代理人姓名" required>
								{line(50)}
							</Form.Item>
							<Form.Item name={['applicant', 'agentIdNumber']} label="代理人证件号码">
								{line(50)}
							</Form.Item>
							<Form.Item name={['applicant', 'agentPhone']} label="代理人电话">
								{line(50)}
							</Form.Item>
							<Form.Item name={['applicant', 'agentAuthority']} label="代理依据" required>
								{line()}
							</Form.Item>
						</>
					) : null
				}
			</Form.Item>
		</>
	);
}

/** What is asked for, and how it is to be given. */
export function RequestFields({ options }: PartProps) {
	return (
		<section className="gk-panel">
			<h2>申请内容</h2>
			<Form.Item
				name={['request', 'title']}
				label="信息名称"
				required
				extra="一件申请只登记一项信息；请勿写入申请人身份。"
			>
				{line()}
			</Form.Item>
			<Form.Item name={['request', 'documentNumber']} label="文号">
				{line(100)}
			</Form.Item>
			<Form.Item name={['request', 'features']} label="其他特征性描述">
				<Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} maxLength={5000} showCount />
			</Form.Item>
			<Form.Item name={['request', 'form']} label="信息的形式">
				<Radio.Group options={[...options.forms]} />
			</Form.Item>
			<Form.Item name={['request', 'delivery']} label="获取方式">
				<Radio.Group options={[...options.deliveries]} />
			</Form.Item>
			{options.notifyBy.length > 1 ? (
				<Form.Item name={['request', 'notify']} label="办理进展通知">
					<Radio.Group options={options.notifications.filter(({ value }) => options.notifyBy.includes(value))} />
				</Form.Item>
			) : null}
			<Form.Item name={['request', 'assisted']} valuePropName="checked">
				<Checkbox>存在阅读困难或者视听障碍，需要帮助</Checkbox>
			</Form.Item>
			<Form.Item name={['request', 'assistance']} label="需要的帮助">
				{line()}
			</Form.Item>
		</section>
	);
}
