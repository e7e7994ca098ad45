import { randomBytes } from 'node:crypto';
import { AppError } from '../../../kernel/errors.ts';
import type { Issue } from '../../../kernel/issue.ts';
import { reader, transact } from '../../../platform/transaction.ts';
import {
	Button,
	ErrorSummary,
	formState,
	LinkButton,
	Notice,
	PageHead,
	Section,
	TextField,
} from '../../../portal/components/index.ts';
import { definePage, type Page, type PageRequest } from '../../../portal/page.ts';
import { simplified } from '../../../portal/script.ts';
import { judge, noteQuestion } from '../commands/note.ts';
import { type Answer, answerOf } from '../queries/answer.ts';
import { type Phrased, phrase } from '../queries/phrase.ts';
import { questionIssues } from '../rules/entry.ts';
import { Quotes, Summary } from './quotes.tsx';

const TRAIL = { label: '智能问答', href: '/ask' };
const EXAMPLES = ['申请低保要什么材料', '医保什么时候缴费', '怎么申请政府信息公开'];

const newToken = () => randomBytes(18).toString('base64url');

/** NUL and lone surrogates can be posted and not be stored. */
function clean(text: string | undefined): string {
	return (text ?? '')
		.replaceAll('\u0000', '')
		.replace(/\p{Surrogate}/gu, '')
		.replace(/\s+/g, ' ')
		.trim();
}

function AskForm({ q, issues }: { q: string; issues: readonly Issue[] }) {
	return (
		<form className="form ask-form" method="post" action="/ask" noValidate>
			<input type="hidden" name="token" value={newToken()} />
			<TextField
				label="您要问的事"
				required
				maxLength={200}
				autoComplete="off"
				hint={`用一句话写明，如：${EXAMPLES.join('；')}。请不要填写姓名、电话、证件号码。`}
				{...formState({ q }, issues).field('q')}
			/>
			<div>
				<Button>提问</Button>
			</div>
		</form>
	);
}

function Ways() {
	return (
		<p className="button-row">
			<LinkButton href="/search" kind="secondary">
				信息检索
			</LinkButton>
			<LinkButton href="/faq" kind="secondary">
				常见问题
			</LinkButton>
			<LinkButton href="/apply" kind="secondary">
				依申请公开
			</LinkButton>
			<LinkButton href="/voice/new?kind=question" kind="secondary">
				向机关咨询
			</LinkButton>
		</p>
	);
}

function emptyPage(q: string, issues: readonly Issue[]): Page {
	return {
		status: issues.length > 0 ? 422 : 200,
		title: '智能问答',
		nav: 'search',
		breadcrumb: [{ label: TRAIL.label }],
		body: (
			<>
				<PageHead
					title="智能问答"
					lead="从本站公开的文件、办事指南和常见问题中找出回答您的原文，注明出处。找不到的，如实告知。"
				/>
				<ErrorSummary issues={issues} />
				<AskForm q={q} issues={issues} />
				<Section title="其他途径">
					<Ways />
				</Section>
			</>
		),
	};
}

interface AnsweredProps {
	q: string;
	token: string;
	answer: Answer;
	phrased: Phrased;
}

function Answered({ q, token, answer, phrased }: AnsweredProps) {
	const found = answer.passages.length > 0;
	const shown = found ? answer.passages : answer.nearest;
	return (
		<>
			{/* The answer first: on a phone the form would fill the window. */}
			<PageHead title="智能问答" lead={`您问的是：${q}`} />
			{found ? null : <NotFound isNear={answer.nearest.length > 0} />}
			{shown.length > 0 ? (
				<Section title={found ? '找到的原文' : '最接近的原文'}>
					{phrased.outcome === 'shown' ? <Summary answer={phrased.answer} /> : null}
					<Quotes passages={shown} marks={answer.marks} />
					<Judgement token={token} />
				</Section>
			) : null}
			<Section title="换个说法再问">
				<AskForm q={q} issues={[]} />
			</Section>
			<Section title={found ? '没有解决您的问题' : '其他途径'}>
				<Ways />
			</Section>
		</>
	);
}

