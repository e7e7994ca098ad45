import { randomBytes } from 'node:crypto';
import qrcode from 'qrcode';
import { AppError } from '../../../kernel/errors.ts';
import type { Issue } from '../../../kernel/issue.ts';
import { type Reader, reader, transact } from '../../../platform/transaction.ts';
import {
	ErrorSummary,
	formState,
	LinkButton,
	LinkList,
	Notice,
	PageHead,
	Section,
} from '../../../portal/components/index.ts';
import { definePage, type Page, type PageRequest } from '../../../portal/page.ts';
import { listOffices } from '../../offices/index.ts';
import { answerSurvey } from '../commands/answer-survey.ts';
import { surveyResult } from '../queries/surveys.ts';
import { answersOf, phaseOf } from '../rules/survey.ts';
import { selectMeasures, selectSurveys, surveyByNumber } from '../store/surveys.ts';
import { LEAST_ANSWERS, SURVEY_PHASES, type Survey } from '../types.ts';
import { SurveyForm } from './survey-form.tsx';
import { SurveyResult } from './survey-result.tsx';

const TITLE = '社会评议';
const TRAIL = { label: TITLE, href: '/surveys' };

/** Says «this browser has answered» of one questionnaire and nothing else; no number of a person, none of an answer. */
const cookieOf = ({ number, version }: Survey) => `gk_survey_${number}_${version}`;
const A_YEAR = 365 * 86_400;

/** NUL and lone surrogates can be posted and not be stored. */
function clean(form: Readonly<Record<string, string>>): Record<string, string> {
	const entries = Object.entries(form).map(([name, text]) => [
		name,
		text
			.replaceAll('\u0000', '')
			.replace(/\p{Surrogate}/gu, '')
			.trim(),
	]);
	return Object.fromEntries(entries);
}

async function publicSurvey(read: Reader, number: string | undefined): Promise<Survey> {
	const survey = number && /^PY\d{4,12}$/.test(number) ? await surveyByNumber(read, number) : null;
	if (!survey) throw new AppError('notFound');
	return survey;
}

function framed(survey: Survey, lead: string, body: Page['body'], status = 200): Page {
	return {
		status,
		title: survey.title,
		breadcrumb: [TRAIL, { label: survey.title }],
		body: (
			<>
				<PageHead title={survey.title} lead={lead} />
				{body}
			</>
		),
	};
}

async function formPage(request: PageRequest, survey: Survey, issues: readonly Issue[]): Promise<Page> {
	const read = reader(request.context);
	const form = issues.length > 0 ? request.form : {};
	const token = form.token || randomBytes(18).toString('base64url');
	const offices = survey.byOffice ? await listOffices(read) : [];
	return framed(
		survey,
		`${survey.opensOn}至${survey.closesOn}`,
		<>
			<ErrorSummary issues={issues} />
			{survey.intro ? <div className="plain-text">{survey.intro}</div> : null}
			<SurveyForm survey={survey} form={form} state={formState(form, issues)} token={token} offices={offices} />
			<Section title="关于匿名">
				<p>
					本问卷不问姓名，答卷中没有网络地址和提交时刻，只有日期，也看不出先后。浏览器里只留下一个“已参加本问卷”的标记，用来提醒不要重复提交；
					换一个浏览器或者清除标记后能够再次提交，我们以限制提交频率减少这种情况，不以追踪个人的方式防止。
				</p>
			</Section>
		</>,
		issues.length > 0 ? 422 : 200,
	);
}

/** What stands at the address of a questionnaire: the form, a word that it is not open, or what came of it. */
async function surveyPage(request: PageRequest): Promise<Page> {
	const read = reader(request.context);
	const survey = await publicSurvey(read, request.params.number);
	const phase = phaseOf(survey, read.today);
	const hasAnswered = request.cookies[cookieOf(survey)] !== undefined && !survey.codesOnly;
	if (survey.publishedAt !== null) return await resultPage(read, survey);
	if (phase === 'open')
		return hasAnswered ? thanksPage(survey, '这个浏览器已经参加过本次评议。') : await formPage(request, survey, []);
	const when = phase === 'coming' ? `${survey.opensOn}开始。` : '已经截止，结果公布后可以在这里查看。';
	return framed(survey, SURVEY_PHASES[phase], <Notice>本次评议{when}</Notice>);
}

