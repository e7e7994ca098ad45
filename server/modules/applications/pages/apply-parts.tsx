import type { ReactNode } from 'react';
import type { ChannelName } from '../../../platform/channels/index.ts';
import {
	CheckboxField,
	FieldGroup,
	type FieldProps,
	FileField,
	type FormState,
	RadioField,
	SelectField,
	TextAreaField,
	TextField,
} from '../../../portal/components/index.ts';
import { ID_KINDS } from '../identity/applicant.ts';
import { messages } from '../messages.zh.ts';
import { APPLICANT_KINDS, DELIVERIES, FORMS, NOTIFICATIONS } from '../model.ts';
import { ACCEPTED_FILES, ACCEPTED_WORDS } from '../rules/attachments.ts';
import { MAX_FEATURES, MAX_FILES, MAX_TITLE } from '../rules/intake.ts';

interface PartProps {
	form: FormState;
}

interface DeliveryProps extends PartProps {
	/** Channels by which the county can tell an applicant of each step. */
	channels: readonly ChannelName[];
}

function optionsOf(table: Readonly<Record<string, string>>) {
	return Object.entries(table).map(([value, label]) => ({ value, label }));
}

/** Inputs that belong together, in a frame of their own; the style sheet puts away those nobody needs by what was ticked. */
function Group({ children, ...field }: FieldProps & { children: ReactNode }) {
	return (
		<div className={`panel form-part form-part-${field.name}`}>
			<FieldGroup {...field}>{children}</FieldGroup>
		</div>
	);
}

/** First block of 条例第二十九条: who applies. Both groups stand on the page; only the one of the chosen kind is read. */
export function ApplicantPart({ form }: PartProps) {
	return (
		<>
			<h2>一、申请人</h2>
			<RadioField
				label="申请人类型"
				required
				hint="用于统计，不影响办理。选择后只需填写下面对应的一组。"
				options={optionsOf(APPLICANT_KINDS)}
				{...form.field('applicantKind')}
			/>
			<Group name="person" label="自然人填写" hint="法人或者其他组织不填本组。">
				<TextField label="姓名" width="medium" autoComplete="name" {...form.field('person.name')} />
				<SelectField label="证件名称" options={optionsOf(ID_KINDS)} {...form.field('person.idKind')} />
				<TextField label="证件号码" width="medium" {...form.field('person.idNumber')} />
				<TextField label="工作单位（选填）" {...form.field('person.workUnit')} />
			</Group>
			<Group name="organisation" label="法人或者其他组织填写" hint="自然人不填本组。">
				<TextField label="名称" autoComplete="organization" {...form.field('organisation.name')} />
				<TextField label="统一社会信用代码" width="medium" {...form.field('organisation.creditCode')} />
				<TextField label="法定代表人（选填）" width="medium" {...form.field('organisation.legalRepresentative')} />
				<TextField label="联系人" width="medium" {...form.field('organisation.contactPerson')} />
			</Group>
			<ContactFields form={form} />
			<AgentFields form={form} />
		</>
	);
}

function ContactFields({ form }: PartProps) {
	return (
		<Group name="contact" label="联系方式">
			<TextField
				label="联系电话"
				required
				type="tel"
				width="medium"
				autoComplete="tel"
				hint="受理机关将拨打此电话与您确认申请。"
				{...form.field('phone')}
			/>
			<TextField label="电子邮箱（选填）" type="email" autoComplete="email" {...form.field('email')} />
			<TextField label="联系地址" hint="选择邮寄的必填。" autoComplete="street-address" {...form.field('address')} />
			<TextField
				label="邮政编码（选填）"
				width="short"
				inputMode="numeric"
				autoComplete="postal-code"
				{...form.field('postcode')}
			/>
			<TextField label="传真（选填）" type="tel" width="medium" {...form.field('fax')} />
		</Group>
	);
}

function AgentFields({ form }: PartProps) {
	return (
		<Group name="agent" label="代理申请（选填）" hint="由他人代为申请的，勾选并填写本组，并上传授权委托书。">
			<CheckboxField
				name="onBehalf"
				label="本申请由代理人提出"
				checked={form.field('onBehalf').value === 'yes'}
				error={form.errorOf('onBehalf')}
			/>
			<TextField label="代理人姓名" width="medium" {...form.field('agentName')} />
			<TextField label="代理人证件号码" width="medium" {...form.field('agentIdNumber')} />
			<TextField label="代理人电话" type="tel" width="medium" {...form.field('agentPhone')} />
			<TextField label="代理依据" hint="如：授权委托书。" {...form.field('agentAuthority')} />
		</Group>
	);
}

/** Second block: what is asked for. */
export function InformationPart({ form }: PartProps) {
	return (
		<>
			<h2>二、所需的政府信息</h2>
			<TextField
				label="信息名称"
				required
				maxLength={MAX_TITLE}
				hint={`一件申请只填写一项信息，写明时间、事项。${messages.noPurpose}`}
				{...form.field('title')}
			/>
			<TextField label="文号（选填）" width="medium" {...form.field('documentNumber')} />
			<TextAreaField
				label="其他特征性描述（选填）"
				hint={`便于查找的线索，如形成时间、涉及的项目、地点。不超过${MAX_FEATURES}字，较长内容请作为附件上传。`}
				{...form.field('features')}
			/>
		</>
	);
}

/** Third block: form and way; then help (第四十三条). */
export function DeliveryPart({ form, channels }: DeliveryProps) {
	return (
		<>
			<h2>三、形式要求</h2>
			<RadioField label="信息的形式" options={optionsOf(FORMS)} {...withDefault(form.field('form'), 'paper')} />
			<RadioField label="获取方式" options={optionsOf(DELIVERIES)} {...withDefault(form.field('delivery'), 'post')} />
			{channels.length > 0 ? (
				<RadioField
					label="办理进展通知"
					hint="每有进展发一条提醒，不含申请内容；文书仍按上面的方式送达。"
					options={notificationOptions(channels)}
					{...withDefault(form.field('notify'), 'none')}
				/>
			) : null}
			<Group name="help" label="需要帮助（选填）">
				<CheckboxField
					name="assisted"
					label="存在阅读困难或者视听障碍，需要帮助"
					checked={form.field('assisted').value === 'yes'}
					error={form.errorOf('assisted')}
				/>
				<TextField label="需要的帮助" hint="如：大字版、朗读、手语。" {...form.field('assistance')} />
			</Group>
		</>
	);
}

/** Whether and how to be told: only by what the county has set up. */
export function notificationOptions(channels: readonly ChannelName[]) {
	return (['none', ...channels] as const).map((value) => ({ value, label: NOTIFICATIONS[value] }));
}

function withDefault<T extends { value: string | undefined }>(field: T, value: string): T {
	return { ...field, value: field.value ?? value };
}

/** Last of all, so that a file too large loses nothing typed before it. */
export function FilesPart({ form }: PartProps) {
	return (
		<>
			<h2>四、确认与附件</h2>
			<CheckboxField
				name="consent"
				label={messages.truth}
				checked={form.field('consent').value === 'yes'}
				error={form.errorOf('consent')}
			/>
			<FileField
				name="files"
				label="附件（选填）"
				multiple
				accept={ACCEPTED_FILES}
				error={form.errorOf('files')}
				hint={`身份证明、授权委托书、补充说明等，最多${MAX_FILES}个，${ACCEPTED_WORDS}。表单退回修改时请重新选择附件。`}
			/>
		</>
	);
}
