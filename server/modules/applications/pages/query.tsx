import { Download } from '../../../api/route.ts';
import { AppError } from '../../../kernel/errors.ts';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { openOf } from '../../../platform/channels/index.ts';
import { PAPER_TYPES } from '../../../platform/documents/index.ts';
import { reader, transact } from '../../../platform/transaction.ts';
import {
	Button,
	blankFields,
	CodeField,
	ErrorSummary,
	formState,
	Notice,
	PageHead,
	TextField,
} from '../../../portal/components/index.ts';
import { definePage, type Page, type PageRequest } from '../../../portal/page.ts';
import { answerSupplement } from '../commands/answer-supplement.ts';
import { changeNotice } from '../commands/change-notice.ts';
import { originalOf } from '../commands/print-letter.ts';
import { caseServices } from '../commands/services.ts';
import { withdrawApplication } from '../commands/withdraw.ts';
import { messages } from '../messages.zh.ts';
import type { Application } from '../model.ts';
import { clockView } from '../queries/clock-view.ts';
import { letterFileName } from '../queries/papers.ts';
import { findByCode, publicCase } from '../queries/public-case.ts';
import { checkAttachments } from '../rules/attachments.ts';
import { MAX_FILES } from '../rules/intake.ts';
import { selectLetter } from '../store/letters.ts';
import { Status } from './status.tsx';

/** Enough for a person who mistypes; far too little to guess a code. Per address and minute. */
const TRIES_PER_MINUTE = 20;

function QueryForm({ form, issues }: { form: Readonly<Record<string, string>>; issues: readonly Issue[] }) {
	const state = formState(form, issues);
	return (
		<>
			<PageHead title="申请查询" lead="凭申请编号和查询码查询办理进度、下载文书、补正和撤回申请。" />
			<ErrorSummary issues={issues} />
			<form className="form" method="post" action="/query" noValidate>
				<TextField
					label="申请编号"
					required
					hint="见申请回执，如：某某公开〔2026〕1号。"
					autoComplete="off"
					{...state.field('number')}
				/>
				<CodeField label="查询码" {...state.field('code')} />
				<p className="button-row">
					<Button>查询</Button>
				</p>
			</form>
			<Notice>查询码遗失的，请携带身份证明到受理机关查询。</Notice>
		</>
	);
}

function queryPage(form: Readonly<Record<string, string>>, issues: readonly Issue[]): Page {
	return {
		status: issues.length > 0 ? 422 : 200,
		title: '申请查询',
		nav: 'apply',
		breadcrumb: [{ label: '依申请公开', href: '/apply' }, { label: '申请查询' }],
		body: <QueryForm form={form} issues={issues} />,
	};
}

/** The case number and code open; null when they open none. One sentence for either being wrong. */
async function opened({ context, form, services }: PageRequest): Promise<Application | null> {
	const { vault } = caseServices(services);
	return await findByCode(reader(context), vault, form.number ?? '', form.code ?? '');
}

function refused({ form }: PageRequest): Page {
	const blank = blankFields(form, { number: '申请编号', code: '查询码' });
	const wrong = [issue('query.wrong', messages.wrongCode, 'code')];
	return queryPage({ number: form.number ?? '' }, blank.length > 0 ? blank : wrong);
}

async function statusPage(
	request: PageRequest,
	application: Application,
	shown: { issues?: readonly Issue[]; done?: string } = {},
): Promise<Page> {
	const read = reader(request.context);
	const found = await publicCase(read, application);
	const { issues = [], done = null } = shown;
	const access = { number: application.number ?? '', code: request.form.code ?? '' };
	return {
		status: issues.length > 0 ? 422 : 200,
		title: '申请办理情况',
		nav: 'apply',
		breadcrumb: [{ label: '依申请公开', href: '/apply' }, { label: '申请查询', href: '/query' }, { label: '办理情况' }],
		body: (
			<Status
				{...found}
				access={access}
				clock={clockView(found.record)}
				days={request.form.days === '1'}
				form={request.form}
				issues={issues}
				done={done}
				channels={openOf(request.services.channels)}
			/>
		),
	};
}