async function resultPage(read: Reader, survey: Survey): Promise<Page> {
	const result = await surveyResult(read, survey);
	const measures = await selectMeasures(read, survey.id);
	return framed(
		survey,
		'评议结果',
		<SurveyResult survey={survey} result={result} measures={measures} least={LEAST_ANSWERS} />,
	);
}

function thanksPage(survey: Survey, words: string): Page {
	return framed(
		survey,
		TITLE,
		<>
			<Notice kind="success" title="感谢参加评议">
				<p>{words}</p>
			</Notice>
			<p className="button-row">
				<LinkButton href="/surveys" kind="secondary">
					返回社会评议
				</LinkButton>
			</p>
		</>,
	);
}

async function receive(request: PageRequest): Promise<Page> {
	const read = reader(request.context);
	const survey = await publicSurvey(read, request.params.number);
	const form = clean(request.form);
	const given = { ...request, form };
	const office = (await listOffices(read)).find(({ slug }) => slug === form.office);
	// The trail notes that somebody answered, and neither from where nor with which request.
	const { ip: _, requestId: _id, ...context } = request.context;
	try {
		await transact(context, (tx) =>
			answerSurvey(tx, request.services.vault(), {
				...{ surveyId: survey.id, officeId: office?.id ?? null, answers: answersOf(survey.questions, form) },
				...{ token: form.token ?? '', code: form.code ?? '' },
			}),
		);
	} catch (thrown) {
		if (!(thrown instanceof AppError) || thrown.code !== 'invalid') throw thrown;
		const issues = thrown.issues.length > 0 ? thrown.issues : [{ key: 'survey', message: thrown.userMessage }];
		return await formPage(given, survey, issues);
	}
	const cookie = { name: cookieOf(survey), value: 'yes', path: '/', maxAgeSeconds: A_YEAR };
	return { ...thanksPage(survey, '您的评议已经收到。'), cookie };
}

async function listPage(read: Reader): Promise<Page> {
	const rows = newestOf(await selectSurveys(read, { drafts: false }));
	const open = rows.filter((survey) => phaseOf(survey, read.today) === 'open' && survey.publishedAt === null);
	const told = rows.filter(({ publishedAt }) => publishedAt !== null);
	const link = ({ number, title, opensOn, closesOn }: Survey) => ({
		href: `/surveys/${number}`,
		title: `${title}（${opensOn}至${closesOn}）`,
	});
	return {
		title: TITLE,
		breadcrumb: [{ label: TITLE }],
		body: (
			<>
				<PageHead title={TITLE} lead="请您评议各机关的政府信息公开工作，结果和整改措施在这里公布。" />
				<Section title="正在进行">
					<LinkList empty="现在没有正在进行的评议。" links={open.map(link)} />
				</Section>
				<Section title="评议结果">
					<LinkList empty="还没有公布的评议结果。" links={told.map(link)} />
				</Section>
			</>
		),
	};
}

/** One address a number: its newest version. */
function newestOf(rows: readonly Survey[]): Survey[] {
	return rows.filter(
		({ number, version }) => !rows.some((other) => other.number === number && other.version > version),
	);
}

export const surveyPages = [
	definePage({
		method: 'GET',
		path: '/surveys',
		summary: TITLE,
		audit: 'none',
		live: true,
		query: [],
		handler: async ({ context }) => await listPage(reader(context)),
	}),
	definePage({
		method: 'GET',
		path: '/surveys/:number',
		summary: '社会评议问卷',
		audit: 'none',
		query: [],
		handler: surveyPage,
	}),
	definePage({
		method: 'POST',
		path: '/surveys/:number',
		summary: '参加社会评议',
		audit: 'survey.answer',
		ratePerMinute: 10,
		handler: receive,
	}),
	definePage({
		method: 'GET',
		path: '/surveys/:number/qr.svg',
		summary: '社会评议网址的二维码',
		audit: 'none',
		query: [],
		handler: async ({ context, params, origin }) => {
			const { number } = await publicSurvey(reader(context), params.number);
			const address = `${origin}/surveys/${number}`;
			const raw = await qrcode.toString(address, { type: 'svg', margin: 1, errorCorrectionLevel: 'M' });
			return { raw, mediaType: 'image/svg+xml', cacheTags: ['survey'] };
		},
	}),
];
