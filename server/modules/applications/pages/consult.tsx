import { chineseDay } from '../../../kernel/civil-day.ts';
import { AppError } from '../../../kernel/errors.ts';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { LIMITS } from '../../../law/clocks.ts';
import { reader, transact } from '../../../platform/transaction.ts';
import {
	Button,
	blankFields,
	CodeField,
	ErrorSummary,
	formState,
	Notice,
	PageHead,
	RadioField,
	Section,
	SummaryList,
	TextAreaField,
	TextField,
} from '../../../portal/components/index.ts';
import { definePage, type Page, type PageRequest } from '../../../portal/page.ts';
import { giveOpinion } from '../commands/give-opinion.ts';
import { caseServices } from '../commands/services.ts';
import { REPLIES } from '../model.ts';
import { findByLetter, type OpenedConsultation } from '../queries/third-party.ts';
import { OPINIONS } from '../rules/opinion.ts';
import { KeyFields } from './status-parts.tsx';

/** As for the applicant's own query: enough to mistype, too little to guess. Per address and minute. */
const TRIES_PER_MINUTE = 20;

const WRONG = '文号或者答复码不正确，请对照征求意见书核对。';
const TRAIL = { label: '依申请公开', href: '/apply' };

function entrance(form: Readonly<Record<string, string>>, issues: readonly Issue[]): Page {
	const state = formState(form, issues);
	return {
		status: issues.length > 0 ? 422 : 200,
		title: '第三方意见',
		nav: 'apply',
		breadcrumb: [TRAIL, { label: '第三方意见' }],
		body: (
			<>
				<PageHead
					title="第三方意见"
					lead="收到《征求第三方意见书》的单位和个人，凭意见书的文号和答复码在线提出是否同意公开的意见。"
				/>
				<ErrorSummary issues={issues} />
				<form className="form" method="post" action="/consult" noValidate>
					<TextField
						label="意见书文号"
						required
						hint="印在意见书标题下方。"
						autoComplete="off"
						{...state.field('number')}
					/>
					<CodeField label="答复码" {...state.field('code')} />
					<p className="button-row">
						<Button>继续</Button>
					</p>
				</form>
				<Notice>也可以书面回复受理机关，效力相同。</Notice>
			</>
		),
	};
}

interface ConsultationProps {
	found: OpenedConsultation;
	access: { number: string; code: string };
	form: Readonly<Record<string, string>>;
	issues: readonly Issue[];
}

function ConsultationPage({ found, access, form, issues }: ConsultationProps) {
	const { consultation, officeName, letterNumber, replyBy } = found;
	const { information, sentOn, opinion, returnedOn } = consultation;
	return (
		<>
			<PageHead title="征求第三方意见书" />
			<ErrorSummary issues={issues} />
			{opinion ? (
				<Notice kind="success" title={`您已于${chineseDay(opinion.givenOn)}提出意见：${OPINIONS[opinion.opinion]}`}>
					{opinion.reasons || '没有补充说明。'}
				</Notice>
			) : null}
			<SummaryList
				rows={[
					{ label: '征求意见的机关', value: officeName },
					{ label: '文号', value: letterNumber },
					{ label: '发出日期', value: chineseDay(sentOn) },
					{
						label: '提出意见的期限',
						value: `自收到意见书之日起${LIMITS.thirdParty.n}个工作日（按现有记录至${chineseDay(replyBy)}）`,
					},
					{ label: '拟公开的信息', value: information },
				]}
			/>
			{opinion ? null : returnedOn ? (
				<Notice title={`受理机关已于${chineseDay(returnedOn)}登记意见`}>
					{consultation.reply ? REPLIES[consultation.reply] : ''}
				</Notice>
			) : (
				<OpinionForm access={access} form={form} issues={issues} />
			)}
		</>
	);
}

function OpinionForm({ access, form, issues }: Omit<ConsultationProps, 'found'>) {
	const state = formState(form, issues);
	return (
		<Section title="提出意见">
			<p>
				依据《中华人民共和国政府信息公开条例》第三十二条，不同意公开且有合理理由的，行政机关不予公开；行政机关认为不公开可能对公共利益造成重大影响的，可以决定公开，并将决定和理由书面告知。逾期未提出意见的，由行政机关依法决定。
			</p>
			<form className="form" method="post" action="/consult/opinion" noValidate>
				<KeyFields {...access} />
				<RadioField
					label="意见"
					required
					options={Object.entries(OPINIONS).map(([value, label]) => ({ value, label }))}
					{...state.field('opinion')}
				/>
				<TextAreaField label="理由" hint="不同意公开的必须填写，最多2000字。" rows={6} {...state.field('reasons')} />
				<p className="button-row">
					<Button>提交意见</Button>
				</p>
			</form>
		</Section>
	);
}

async function opened({ context, form, services }: PageRequest): Promise<OpenedConsultation | null> {
	return await findByLetter(reader(context), caseServices(services).vault, form.number ?? '', form.code ?? '');
}

function shown(found: OpenedConsultation, form: Readonly<Record<string, string>>, issues: readonly Issue[] = []): Page {
	const access = { number: found.letterNumber, code: form.code ?? '' };
	return {
		status: issues.length > 0 ? 422 : 200,
		title: '征求第三方意见书',
		nav: 'apply',
		breadcrumb: [TRAIL, { label: '第三方意见', href: '/consult' }, { label: '意见书' }],
		body: <ConsultationPage found={found} access={access} form={form} issues={issues} />,
	};
}

function refused({ form }: PageRequest): Page {
	const blank = blankFields(form, { number: '意见书文号', code: '答复码' });
	const wrong = [issue('consult.wrong', WRONG, 'code')];
	return entrance({ number: form.number ?? '' }, blank.length > 0 ? blank : wrong);
}

async function view(request: PageRequest): Promise<Page> {
	const found = await opened(request);
	return found ? shown(found, request.form) : refused(request);
}

async function answer(request: PageRequest): Promise<Page> {
	const found = await opened(request);
	if (!found) return refused(request);
	const { context, form } = request;
	try {
		const given = { opinion: form.opinion ?? '', reasons: (form.reasons ?? '').replaceAll('\u0000', '') };
		await transact(context, (tx) => giveOpinion(tx, found, given));
	} catch (thrown) {
		const told = thrown instanceof AppError && (thrown.code === 'invalid' || thrown.code === 'conflict');
		if (!told) throw thrown;
		const issues = thrown.issues.length > 0 ? thrown.issues : [issue('consult.refused', thrown.userMessage)];
		return shown((await opened(request)) ?? found, form, issues);
	}
	return shown((await opened(request)) ?? found, {});
}

const limited = { method: 'POST', ratePerMinute: TRIES_PER_MINUTE } as const;

export const consultPages = [
	definePage({
		method: 'GET',
		path: '/consult',
		summary: '第三方意见',
		audit: 'none',
		query: ['number'],
		handler: async ({ query }) => await Promise.resolve(entrance({ number: query.number ?? '' }, [])),
	}),
	definePage({
		...limited,
		path: '/consult',
		summary: '第三方查看意见书',
		audit: 'application.consult',
		handler: view,
	}),
	definePage({
		...limited,
		path: '/consult/opinion',
		summary: '第三方提出意见',
		audit: 'application.opinion',
		handler: answer,
	}),
];
