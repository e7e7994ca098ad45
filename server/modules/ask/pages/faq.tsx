import { AppError } from '../../../kernel/errors.ts';
import { civilDay } from '../../../platform/clock.ts';
import { type Reader, reader } from '../../../platform/transaction.ts';
import { LinkButton, LinkList, Notice, PageHead, Section, SummaryList } from '../../../portal/components/index.ts';
import { definePage, type PageRequest } from '../../../portal/page.ts';
import { listOffices, type Office } from '../../offices/index.ts';
import { documentById } from '../../publishing/index.ts';
import { FAQ_TAG } from '../commands/index-passages.ts';
import { type ShownEntry, selectShownEntries } from '../store/entries.ts';

const TRAIL = { label: '常见问题', href: '/faq' };

/** Entries of offices that were merged stand under the one that goes on. */
function byOffice(entries: readonly ShownEntry[], offices: readonly Office[]) {
	const into = new Map(offices.map(({ id, mergedInto }) => [id, mergedInto]));
	const heirOf = (id: number): number => {
		const heir = into.get(id);
		return heir === null || heir === undefined || heir === id ? id : heirOf(heir);
	};
	return offices
		.map((office) => ({ office, own: entries.filter(({ officeId }) => heirOf(officeId) === office.id) }))
		.filter(({ own }) => own.length > 0);
}

function EntryLinks({ entries }: { entries: readonly ShownEntry[] }) {
	const links = entries.map(({ id, shown, shownAt }) => ({
		href: `/faq/${id}`,
		title: shown.question,
		day: civilDay(shownAt),
	}));
	return <LinkList links={links} empty="暂无" />;
}

async function tagsOf(read: Reader): Promise<string[]> {
	return [FAQ_TAG, 'documents', ...(await listOffices(read)).map(({ id }) => `office:${id}`)];
}

const listPage = definePage({
	method: 'GET',
	path: '/faq',
	summary: '常见问题',
	audit: 'none',
	query: [],
	handler: async ({ context }: PageRequest) => {
		const read = reader(context);
		const groups = byOffice(await selectShownEntries(read), await listOffices(read, { merged: true }));
		return {
			title: '常见问题',
			nav: 'search',
			breadcrumb: [{ label: '常见问题' }],
			cacheTags: await tagsOf(read),
			body: (
				<>
					<PageHead title="常见问题" lead="各机关对经常问到的事项的解答。" />
					{groups.map(({ office, own }) => (
						<Section key={office.id} title={office.name}>
							<EntryLinks entries={own} />
						</Section>
					))}
					{groups.length === 0 ? <Notice>还没有常见问题。</Notice> : null}
					<p className="button-row">
						<LinkButton href="/ask">智能问答</LinkButton>
						<LinkButton href="/voice" kind="secondary">
							互动回应
						</LinkButton>
					</p>
				</>
			),
		};
	},
});

const entryPage = definePage({
	method: 'GET',
	path: '/faq/:id',
	summary: '常见问题的解答',
	audit: 'none',
	query: [],
	handler: async ({ context, params }: PageRequest) => {
		const id = Number(params.id);
		if (!Number.isSafeInteger(id) || id < 1) throw new AppError('notFound');
		const read = reader(context);
		const [entry] = await selectShownEntries(read, { ids: [id] });
		if (!entry) throw new AppError('notFound');
		const { question, answer, basis, documentId, validUntil } = entry.shown;
		const office = (await listOffices(read, { merged: true })).find((one) => one.id === entry.officeId);
		const document = documentId === null ? null : await documentById(read, documentId);
		const source = document ? <a href={`/d/${document.documentId}`}>{document.title}</a> : null;
		return {
			title: question,
			nav: 'search',
			breadcrumb: [TRAIL, { label: office?.shortName ?? '' }],
			cacheTags: await tagsOf(read),
			tags: {
				article: { title: question, publishedAt: `${civilDay(entry.shownAt)} 00:00`, source: office?.name ?? '' },
			},
			body: (
				<>
					<PageHead title={question} />
					<div className="plain-text faq-answer">{answer}</div>
					<SummaryList
						rows={[
							{ label: '解答机关', value: office?.name ?? '' },
							{ label: '发布日期', value: civilDay(entry.shownAt) },
							...(basis ? [{ label: '依据', value: basis }] : []),
							...(source ? [{ label: '依据文件', value: source }] : []),
							...(validUntil ? [{ label: '有效期至', value: validUntil }] : []),
						]}
					/>
				</>
			),
		};
	},
});

export const faqPages = [listPage, entryPage];
