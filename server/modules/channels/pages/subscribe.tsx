import { AppError } from '../../../kernel/errors.ts';
import { collectIssues, type Issue, issue } from '../../../kernel/issue.ts';
import { type Reader, reader, transact } from '../../../platform/transaction.ts';
import {
	Button,
	ErrorSummary,
	formState,
	LinkButton,
	Notice,
	PageHead,
	SelectField,
	TextField,
} from '../../../portal/components/index.ts';
import { definePage, type Page, type PageRequest } from '../../../portal/page.ts';
import { simplified } from '../../../portal/script.ts';
import { recipientOf } from '../../messaging/index.ts';
import { listOffices } from '../../offices/index.ts';
import {
	CONFIRM_DAYS,
	confirmSubscription,
	endSubscription,
	isStale,
	subscribe,
	tokenFingerprint,
} from '../commands/subscribe.ts';
import { messages } from '../messages.zh.ts';
import type { Subscription } from '../model.ts';
import { topicColumns, topicName } from '../queries/topics.ts';
import { byToken } from '../store/subscriptions.ts';

const TRAIL = { label: '邮件订阅', href: '/subscribe' };
const LEAD = '有新公开的政府信息时，每天一封邮件告诉您。可以随时退订。';

/** NUL and lone surrogates can be posted and not be stored. */
function clean(text: string | undefined): string {
	return (text ?? '')
		.replaceAll('\u0000', '')
		.replace(/\p{Surrogate}/gu, '')
		.trim();
}

function closedPage(): Page {
	return {
		title: '邮件订阅',
		breadcrumb: [{ label: TRAIL.label }],
		body: (
			<>
				<PageHead title="邮件订阅" />
				<Notice>
					<p>{messages.mailClosed}</p>
				</Notice>
				<p className="button-row">
					<LinkButton href="/search" kind="secondary">
						信息检索
					</LinkButton>
				</p>
			</>
		),
	};
}

async function formPage(read: Reader, form: Readonly<Record<string, string>>, issues: readonly Issue[]): Promise<Page> {
	const state = formState(form, issues);
	const offices = await listOffices(read);
	const columns = await topicColumns(read);
	return {
		status: issues.length > 0 ? 422 : 200,
		title: '邮件订阅',
		breadcrumb: [{ label: TRAIL.label }],
		body: (
			<>
				<PageHead title="邮件订阅" lead={LEAD} />
				<ErrorSummary issues={issues} />
				<form className="form" method="post" action="/subscribe" noValidate>
					<TextField
						label="电子邮箱"
						type="email"
						required
						maxLength={100}
						autoComplete="email"
						hint="加密保存，只用于发送订阅邮件，退订后即删除。"
						{...state.field('email')}
					/>
					<SelectField
						label="机关"
						placeholder="全部机关"
						options={offices.map(({ slug, name }) => ({ value: slug, label: name }))}
						{...state.field('office')}
					/>
					<SelectField
						label="栏目"
						placeholder="全部栏目"
						options={columns.map(({ slug, name }) => ({ value: slug, label: name }))}
						{...state.field('column')}
					/>
					<TextField label="关键词" hint="可以不填。" maxLength={50} {...state.field('words')} />
					<p className="button-row">
						<Button>订阅</Button>
					</p>
				</form>
			</>
		),
	};
}

async function receive({ context, form, services, origin }: PageRequest): Promise<Page> {
	if (!services.channels.mail) return closedPage();
	const read = reader(context);
	const given = Object.fromEntries(Object.entries(form).map(([name, value]) => [name, clean(value)]));
	const email = recipientOf('mail', given.email ?? '');
	const office = (await listOffices(read)).find(({ slug }) => slug === given.office);
	const column = (await topicColumns(read)).find(({ slug }) => slug === given.column);
	const words = await simplified((given.words ?? '').slice(0, 50));
	const issues = collectIssues(
		(email === null || email.length > 100) && issue('subscription.email', messages.email, 'email'),
		Boolean(given.office) && !office && issue('subscription.office', messages.topicOffice, 'office'),
		Boolean(given.column) && !column && issue('subscription.column', messages.topicColumn, 'column'),
	);
	if (email === null || issues.length > 0) return await formPage(read, given, issues);
	const topic = { officeId: office?.id ?? null, columnSlug: column?.slug ?? '', words };
	try {
		await transact(context, (tx) => subscribe(tx, services.vault(), { ...topic, email, origin }));
	} catch (error) {
		if (error instanceof AppError && error.code === 'invalid') return await formPage(read, given, error.issues);
		throw error;
	}
	return saidPage('请查收确认邮件', [
		`如果该邮箱还没有订阅相同的内容，确认邮件已经发出。请在${CONFIRM_DAYS}天内打开邮件中的链接确认，订阅才会生效。`,
	]);
}

