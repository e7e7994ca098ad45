import qrcode from 'qrcode';
import { Download } from '../../../api/route.ts';
import { AppError } from '../../../kernel/errors.ts';
import { civilDay } from '../../../platform/clock.ts';
import { minuteInChina } from '../../../platform/instants.ts';
import { type Reader, reader } from '../../../platform/transaction.ts';
import { LinkList, PageHead, Section, SummaryList } from '../../../portal/components/index.ts';
import { definePage, type Page } from '../../../portal/page.ts';
import { columnById, columnPageTags } from '../../catalog/index.ts';
import { officeById, officeBySlug } from '../../offices/index.ts';
import { pageOf } from '../commands/release.ts';
import { words } from '../messages.zh.ts';
import { type PublicDocument, type PublicEdition, withAllOf, withdrawnDocument } from '../queries/public.ts';
import { IMAGE_TYPES } from '../rules/attachment.ts';
import { selectBeside } from '../store/beside.ts';
import { selectPublicEdition } from '../store/publications.ts';
import { DocumentView } from './document-view.tsx';
import { fileAddress, previewHref, publicFile } from './file-preview.tsx';
import { idOf, requirePublic } from './public-document.ts';
import { columnHref, lineOf } from './shared.tsx';

function fileHref(document: Pick<PublicDocument, 'documentId'>, files: ReadonlyMap<number, string>) {
	return (id: number) => fileAddress(document.documentId, { id, fileName: files.get(id) ?? 'file' });
}

async function documentPage(read: Reader, edition: PublicEdition): Promise<Page> {
	const [document, related, office, column] = await Promise.all([
		withAllOf(read, edition),
		relatedTo(read, edition),
		officeById(read, edition.officeId),
		columnById(read, edition.columnId),
	]);
	// A merged office lives on at its successor's address.
	const shown = office && (await officeBySlug(read, office.slug));
	if (!office || !column || !shown) throw new AppError('notFound');
	const files = new Map(document.attachments.map(({ id, fileName }) => [id, fileName]));
	return {
		title: document.title,
		breadcrumb: [
			{ label: shown.name, href: `/o/${shown.slug}` },
			{ label: column.name, href: columnHref(shown, column) },
			{ label: '正文' },
		],
		tags: { column: columnPageTags(column, office.name), article: articleTags(document) },
		head: <script src="/assets/page-tools.js" defer />,
		cacheTags: changesByItself(read, document)
			? undefined
			: [`document:${document.documentId}`, `catalog:${document.officeId}`, ...pageOf(document.interprets)],
		body: (
			<>
				<DocumentView
					{...document}
					publishedOn={civilDay(document.publishedAt)}
					editionOn={civilDay(document.editionAt)}
					marks={document.validityMarks}
					fileHref={fileHref(document, files)}
					previewHref={(file) => previewHref(document.documentId, file)}
				/>
				<ReadsAsked documentId={document.documentId} />
				<Share documentId={document.documentId} />
				<Explaining document={document} />
				{related.length > 0 ? <Related links={related} /> : null}
			</>
		),
	};
}

function articleTags({ title, publishedAt, content }: PublicDocument): NonNullable<Page['tags']>['article'] {
	return {
		title,
		publishedAt: minuteInChina(publishedAt),
		source: content.issuer,
		keywords: content.keywords.join(','),
		author: content.responsibleUnit,
		description: content.summary,
	};
}

/** Where the script asks how often this was read. A form, since a page written out as files points its forms at the server. */
function ReadsAsked({ documentId }: { documentId: number }) {
	return (
		<form className="document-reads" action={`/d/${documentId}/reads.json`} method="get" hidden>
			浏览次数：
		</form>
	);
}

/** The address of this page for a phone to read, from the screen or from paper. */
function Share({ documentId }: { documentId: number }) {
	return (
		<figure className="share">
			<img src={`/d/${documentId}/qr.svg`} width="96" height="96" alt="本页网址的二维码" loading="lazy" />
			<figcaption>扫码在手机上查看本页</figcaption>
		</figure>
	);
}

