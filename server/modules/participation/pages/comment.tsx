import { randomBytes } from 'node:crypto';
import { AppError } from '../../../kernel/errors.ts';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { civilDay } from '../../../platform/clock.ts';
import { reader, transact } from '../../../platform/transaction.ts';
import { printCode } from '../../../platform/vault/index.ts';
import {
	Button,
	blankFields,
	CodeField,
	ErrorSummary,
	type FormState,
	formState,
	LinkButton,
	Notice,
	PageHead,
	Section,
	SummaryList,
	TextAreaField,
	TextField,
} from '../../../portal/components/index.ts';
import { definePage, type Page, type PageRequest } from '../../../portal/page.ts';
import { giveComment } from '../commands/take-comment.ts';
import { messages } from '../messages.zh.ts';
import { type Consultation, OPINION_VERDICTS } from '../model/consultation.ts';
import { commentByCode } from '../queries/consultations.ts';
import { commentIssues } from '../rules/consultation.ts';
import { phaseOf } from '../rules/period.ts';
import { publicConsultation } from '../store/consultations.ts';
import { clean, numberOf } from './typed.ts';

const TRAIL = [
	{ label: '互动回应', href: '/voice' },
	{ label: '意见征集', href: '/consultations' },
];

function Form({ state, token, number }: { state: FormState; token: string; number: string }) {
	return (
		<form className="form" method="post" action={`/consultations/${number}/comment`} noValidate>
			<input type="hidden" name="token" value={token} />
			<TextField
				label="针对的条款"
				hint="可以不填。如：第三条，或者“补贴标准”一节。"
				maxLength={100}
				width="medium"
				{...state.field('clause')}
			/>
			<TextAreaField
				label="意见"
				required
				rows={8}
				maxLength={2000}
				hint="请写明修改建议和理由。请不要填写身份证号码、银行卡号等个人信息。"
				{...state.field('body')}
			/>
			<TextField
				label="姓名或者单位"
				hint="可以不填。姓名和联系方式加密保存，只供了解情况使用，不会公开。"
				maxLength={50}
				width="medium"
				autoComplete="name"
				{...state.field('name')}
			/>
			<TextField label="电话" type="tel" maxLength={30} width="medium" autoComplete="tel" {...state.field('phone')} />
			<TextField label="电子邮箱" type="email" maxLength={100} autoComplete="email" {...state.field('email')} />
			<p className="button-row">
				<Button>提交意见</Button>
			</p>
		</form>
	);
}

function formPage(
	{ number, title, toDay }: Consultation,
	form: Readonly<Record<string, string>>,
	issues: readonly Issue[],
): Page {
	const token = form.token || randomBytes(18).toString('base64url');
	return {
		status: issues.length > 0 ? 422 : 200,
		title: '提出意见',
		nav: 'voice',
		breadcrumb: [...TRAIL, { label: title, href: `/consultations/${number}` }, { label: '提出意见' }],
		body: (
			<>
				<PageHead title="提出意见" lead={`${title}（${toDay}截止）`} />
				<ErrorSummary issues={issues} />
				<Form state={formState(form, issues)} token={token} number={number} />
			</>
		),
	};
}

function closedPage({ number, title }: Consultation): Page {
	return {
		status: 409,
		title: '现在不接受意见',
		nav: 'voice',
		breadcrumb: [...TRAIL, { label: title, href: `/consultations/${number}` }],
		body: (
			<>
				<PageHead title="现在不接受意见" lead={title} />
				<Notice kind="warning">{messages.closedComment}征集尚未开始或者已经截止。</Notice>
				<p className="button-row">
					<LinkButton href={`/consultations/${number}`}>查看草案</LinkButton>
				</p>
			</>
		),
	};
}

async function consultationOf({ context, params }: PageRequest): Promise<Consultation> {
	const consultation = await publicConsultation(reader(context), numberOf(params.number, /^ZJ$/));
	if (!consultation) throw new AppError('notFound');
	return consultation;
}

function receiptPage({ title }: Consultation, number: string, code: string): Page {
	return {
		title: '意见已提交',
		nav: 'voice',
		breadcrumb: [...TRAIL, { label: '意见已提交' }],
		body: (
			<>
				<PageHead title="意见已提交" lead={title} />
				<Notice kind="success" title="请保存编号和查询码">
					<p>征集结果公布后，凭它们查询您的意见是否采纳。查询码只显示这一次，遗失后无法找回。</p>
				</Notice>
				<SummaryList
					rows={[
						{ label: '编号', value: <strong>{number}</strong> },
						{ label: '查询码', value: <strong className="query-code">{printCode(code)}</strong> },
					]}
				/>
				<p className="button-row">
					<LinkButton href="/consultations">返回意见征集</LinkButton>
				</p>
			</>
		),
	};
}