/** Does what the applicant asks, and shows the case again: with the sentence of success, or with what is wrong. */
async function act(
	request: PageRequest,
	done: string,
	work: (application: Application) => Promise<void>,
): Promise<Page> {
	const application = await opened(request);
	if (!application) return refused(request);
	try {
		await work(application);
	} catch (thrown) {
		const told = thrown instanceof AppError && (thrown.code === 'invalid' || thrown.code === 'conflict');
		if (!told) throw thrown;
		const issues = thrown.issues.length > 0 ? thrown.issues : [issue('query.refused', thrown.userMessage)];
		return await statusPage(request, await again(request, application), { issues });
	}
	return await statusPage(request, await again(request, application), { done });
}

async function again(request: PageRequest, application: Application): Promise<Application> {
	return (await opened(request)) ?? application;
}

async function supplement(request: PageRequest): Promise<Page> {
	return await act(request, '补正已提交，答复期限自今日重新计算。', async ({ id }) => {
		const { context, form, files, uploadError } = request;
		const issues = [
			...checkAttachments(files),
			...(files.length > MAX_FILES ? [issue('files.many', `附件不超过${MAX_FILES}个。`, 'files')] : []),
			...(uploadError ? [issue('files.refused', `${uploadError}，请重新选择附件。`, 'files')] : []),
		];
		if (issues.length > 0) throw new AppError('invalid', { issues });
		const text = (form.text ?? '').replaceAll('\u0000', '').trim();
		const on = reader(context).today;
		await transact(context, (tx) => answerSupplement(tx, { id, on, text, files }, 'applicant'));
	});
}

async function notice(request: PageRequest): Promise<Page> {
	const { form, context, services } = request;
	const notify = (['mail', 'sms'] as const).find((way) => way === form.notify) ?? 'none';
	const done = notify === 'none' ? '不再发送办理进展通知。' : '已保存，今后有进展时通知您。';
	const outside = { vault: services.vault(), channels: services.channels };
	return await act(request, done, async ({ id }) => {
		await transact(context, (tx) => changeNotice(tx, outside, { id, notify }));
	});
}

async function withdraw(request: PageRequest): Promise<Page> {
	return await act(request, '申请已撤回。', async ({ id }) => {
		const reason = (request.form.reason ?? '').replaceAll('\u0000', '').trim().slice(0, 500);
		await transact(request.context, (tx) => withdrawApplication(tx, { id, reason }, 'applicant'));
	});
}

/** A letter of the own case, as it was issued. */
async function letter(request: PageRequest): Promise<Page | Download> {
	const application = await opened(request);
	if (!application) return refused(request);
	const read = reader(request.context);
	const id = Number(request.form.letter);
	const { letters } = await publicCase(read, application);
	const issued = letters.some((one) => one.id === id) ? await selectLetter(read, application.id, id) : null;
	if (!issued) throw new AppError('notFound');
	const format = request.form.format === 'pdf' ? 'pdf' : 'docx';
	const content = await originalOf(caseServices(request.services), issued, format);
	return new Download(content, PAPER_TYPES[format], letterFileName(issued, format));
}

async function view(request: PageRequest): Promise<Page> {
	const application = await opened(request);
	return application ? await statusPage(request, application) : refused(request);
}

const limited = { method: 'POST', ratePerMinute: TRIES_PER_MINUTE } as const;

export const queryPages = [
	definePage({
		method: 'GET',
		path: '/query',
		summary: '申请查询',
		audit: 'none',
		handler: async ({ query }) => queryPage({ number: query.number ?? '' }, []),
	}),
	definePage({ ...limited, path: '/query', summary: '查询申请办理情况', audit: 'application.query', handler: view }),
	definePage({
		...limited,
		path: '/query/supplement',
		summary: '申请人提交补正',
		audit: 'application.supplement',
		maxFiles: MAX_FILES + 1,
		handler: supplement,
	}),
	definePage({
		...limited,
		path: '/query/withdraw',
		summary: '申请人撤回申请',
		audit: 'application.withdraw',
		handler: withdraw,
	}),
	definePage({
		...limited,
		path: '/query/notice',
		summary: '申请人选择办理进展通知',
		audit: 'application.notice',
		handler: notice,
	}),
	definePage({
		...limited,
		path: '/query/letter',
		summary: '申请人下载文书',
		audit: 'application.downloadLetter',
		handler: letter,
	}),
];
