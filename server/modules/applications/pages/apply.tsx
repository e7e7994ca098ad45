import { randomBytes } from 'node:crypto';
import { AppError } from '../../../kernel/errors.ts';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { openOf } from '../../../platform/channels/index.ts';
import { reader, transact } from '../../../platform/transaction.ts';
import { typedCode } from '../../../platform/vault/index.ts';
import { formState, LinkButton, Notice, PageHead, Section, Tiles } from '../../../portal/components/index.ts';
import { definePage, type Page, type PageRequest, type Redirect } from '../../../portal/page.ts';
import { listOffices, type Office, officeById, officeBySlug } from '../../offices/index.ts';
import { forgetForm, resumeForm, saveForm } from '../commands/save-form.ts';
import { caseServices } from '../commands/services.ts';
import {
	checkSubmission,
	earlierReceipt,
	type Receipt as Issued,
	submitApplication,
} from '../commands/submit-application.ts';
import { messages } from '../messages.zh.ts';
import { publishedAlready } from '../queries/before-case.ts';
import { checkAttachments } from '../rules/attachments.ts';
import { MAX_FILES } from '../rules/intake.ts';
import type { Asked } from '../rules/likeness.ts';
import { answersShown } from './answers.tsx';
import { ApplyForm } from './apply-form.tsx';
import { inOrder, onForm, type PostedForm, readForm } from './read-form.ts';
import { Receipt } from './receipt.tsx';
import { resumePage, savedPage } from './saved.tsx';

const TRAIL = { label: '依申请公开', href: '/apply' };

function Choose({ offices, answers }: { offices: readonly Office[]; answers: boolean }) {
	return (
		<>
			<PageHead title="依申请公开" lead="除主动公开的信息外，您可以向本县各级行政机关申请获取政府信息。" />
			<Notice title="答复期限">
				<p>{messages.limits}</p>
				<p>{messages.noPurpose}书写有困难的，可以到受理机关口头申请，由工作人员代为填写。</p>
			</Notice>
			<Section title="请选择受理机关" more={{ href: '/query', label: '查询已提交的申请' }}>
				<Tiles
					label="受理机关"
					tiles={offices.map(({ slug, name, contactOffice }) => ({
						href: `/apply/${slug}`,
						title: name,
						text: contactOffice ? `受理机构：${contactOffice}` : '在线申请',
					}))}
				/>
			</Section>
			<p className="button-row">
				<LinkButton href="/guide" kind="secondary">
					查看公开指南
				</LinkButton>
				<LinkButton href="/disclosed" kind="secondary">
					依申请转主动公开的信息
				</LinkButton>
				{answers ? (
					<LinkButton href="/apply/answers" kind="secondary">
						答复情况公示
					</LinkButton>
				) : null}
				<LinkButton href="/apply/resume" kind="secondary">
					继续填写保存的申请表
				</LinkButton>
				<LinkButton href="/consult" kind="secondary">
					第三方提出意见
				</LinkButton>
			</p>
		</>
	);
}

/** The office an address leads to, or where it leads now. @throws AppError `notFound`. */
async function officeAt({ context, params }: PageRequest): Promise<Office | Redirect> {
	const office = await officeBySlug(reader(context), params.slug ?? '');
	if (office?.status !== 'active') throw new AppError('notFound');
	return office.slug === params.slug ? office : { redirect: `/apply/${office.slug}`, status: 301 };
}

function formPage({ services }: PageRequest, office: Office, form: PostedForm, issues: readonly Issue[]): Page {
	const channels = openOf(services.channels);
	const token = form.token || randomBytes(18).toString('base64url');
	return {
		status: issues.length > 0 ? 422 : 200,
		title: `向${office.shortName}申请公开`,
		nav: 'apply',
		breadcrumb: [TRAIL, { label: office.shortName }],
		body: (
			<ApplyForm
				office={office}
				form={formState(form, issues)}
				token={token}
				savedCode={form.savedCode ?? ''}
				channels={channels}
			/>
		),
	};
}