async function receive(request: PageRequest): Promise<Page> {
	const { form, context, services } = request;
	const consultation = await consultationOf(request);
	const given = {
		clause: clean(form.clause),
		body: clean(form.body),
		contact: { name: clean(form.name).slice(0, 50), phone: clean(form.phone), email: clean(form.email) },
	};
	const issues = commentIssues(given);
	if (issues.length > 0) return formPage(consultation, form, issues);
	const token = form.token ?? '';
	try {
		const taken = await transact(context, (tx) =>
			giveComment(tx, services.vault(), consultation.number, { ...given, token }),
		);
		return receiptPage(consultation, taken.number, taken.code);
	} catch (error) {
		if (error instanceof AppError && error.code === 'conflict') return closedPage(consultation);
		throw error;
	}
}

function queryPage(form: Readonly<Record<string, string>>, issues: readonly Issue[]): Page {
	const state = formState(form, issues);
	return {
		status: issues.length > 0 ? 422 : 200,
		title: '查询我的意见',
		nav: 'voice',
		breadcrumb: [...TRAIL, { label: '查询我的意见' }],
		body: (
			<>
				<PageHead title="查询我的意见" lead="凭提交意见时得到的编号和查询码查询。" />
				<ErrorSummary issues={issues} />
				<form className="form" method="post" action="/consultations/query" noValidate>
					<TextField label="编号" required hint="如：YJ202600001" autoComplete="off" {...state.field('number')} />
					<CodeField label="查询码" {...state.field('code')} />
					<p className="button-row">
						<Button>查询</Button>
					</p>
				</form>
			</>
		),
	};
}

async function answerPage({ form, context, services }: PageRequest): Promise<Page> {
	const found = await commentByCode(reader(context), services.vault(), form.number ?? '', form.code ?? '');
	if (!found) {
		const blank = blankFields(form, { number: '编号', code: '查询码' });
		const wrong = [issue('comment.wrong', messages.wrongComment, 'code')];
		return queryPage({ number: form.number ?? '' }, blank.length > 0 ? blank : wrong);
	}
	const { comment, consultation, opinion } = found;
	return {
		title: '我的意见',
		nav: 'voice',
		breadcrumb: [...TRAIL, { label: '我的意见' }],
		body: (
			<>
				<PageHead title="我的意见" lead={`${comment.number}　${civilDay(comment.receivedAt)}提交`} />
				<Section title={comment.clause || '意见'}>
					<div className="plain-text">{comment.body}</div>
				</Section>
				<Section title="采纳情况">
					{opinion?.verdict ? (
						<SummaryList
							rows={[
								{ label: '归入', value: opinion.summary },
								{ label: '采纳情况', value: OPINION_VERDICTS[opinion.verdict] },
								{ label: '理由', value: opinion.reason },
							]}
						/>
					) : (
						<Notice>{consultation ? '征集结果还没有公布。' : '本次意见征集已经撤回。'}</Notice>
					)}
				</Section>
				{consultation ? (
					<p className="button-row">
						<LinkButton href={`/consultations/${consultation.number}`}>查看草案</LinkButton>
					</p>
				) : null}
			</>
		),
	};
}

export const commentPages = [
	definePage({
		method: 'GET',
		path: '/consultations/query',
		summary: '查询我的意见',
		audit: 'none',
		handler: async () => queryPage({}, []),
	}),
	definePage({
		method: 'POST',
		path: '/consultations/query',
		summary: '查询意见采纳情况',
		audit: 'consultation.query',
		ratePerMinute: 20,
		handler: answerPage,
	}),
	definePage({
		method: 'GET',
		path: '/consultations/:number/comment',
		summary: '提出意见的表单',
		audit: 'none',
		handler: async (request) => {
			const consultation = await consultationOf(request);
			const isOpen = phaseOf(consultation, reader(request.context).today) === 'open';
			return isOpen ? formPage(consultation, {}, []) : closedPage(consultation);
		},
	}),
	definePage({
		method: 'POST',
		path: '/consultations/:number/comment',
		summary: '提出意见',
		audit: 'consultation.comment',
		ratePerMinute: 40,
		handler: receive,
	}),
];