/** 文件和解读: each leads to the other (law.md §5.6). */
function Explaining({ document: { interpreted, interpretations } }: { document: PublicDocument }) {
	return (
		<>
			{interpreted ? (
				<Section title="解读的文件">
					<LinkList links={[lineOf(interpreted, interpreted.documentNumber || undefined)]} empty="" />
				</Section>
			) : null}
			{interpretations.length > 0 ? (
				<Section title="政策解读">
					<LinkList links={interpretations.map((row) => lineOf(row))} empty="" />
				</Section>
			) : null}
		</>
	);
}

/**
 * Those before and after it in its column. Not the newest: each publication would change the page of every document of the
 * column, which is kept and written out as a file.
 */
async function relatedTo(read: Reader, edition: PublicEdition) {
	return (await selectBeside(read, edition)).map((row) => lineOf(row));
}

function Related({ links }: { links: Awaited<ReturnType<typeof relatedTo>> }) {
	return (
		<div className="related no-print">
			<Section title="同栏目信息">
				<LinkList links={links} empty="" />
			</Section>
		</div>
	);
}

/** Validity is of the day: a page on which it will change without anybody's doing is not kept. */
function changesByItself({ today }: Reader, { expiresOn, validityMarks }: PublicDocument): boolean {
	return expiresOn !== null || validityMarks.some(({ onDay }) => onDay > today);
}

/** The address of a withdrawn document: when, why, by whom. Nothing of what it was. */
async function gonePage(read: Reader, documentId: number): Promise<Page> {
	const gone = await withdrawnDocument(read, documentId);
	const office = gone && (await officeById(read, gone.officeId));
	if (!gone || !office) throw new AppError('notFound');
	const title = words('gone.title');
	return {
		status: 410,
		title,
		breadcrumb: [{ label: title }],
		cacheTags: [`document:${documentId}`],
		body: (
			<div className="panel">
				<PageHead title={title} />
				<SummaryList
					rows={[
						{ label: '撤下日期', value: gone.day },
						{ label: '撤下机关', value: office.name },
						{ label: '撤下原因', value: gone.reason },
					]}
				/>
				<p>
					您可以<a href={`/o/${office.slug}`}>查看该机关公开的其他信息</a>，或者<a href="/search">搜索政府信息</a>。
				</p>
			</div>
		),
	};
}

export const documentPages = [
	definePage({
		method: 'GET',
		path: '/d/:id',
		summary: '政府信息正文',
		audit: 'none',
		query: [],
		handler: async ({ context, params }) => {
			const read = reader(context);
			const id = idOf(params.id);
			const edition = await selectPublicEdition(read, id);
			return edition ? await documentPage(read, edition) : await gonePage(read, id);
		},
	}),
	definePage({
		method: 'GET',
		path: '/d/:id/qr.svg',
		summary: '政府信息页面网址的二维码',
		audit: 'none',
		query: [],
		handler: async ({ context, params, origin }) => {
			const id = idOf(params.id);
			await requirePublic(reader(context), id);
			const raw = await qrcode.toString(`${origin}/d/${id}`, { type: 'svg', margin: 1, errorCorrectionLevel: 'M' });
			return { raw, mediaType: 'image/svg+xml', cacheTags: [`document:${id}`] };
		},
	}),
	definePage({
		method: 'GET',
		path: '/d/:id/files/:fileId/:name',
		summary: '政府信息附件',
		audit: 'none',
		query: [],
		handler: async ({ context, params, services }) => {
			const read = reader(context);
			const id = idOf(params.id);
			const file = await publicFile(read, id, idOf(params.fileId));
			const inline = IMAGE_TYPES.includes(file.mediaType);
			const download = new Download(services.files.read(file.sha256), file.mediaType, file.fileName, inline);
			download.cacheTags = [`document:${id}`];
			return download;
		},
	}),
];
