import { randomBytes } from 'node:crypto';
import { AppError } from '../../../kernel/errors.ts';
import { collectIssues, type Issue, issue } from '../../../kernel/issue.ts';
import { reader, transact } from '../../../platform/transaction.ts';
import { printCode } from '../../../platform/vault/index.ts';
import {
	Button,
	ErrorSummary,
	type FormState,
	formState,
	LinkButton,
	Notice,
	PageHead,
	RadioField,
	SelectField,
	SummaryList,
	TextAreaField,
	TextField,
} from '../../../portal/components/index.ts';
import { definePage, type Page, type PageRequest } from '../../../portal/page.ts';
import { countySettings, listOffices, type Office } from '../../offices/index.ts';
import { takeIn } from '../commands/take-in.ts';
import { messages } from '../messages.zh.ts';
import { KINDS, PUBLIC_KINDS, type PublicKind } from '../model.ts';
import { type Incoming, intakeIssues } from '../rules/intake.ts';
import { clean } from './typed.ts';

const TRAIL = [{ label: '互动回应', href: '/voice' }, { label: '提交' }];

function kindOf(text: string | undefined): PublicKind | null {
	return PUBLIC_KINDS.find((kind) => kind === text) ?? null;
}

interface FormProps {
	state: FormState;
	token: string;
	offices: readonly Office[];
}

function Form({ state, token, offices }: FormProps) {
	return (
		<form className="form" method="post" action="/voice/new" noValidate>
			<input type="hidden" name="token" value={token} />
			<RadioField
				label="类别"
				required
				options={PUBLIC_KINDS.map((kind) => ({ value: kind, label: KINDS[kind].label, hint: KINDS[kind].hint }))}
				{...state.field('kind')}
			/>
			<SelectField
				label="受理机关"
				required
				hint="不清楚由哪个机关办理的，请选择县政府办，由其转办。"
				options={offices.map(({ slug, name }) => ({ value: slug, label: name }))}
				{...state.field('office')}
			/>
			<TextField label="标题" required maxLength={80} {...state.field('title')} />
			<TextAreaField
				label="内容"
				required
				rows={8}
				maxLength={5000}
				hint="请写明时间、地点和具体情况。请不要填写身份证号码、银行卡号等个人信息。"
				{...state.field('body')}
			/>
			<TextField
				label="页面网址（选填）"
				hint="网站纠错请填写有错误的页面网址，其他类别不用填。"
				maxLength={500}
				{...state.field('page')}
			/>
			<TextField
				label="姓名（选填）"
				hint="联系方式加密保存，只供答复使用，不会公开。"
				maxLength={50}
				width="medium"
				autoComplete="name"
				{...state.field('name')}
			/>
			<TextField
				label="电话（选填）"
				type="tel"
				maxLength={30}
				width="medium"
				autoComplete="tel"
				{...state.field('phone')}
			/>
			<TextField label="电子邮箱（选填）" type="email" maxLength={100} autoComplete="email" {...state.field('email')} />
			<p className="button-row">
				<Button>提交</Button>
			</p>
		</form>
	);
}

async function formPage(
	request: PageRequest,
	form: Readonly<Record<string, string>>,
	issues: readonly Issue[],
): Promise<Page> {
	const state = formState(form, issues);
	const token = form.token || randomBytes(18).toString('base64url');
	return {
		status: issues.length > 0 ? 422 : 200,
		title: '提交诉求',
		nav: 'voice',
		breadcrumb: TRAIL,
		body: (
			<>
				<PageHead title="提交诉求" lead="提交后得到编号和查询码，凭它们查询办理情况。" />
				<ErrorSummary issues={issues} />
				<Form state={state} token={token} offices={await listOffices(reader(request.context))} />
			</>
		),
	};
}

function receiptPage(number: string, code: string, kind: PublicKind, days: number): Page {
	return {
		title: '已提交',
		nav: 'voice',
		breadcrumb: TRAIL,
		body: (
			<>
				<PageHead title="已提交" lead={`${days}个工作日内答复。`} />
				<Notice kind="success" title="请保存编号和查询码">
					<p>查询码只显示这一次，遗失后无法找回。</p>
				</Notice>
				<SummaryList
					rows={[
						{ label: '编号', value: <strong>{number}</strong> },
						{ label: '查询码', value: <strong className="query-code">{printCode(code)}</strong> },
						{ label: '类别', value: KINDS[kind].label },
					]}
				/>
				<p className="button-row">
					<LinkButton href="/voice/query">查询办理情况</LinkButton>
					<LinkButton href="/voice" kind="secondary">
						返回互动回应
					</LinkButton>
				</p>
			</>
		),
	};
}

async function receive(request: PageRequest): Promise<Page> {
	const { form, context, services } = request;
	const kind = kindOf(form.kind);
	const offices = await listOffices(reader(context));
	const office = offices.find(({ slug }) => slug === form.office);
	const shown = kind ?? 'question';
	const incoming: Incoming = {
		kind: shown,
		officeId: office?.id ?? 0,
		title: clean(form.title),
		body: clean(form.body),
		page: clean(form.page),
		contact: { name: clean(form.name).slice(0, 50), phone: clean(form.phone), email: clean(form.email) },
	};
	const issues = collectIssues(
		kind === null && issue('concern.kind', messages.kind, 'kind'),
		!office && issue('concern.office', messages.office, 'office'),
		intakeIssues(incoming),
	);
	if (issues.length > 0) return await formPage(request, form, issues);
	const given = { ...incoming, origin: 'portal' as const, urgent: false, receivedAt: null, token: form.token ?? '' };
	const taken = await transact(context, (tx) => takeIn(tx, services.vault(), given));
	const { limits } = await countySettings(reader(context));
	return receiptPage(taken.number, taken.code, shown, limits[KINDS[shown].limit]);
}

export const formPages = [
	definePage({
		method: 'GET',
		path: '/voice/new',
		summary: '提交诉求的表单',
		audit: 'none',
		handler: async (request) => {
			const { kind } = request.query;
			if (kind !== undefined && kindOf(kind) === null) throw new AppError('notFound');
			return await formPage(request, { kind: kind ?? '' }, []);
		},
	}),
	definePage({
		method: 'POST',
		path: '/voice/new',
		summary: '提交诉求',
		audit: 'concern.submit',
		ratePerMinute: 40,
		handler: receive,
	}),
];
