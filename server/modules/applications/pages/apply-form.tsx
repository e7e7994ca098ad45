import type { ChannelName } from '../../../platform/channels/index.ts';
import { Button, ErrorSummary, type FormState, Notice, PageHead } from '../../../portal/components/index.ts';
import type { Office } from '../../offices/index.ts';
import { messages } from '../messages.zh.ts';
import { ApplicantPart, DeliveryPart, FilesPart, InformationPart } from './apply-parts.tsx';

interface ApplyFormProps {
	office: Office;
	form: FormState;
	/** Makes the form one application however often it is sent. */
	token: string;
	/** The code of a form put aside before; empty for a new one. */
	savedCode: string;
	channels: readonly ChannelName[];
}

/** The application form on one page: three blocks the law asks for, and no more. */
export function ApplyForm({ office, form, token, savedCode, channels }: ApplyFormProps) {
	return (
		<>
			<PageHead title={`向${office.name}申请公开政府信息`} lead={messages.limits} />
			<ErrorSummary issues={form.issues} />
			<Notice>
				<p>{messages.receivedOnline}</p>
				<p>
					提交前可先<a href="/search">检索已公开的信息</a>，或者查阅
					<a href={`/o/${office.slug}/guide`}>本机关的公开指南</a>。受理机关不对，可以
					<a href="/apply">重新选择</a>。
				</p>
			</Notice>
			<form className="form" method="post" action={`/apply/${office.slug}`} encType="multipart/form-data" noValidate>
				<input type="hidden" name="token" value={token} />
				{savedCode ? <input type="hidden" name="savedCode" value={savedCode} /> : null}
				<ApplicantPart form={form} />
				<InformationPart form={form} />
				<DeliveryPart form={form} channels={channels} />
				<FilesPart form={form} />
				<p className="button-row">
					<Button>提交申请</Button>
					<Button kind="secondary" name="save" value="1">
						保存，以后再填
					</Button>
				</p>
			</form>
		</>
	);
}