function NotFound({ isNear }: { isNear: boolean }) {
	return (
		<Notice title={isNear ? '没有找到确定的回答' : '未找到'}>
			<p>
				{isNear
					? '下面是最接近的几段原文，可能正是您要找的，也可能不是，请对照原文。不合适的，可以换一种说法再问，或者：'
					: '没有找到回答这个问题的原文。可以换一种说法再问，或者：'}
			</p>
			<ul>
				<li>用关键词检索全部公开信息；</li>
				<li>需要的政府信息没有主动公开的，申请公开；</li>
				<li>向主管机关咨询，由机关答复。</li>
			</ul>
		</Notice>
	);
}

function Judgement({ token }: { token: string }) {
	return (
		<form className="ask-judge" method="post" action="/ask/useful">
			<input type="hidden" name="token" value={token} />
			<span>这些原文对您有用吗？</span>
			<Button kind="secondary" name="useful" value="yes">
				有用
			</Button>
			<Button kind="secondary" name="useful" value="no">
				没用
			</Button>
		</form>
	);
}

async function answerQuestion({ form, context, services }: PageRequest): Promise<Page> {
	const q = clean(form.q);
	const issues = questionIssues(q);
	if (issues.length > 0) return emptyPage(q, issues);
	const began = performance.now();
	const question = await simplified(q);
	const answer = await answerOf(reader(context), question);
	// Outside any transaction: a slow model holds no connection.
	const phrased = await phrase(services.config.model, question, answer.passages);
	const token = form.token && form.token.length <= 100 ? form.token : newToken();
	const tookMs = Math.round(performance.now() - began);
	await transact(context, (tx) =>
		noteQuestion(tx, { question, token, answer, modelOutcome: phrased.outcome, modelAnswer: phrased.answer, tookMs }),
	);
	return {
		title: answer.passages.length + answer.nearest.length > 0 ? '智能问答的结果' : '智能问答：未找到',
		nav: 'search',
		breadcrumb: [TRAIL, { label: '结果' }],
		body: <Answered q={q} token={token} answer={answer} phrased={phrased} />,
	};
}

async function takeVerdict({ form, context }: PageRequest): Promise<Page> {
	const isSaid = form.useful === 'yes' || form.useful === 'no';
	const known = isSaid && (await transact(context, (tx) => judge(tx, form.token ?? '', form.useful === 'yes')));
	if (!known) throw new AppError('notFound');
	return {
		title: '感谢您的反馈',
		nav: 'search',
		breadcrumb: [TRAIL, { label: '反馈' }],
		body: (
			<>
				<PageHead title="感谢您的反馈" />
				<Notice kind="success">
					{form.useful === 'yes' ? '已经记下。' : '已经记下，将用于补充公开的内容。需要答复的，请向机关咨询。'}
				</Notice>
				<p className="button-row">
					<LinkButton href="/ask">再问一个问题</LinkButton>
					<LinkButton href="/voice/new?kind=question" kind="secondary">
						向机关咨询
					</LinkButton>
				</p>
			</>
		),
	};
}

export const askPages = [
	definePage({
		method: 'GET',
		path: '/ask',
		summary: '智能问答',
		audit: 'none',
		live: true,
		query: [],
		handler: async () => emptyPage('', []),
	}),
	definePage({
		method: 'POST',
		path: '/ask',
		summary: '公众提问',
		audit: 'ask.question',
		ratePerMinute: 20,
		handler: answerQuestion,
	}),
	definePage({
		method: 'POST',
		path: '/ask/useful',
		summary: '评价问答结果',
		audit: 'ask.judge',
		ratePerMinute: 20,
		handler: takeVerdict,
	}),
];