function saidPage(title: string, lines: readonly string[]): Page {
	return {
		title,
		breadcrumb: [TRAIL, { label: title }],
		body: (
			<>
				<PageHead title={title} />
				<Notice kind="success">
					{lines.map((line) => (
						<p key={line}>{line}</p>
					))}
				</Notice>
			</>
		),
	};
}

function wrongLinkPage(): Page {
	return {
		status: 404,
		title: '链接无效',
		breadcrumb: [TRAIL, { label: '链接无效' }],
		body: (
			<>
				<PageHead title="链接无效" />
				<Notice kind="warning">
					<p>{messages.wrongLink}</p>
				</Notice>
				<p className="button-row">
					<LinkButton href="/subscribe">重新订阅</LinkButton>
				</p>
			</>
		),
	};
}

interface Step {
	path: string;
	title: string;
	button: string;
	audit: string;
	/** Whether a link of this state still does something. */
	isGood(subscription: Subscription, now: Date): boolean;
	act(request: PageRequest, token: string): Promise<Page>;
}

/** A link in a mail shows a button and changes nothing by itself: mail scanners open every link. */
function linkPages({ path, title, button, audit, isGood, act }: Step) {
	return [
		definePage({
			method: 'GET',
			path,
			summary: `${title}的链接`,
			audit: 'none',
			live: true,
			query: ['token'],
			handler: async ({ context, query, services }: PageRequest) => {
				const read = reader(context);
				const token = query.token ?? '';
				const found = token ? await byToken(read, tokenFingerprint(services.vault(), token)) : null;
				if (!found || !isGood(found, read.now)) return wrongLinkPage();
				return {
					title,
					breadcrumb: [TRAIL, { label: title }],
					body: (
						<>
							<PageHead title={title} lead={`订阅内容：${await topicName(read, found)}`} />
							<form className="form" method="post" action={path}>
								<input type="hidden" name="token" value={token} />
								<p className="button-row">
									<Button>{button}</Button>
								</p>
							</form>
						</>
					),
				};
			},
		}),
		definePage({
			method: 'POST',
			path,
			summary: title,
			audit,
			ratePerMinute: 40,
			handler: async (request: PageRequest) => {
				try {
					return await act(request, clean(request.form.token));
				} catch (error) {
					if (error instanceof AppError && error.code === 'conflict') return wrongLinkPage();
					throw error;
				}
			},
		}),
	];
}

const steps: readonly Step[] = [
	{
		path: '/subscribe/confirm',
		title: '确认订阅',
		button: '确认订阅',
		audit: 'subscription.confirm',
		isGood: (found, now) => found.state !== 'ended' && !isStale(found, now),
		act: async ({ context, services }, token) => {
			await transact(context, (tx) => confirmSubscription(tx, services.vault(), token));
			return saidPage('订阅成功', ['从现在起新公开的信息，每天早上汇总发送。每封邮件都有退订链接。']);
		},
	},
	{
		path: '/subscribe/end',
		title: '退订',
		button: '退订',
		audit: 'subscription.end',
		isGood: ({ state }) => state !== 'ended',
		act: async ({ context, services }, token) => {
			await transact(context, (tx) => endSubscription(tx, services.vault(), token));
			return saidPage('已经退订', ['不会再发送这项订阅的邮件，邮箱已经删除。']);
		},
	},
];

export const subscribePages = [
	definePage({
		method: 'GET',
		path: '/subscribe',
		summary: '邮件订阅的表单',
		audit: 'none',
		query: ['office', 'column', 'words'],
		handler: async ({ context, query, services }) => {
			if (!services.channels.mail) return closedPage();
			const { office = '', column = '', words = '' } = query;
			return await formPage(reader(context), { office, column, words }, []);
		},
	}),
	definePage({
		method: 'POST',
		path: '/subscribe',
		summary: '提交邮件订阅',
		audit: 'subscription.submit',
		ratePerMinute: 10,
		handler: receive,
	}),
	...steps.flatMap(linkPages),
];