async function receiptPage(request: PageRequest, office: Office, issued: Issued, asked: Asked): Promise<Page> {
	const read = reader(request.context);
	return {
		title: '申请回执',
		nav: 'apply',
		breadcrumb: [TRAIL, { label: '申请回执' }],
		body: (
			<Receipt
				office={office}
				number={issued.number}
				code={issued.code}
				title={asked.title}
				submittedOn={read.today}
				published={await publishedAlready(read, asked)}
			/>
		),
	};
}

async function receive(request: PageRequest): Promise<Page | Redirect> {
	const office = await officeAt(request);
	if ('redirect' in office) return office;
	const { form, files, uploadError, context, services } = request;
	if (form.save === '1') return await putAside(request, office);
	const cases = caseServices(services);
	const known = await earlierReceipt(reader(context), cases, form.token ?? '');
	const read = readForm(form);
	if (known) return await receiptPage(request, office, known, read.request);
	const submission = { request: read.request, applicant: read.applicant, files };
	const issues = inOrder([
		...read.issues,
		...onForm(checkSubmission(submission), read.request.applicantKind),
		...checkAttachments(files),
		...(uploadError ? [issue('files.refused', `${uploadError}，请重新选择附件。`, 'files')] : []),
	]);
	if (issues.length > 0) return formPage(request, office, form, issues);
	const token = form.token || undefined;
	const issued = await transact(context, (tx) =>
		submitApplication(tx, cases, { ...submission, officeId: office.id, ...(token ? { token } : {}) }),
	);
	const { savedCode } = form;
	if (savedCode) await transact(context, (tx) => forgetForm(tx, cases.vault, savedCode));
	return await receiptPage(request, office, issued, read.request);
}

/** Everything typed but what belongs to the sending itself. */
function typed(form: PostedForm): PostedForm {
	const { token: _token, save: _save, savedCode: _code, consent: _consent, ...rest } = form;
	return rest;
}

async function putAside({ form, context, services }: PageRequest, office: Office): Promise<Page> {
	const { vault } = caseServices(services);
	const code = form.savedCode || null;
	const saved = await transact(context, (tx) => saveForm(tx, vault, { officeId: office.id, form: typed(form), code }));
	return savedPage(saved, office.name);
}

async function resume(request: PageRequest): Promise<Page> {
	const { form, context, services } = request;
	const read = reader(context);
	const code = form.code ?? '';
	const found = await resumeForm(read, caseServices(services).vault, code);
	const office = found && (await officeById(read, found.officeId));
	if (!found || office?.status !== 'active') return resumePage({ code }, true);
	return formPage(request, office, { ...found.form, savedCode: typedCode(code) }, []);
}

export const applyPages = [
	definePage({
		method: 'GET',
		path: '/apply/resume',
		summary: '继续填写申请表',
		audit: 'none',
		query: [],
		handler: async () => await Promise.resolve(resumePage({}, false)),
	}),
	definePage({
		method: 'POST',
		path: '/apply/resume',
		summary: '打开保存的申请表',
		audit: 'application.resumeForm',
		ratePerMinute: 20,
		handler: resume,
	}),
	definePage({
		method: 'GET',
		path: '/apply',
		summary: '选择受理机关',
		audit: 'none',
		handler: async ({ context }) => {
			const read = reader(context);
			const shown = { offices: await listOffices(read), answers: await answersShown(read) };
			return { title: '依申请公开', nav: 'apply', breadcrumb: [{ label: '依申请公开' }], body: <Choose {...shown} /> };
		},
	}),
	definePage({
		method: 'GET',
		path: '/apply/:slug',
		summary: '政府信息公开申请表',
		audit: 'none',
		handler: async (request) => {
			const office = await officeAt(request);
			return 'redirect' in office ? office : formPage(request, office, {}, []);
		},
	}),
	definePage({
		method: 'POST',
		path: '/apply/:slug',
		summary: '提交政府信息公开申请',
		audit: 'application.submit',
		// One more than allowed, so that the sentence about the number of files can be said.
		maxFiles: MAX_FILES + 1,
		ratePerMinute: 30,
		handler: receive,
	}),
];
