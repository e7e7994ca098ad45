import { AppError } from '../../../kernel/errors.ts';
import { groupBy } from '../../../kernel/group.ts';
import { civilDay } from '../../../platform/clock.ts';
import { XLSX } from '../../../platform/row-sheet.ts';
import { type Reader, reader } from '../../../platform/transaction.ts';
import { LinkList, Notice, PageHead, Pagination, Section } from '../../../portal/components/index.ts';
import { definePage, type Redirect } from '../../../portal/page.ts';
import { pageHref } from '../../../portal/views.ts';
import { type Office, officeBySlug } from '../../offices/index.ts';
import { entryTitle, TRIMS } from '../model.ts';
import { publishedEntries, type ShownEntry } from '../queries/public.ts';
import { timingText } from '../rules/timing.ts';
import { writeEntrySheet } from '../sheets/entry-sheet.ts';
import { fieldOf } from '../standard/fields.ts';
import { selectEditionList } from '../store/entries.ts';
import { EntryTable } from './table.tsx';

const PER_PAGE = 20;
const TITLE = '主动公开事项目录';

/** The office of an address, or where it moved. @throws AppError `notFound` */
async function officeOf(read: Reader, slug: string, rest: string): Promise<Office | Redirect> {
	const office = await officeBySlug(read, slug);
	if (!office) throw new AppError('notFound');
	return office.slug === slug ? office : { redirect: `/o/${office.slug}${rest}`, status: 301 };
}

const tagsOf = ({ id }: Office) => [`office:${id}`, `catalog:${id}`, 'entries'];

function byField(entries: readonly ShownEntry[]): [string, ShownEntry[]][] {
	return [...groupBy(entries, ({ field }) => field)];
}

function Earlier({ editions }: { editions: Awaited<ReturnType<typeof selectEditionList>> }) {
	if (editions.length < 2) return null;
	return (
		<Section title="目录版本">
			<ul>
				{editions.map(({ number, publishedAt, note }) => (
					<li key={number}>{`第${number}版，${civilDay(publishedAt)}公布${note === '' ? '' : `：${note}`}`}</li>
				))}
			</ul>
		</Section>
	);
}

/** 主动公开事项目录 of one office, as published (条例第十二、二十二条). */
export const officeEntriesPage = definePage({
	method: 'GET',
	path: '/o/:slug/entries',
	summary: '机关主动公开事项目录',
	audit: 'none',
	query: [],
	handler: async ({ context, params }) => {
		const read = reader(context);
		const office = await officeOf(read, params.slug ?? '', '/entries');
		if ('redirect' in office) return office;
		const edition = await publishedEntries(read, office.id);
		const lead = edition
			? `第${edition.number}版，${civilDay(edition.publishedAt)}公布，共${edition.entries.length}项。`
			: undefined;
		return {
			title: `${office.name}${TITLE}`,
			nav: 'catalog',
			breadcrumb: [{ label: office.shortName, href: `/o/${office.slug}` }, { label: TITLE }],
			cacheTags: tagsOf(office),
			body: (
				<>
					<PageHead title={`${office.name}${TITLE}`} lead={lead}>
						{edition ? (
							<p className="page-lead">
								<a href={`/o/${office.slug}/entries.xlsx`}>下载目录（Excel表格）</a>
							</p>
						) : null}
					</PageHead>
					{edition ? null : <Notice>本机关的主动公开事项目录正在编制，尚未公布。</Notice>}
					{byField(edition?.entries ?? []).map(([code, entries]) => (
						<Section key={code} title={`${fieldOf(code)?.name ?? code}领域`}>
							<EntryTable caption={`公开事项（${entries.length}项）`} office={office} entries={entries} />
						</Section>
					))}
					<Earlier editions={await selectEditionList(read, office.id)} />
				</>
			),
		};
	},
});

export const officeEntriesSheet = definePage({
	method: 'GET',
	path: '/o/:slug/entries.xlsx',
	summary: '下载机关主动公开事项目录',
	audit: 'none',
	slow: true,
	query: [],
	handler: async ({ context, params }) => {
		const read = reader(context);
		const office = await officeOf(read, params.slug ?? '', '/entries.xlsx');
		if ('redirect' in office) return office;
		const edition = await publishedEntries(read, office.id);
		if (!edition) throw new AppError('notFound');
		const rows = edition.entries.map(({ field, content, trim, reason, documents }) => ({
			...{ field, content, officeName: office.name },
			note: trim === null ? `已公开${documents.length}条` : `${TRIMS[trim]}${reason === '' ? '' : `：${reason}`}`,
		}));
		return {
			raw: Buffer.from(await writeEntrySheet(TITLE, rows)),
			mediaType: XLSX,
			cacheTags: tagsOf(office),
		};
	},
});

/** The documents of one entry, newest first. */
export const entryPage = definePage({
	method: 'GET',
	path: '/o/:slug/entries/:entry',
	summary: '一个公开事项的信息',
	audit: 'none',
	query: ['page'],
	handler: async ({ context, params, query }) => {
		const read = reader(context);
		const office = await officeOf(read, params.slug ?? '', `/entries/${params.entry ?? ''}`);
		if ('redirect' in office) return office;
		const edition = await publishedEntries(read, office.id);
		const entry = edition?.entries.find(({ entryId }) => String(entryId) === params.entry);
		if (!entry || entry.trim !== null) throw new AppError('notFound');
		const page = Math.max(1, Number(query.page) || 1);
		const pages = Math.max(1, Math.ceil(entry.documents.length / PER_PAGE));
		if (!Number.isInteger(page) || page > pages) throw new AppError('notFound');
		const shown = entry.documents.slice((page - 1) * PER_PAGE, page * PER_PAGE);
		const title = entryTitle(entry.content);
		return {
			title: `${title}${page > 1 ? `（第${page}页）` : ''}`,
			nav: 'catalog',
			breadcrumb: [
				{ label: office.shortName, href: `/o/${office.slug}` },
				{ label: TITLE, href: `/o/${office.slug}/entries` },
				{ label: title },
			],
			cacheTags: tagsOf(office),
			body: (
				<div className="panel">
					<PageHead title={title} lead={`公开时限：${timingText(entry.content.due)}`}>
						<p className="page-lead">共 {entry.documents.length} 条信息</p>
					</PageHead>
					<LinkList
						links={shown.map(({ documentId, title: name, publishedAt }) => ({
							href: `/d/${documentId}`,
							title: name,
							day: civilDay(publishedAt),
						}))}
						empty="暂无信息。"
					/>
					<Pagination
						page={page}
						pages={pages}
						href={(to) => pageHref(`/o/${office.slug}/entries/${entry.entryId}`, to)}
					/>
				</div>
			),
		};
	},
});
