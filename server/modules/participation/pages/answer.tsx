import { chineseDay } from '../../../kernel/civil-day.ts';
import { AppError } from '../../../kernel/errors.ts';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { civilDay } from '../../../platform/clock.ts';
import { reader } from '../../../platform/transaction.ts';
import {
	Button,
	blankFields,
	CodeField,
	ErrorSummary,
	formState,
	Notice,
	PageHead,
	Section,
	SummaryList,
	TextField,
} from '../../../portal/components/index.ts';
import { definePage, type Page, type PageRequest } from '../../../portal/page.ts';
import { officeById } from '../../offices/index.ts';
import { messages } from '../messages.zh.ts';
import { KINDS, VERDICTS } from '../model.ts';
import { concernByCode } from '../queries/concerns.ts';
import { selectPublicConcerns } from '../store/public-concerns.ts';
import { type WishOutcome, wishOutcome } from './wanted.tsx';

const TRAIL = { label: '互动回应', href: '/voice' };

function Paragraphs({ text }: { text: string }) {
	return <div className="plain-text">{text}</div>;
}

function Outcome({ wish: { text, link } }: { wish: WishOutcome }) {
	return (
		<>
			{text}
			{link ? (
				<>
					：<a href={link.href}>{link.title}</a>
				</>
			) : null}
		</>
	);
}

/** One answer as everybody may read it. */
const publicPage = definePage({
	method: 'GET',
	path: '/voice/:id',
	summary: '公开的答复',
	audit: 'none',
	query: [],
	handler: async ({ context, params }: PageRequest) => {
		const id = Number(params.id);
		if (!Number.isSafeInteger(id) || id < 1) throw new AppError('notFound');
		const read = reader(context);
		const { rows } = await selectPublicConcerns(read, { id }, { limit: 1, offset: 0 });
		const [concern] = rows;
		if (!concern) throw new AppError('notFound');
		const office = await officeById(read, concern.officeId);
		const wish = await wishOutcome(read, concern);
		return {
			title: concern.publicTitle,
			nav: 'voice',
			breadcrumb: [TRAIL, { label: KINDS[concern.kind].label }],
			// What a wish leads to may be withdrawn any time.
			cacheTags: wish ? undefined : ['voice'],
			tags: {
				article: {
					title: concern.publicTitle,
					publishedAt: `${civilDay(concern.publishedAt)} 00:00`,
					source: office?.name ?? '',
				},
			},
			body: (
				<>
					<PageHead title={concern.publicTitle} lead={KINDS[concern.kind].label} />
					<Section title="来信内容">
						<Paragraphs text={concern.publicBody} />
					</Section>
					<Section title="答复">
						<Paragraphs text={concern.answer} />
					</Section>
					<SummaryList
						rows={[
							{ label: '答复机关', value: office?.name ?? '' },
							{ label: '答复日期', value: chineseDay(civilDay(concern.answeredAt)) },
							...(concern.verdict ? [{ label: '核查结果', value: VERDICTS[concern.verdict] }] : []),
							...(wish ? [{ label: '公开情况', value: <Outcome wish={wish} /> }] : []),
							...(concern.askers > 1 ? [{ label: '同一诉求', value: `${concern.askers}件` }] : []),
						]}
					/>
				</>
			),
		};
	},
});

function queryPage(form: Readonly<Record<string, string>>, issues: readonly Issue[]): Page {
	const state = formState(form, issues);
	return {
		status: issues.length > 0 ? 422 : 200,
		title: '查询办理情况',
		nav: 'voice',
		breadcrumb: [TRAIL, { label: '查询办理情况' }],
		body: (
			<>
				<PageHead title="查询办理情况" lead="凭提交时得到的编号和查询码查询。" />
				<ErrorSummary issues={issues} />
				<form className="form" method="post" action="/voice/query" noValidate>
					<TextField label="编号" required hint="如：HD202600001" autoComplete="off" {...state.field('number')} />
					<CodeField label="查询码" {...state.field('code')} />
					<p className="button-row">
						<Button>查询</Button>
					</p>
				</form>
			</>
		),
	};
}

function refused(form: Readonly<Record<string, string>>): Page {
	const blank = blankFields(form, { number: '编号', code: '查询码' });
	const wrong = [issue('voice.wrong', messages.wrongCode, 'code')];
	return queryPage({ number: form.number ?? '' }, blank.length > 0 ? blank : wrong);
}

async function statusPage(request: PageRequest): Promise<Page> {
	const { form, context, services } = request;
	const vault = services.vault();
	const concern = await concernByCode(reader(context), vault, form.number ?? '', form.code ?? '');
	if (!concern) return refused(form);
	const wish = await wishOutcome(reader(context), concern);
	const { number, title, officeName, stateLabel, kindLabel, receivedAt, limit, answer, answeredAt, verdict } = concern;
	return {
		title: '办理情况',
		nav: 'voice',
		breadcrumb: [TRAIL, { label: '办理情况' }],
		body: (
			<>
				<PageHead title={title} lead={`${kindLabel}　${number}`} />
				<SummaryList
					rows={[
						{ label: '办理机关', value: officeName },
						{ label: '状态', value: stateLabel },
						{ label: '提交日期', value: chineseDay(civilDay(receivedAt)) },
						{ label: '答复期限', value: `${chineseDay(limit.dueOn)}（${limit.basis}）` },
						...(verdict && answeredAt ? [{ label: '核查结果', value: VERDICTS[verdict] }] : []),
						...(wish ? [{ label: '公开情况', value: <Outcome wish={wish} /> }] : []),
					]}
				/>
				{answer && answeredAt ? (
					<Section title={`答复（${chineseDay(civilDay(answeredAt))}）`}>
						<Paragraphs text={answer} />
					</Section>
				) : (
					<Notice>还没有答复。</Notice>
				)}
			</>
		),
	};
}

export const answerPages = [
	definePage({
		method: 'GET',
		path: '/voice/query',
		summary: '诉求查询',
		audit: 'none',
		handler: async () => queryPage({}, []),
	}),
	definePage({
		method: 'POST',
		path: '/voice/query',
		summary: '查询诉求办理情况',
		audit: 'concern.query',
		ratePerMinute: 20,
		handler: statusPage,
	}),
	publicPage,
];
