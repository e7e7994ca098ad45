import { readFile } from 'node:fs/promises';
import { Download } from '../../../api/route.ts';
import { AppError } from '../../../kernel/errors.ts';
import { type FileView, MOST, type ViewBlock } from '../../../platform/file-view/index.ts';
import { drawPage, measurePages } from '../../../platform/redaction/index.ts';
import { type Reader, reader } from '../../../platform/transaction.ts';
import { Notice, PageHead, TableWrapper } from '../../../portal/components/index.ts';
import { definePage, type Page } from '../../../portal/page.ts';
import type { Services } from '../../../services.ts';
import { officeById } from '../../offices/index.ts';
import type { Attachment } from '../model.ts';
import { fileView, hasView } from '../queries/file-view.ts';
import { documentById } from '../queries/public.ts';
import { IMAGE_TYPES } from '../rules/attachment.ts';
import { imagesOf } from '../rules/body.ts';
import { selectPublicAttachment } from '../store/attachments.ts';
import { sizeText } from './document-view.tsx';
import { idOf, requirePublic } from './public-document.ts';

/** A file the public edition shows; one that only an older or a coming edition shows is not public. @throws AppError */
export async function publicFile(read: Reader, id: number, fileId: number): Promise<Attachment> {
	const found = await selectPublicAttachment(read, id, fileId);
	if (!found) await requirePublic(read, id);
	if (!found) throw new AppError('notFound');
	const { file, listed, body } = found;
	if (!listed.includes(file.id) && !imagesOf(body).includes(file.id)) throw new AppError('notFound');
	return file;
}

export function fileAddress(documentId: number, { id, fileName }: Pick<Attachment, 'id' | 'fileName'>): string {
	return `/d/${documentId}/files/${id}/${encodeURIComponent(fileName)}`;
}

/** Address of the page that shows a file; null for a kind no page can show. */
export function previewHref(documentId: number, file: Attachment): string | null {
	return hasView(file) ? `/d/${documentId}/files/${file.id}/preview` : null;
}

async function previewPage(read: Reader, services: Services, id: number, file: Attachment): Promise<Page> {
	const document = await documentById(read, id);
	const office = document && (await officeById(read, document.officeId));
	if (!document || !office || !hasView(file)) throw new AppError('notFound');
	const isImage = IMAGE_TYPES.includes(file.mediaType);
	const view = isImage ? null : await fileView(read, services.files, file);
	const pages = view && view.pictures > 0 ? await countPages(services, file) : 0;
	return {
		title: `${file.fileName}（附件预览）`,
		breadcrumb: [
			{ label: office.name, href: `/o/${office.slug}` },
			{ label: document.title, href: `/d/${id}` },
			{ label: '附件预览' },
		],
		// The document itself is what searching leads to.
		head: <meta name="robots" content="noindex" />,
		cacheTags: view?.isPassing ? undefined : [`document:${id}`],
		body: (
			<div className="panel file-view">
				<PageHead title={file.fileName}>
					<p className="page-lead">
						《<a href={`/d/${id}`}>{document.title}</a>》的附件。网页上显示的是文件的内容，版式以原文件为准。
					</p>
					<p className="no-print">
						<a href={fileAddress(id, file)}>下载原文件</a>（{sizeText(file.size)}）
					</p>
				</PageHead>
				{isImage ? <img src={fileAddress(id, file)} alt={`附件图片：${file.fileName}`} /> : null}
				{view ? <Shown view={view} name={file.fileName} /> : null}
				{pages > 0 ? <PagePictures documentId={id} file={file} count={pages} /> : null}
				{view?.pictures && pages === 0 ? <Notice>文件由图片组成，网页上不能显示，请下载原文件查看。</Notice> : null}
			</div>
		),
	};
}

/** Blocks, rows and cells have no name but their place. */
function numbered<T>(items: readonly T[]): { key: number; item: T }[] {
	return items.map((item, key) => ({ key, item }));
}

function Shown({ view, name }: { view: FileView; name: string }) {
	return (
		<>
			{view.notes.length > 0 ? (
				<Notice>
					{view.notes.map((note) => (
						<p key={note}>{note}</p>
					))}
				</Notice>
			) : null}
			{numbered(view.blocks).map(({ key, item }) => (
				<Block key={key} block={item} before={view.blocks[key - 1]} after={view.blocks[key + 1]} name={name} />
			))}
		</>
	);
}

interface BlockProps {
	block: ViewBlock;
	before: ViewBlock | undefined;
	after: ViewBlock | undefined;
	name: string;
}

/** The name of a sheet stands over its table as the caption. */
function Block({ block, before, after, name }: BlockProps) {
	if (block.kind === 'heading') return after?.kind === 'table' ? null : <h2>{block.text}</h2>;
	if (block.kind === 'text') return <p>{block.text}</p>;
	if (block.kind !== 'table') return null;
	const caption = before?.kind === 'heading' ? before.text : `${name}中的表格`;
	return (
		<TableWrapper caption={caption}>
			<tbody>
				{numbered(block.rows).map(({ key, item: row }) => (
					<tr key={key}>
						{numbered(row).map(({ key: column, item: { text, rowSpan, colSpan } }) => (
							<td key={column} rowSpan={rowSpan} colSpan={colSpan}>
								{text}
							</td>
						))}
					</tr>
				))}
			</tbody>
		</TableWrapper>
	);
}

/** A scan: its pages as pictures, as many as one page bears. */
function PagePictures({ documentId, file, count }: { documentId: number; file: Attachment; count: number }) {
	const shown = Array.from({ length: Math.min(count, MOST.pictures) }, (_, at) => at + 1);
	return (
		<>
			<Notice>
				文件是扫描件，网页上显示的是各页的图片。
				{count > shown.length ? `共${count}页，这里显示前${shown.length}页，其余请下载原文件查看。` : null}
			</Notice>
			{shown.map((page) => (
				<img
					key={page}
					src={`/d/${documentId}/files/${file.id}/pages/${page}.jpg`}
					alt={`第${page}页，共${count}页（扫描件）`}
					loading="lazy"
				/>
			))}
		</>
	);
}

const PDF = 'application/pdf';

async function paperOf({ files }: Services, { sha256 }: Attachment) {
	return { bytes: new Uint8Array(await readFile(files.path(sha256))), mediaType: PDF } as const;
}

/** How many pages a scan has; none where it cannot be drawn. */
async function countPages(services: Services, file: Attachment): Promise<number> {
	const answer = await measurePages(await paperOf(services, file));
	return 'done' in answer ? answer.done.length : 0;
}

async function pagePicture(services: Services, file: Attachment, page: number): Promise<Download> {
	const view = file.mediaType === PDF && page <= MOST.pictures;
	const answer = view ? await drawPage(await paperOf(services, file), page) : null;
	if (!answer || !('done' in answer)) throw new AppError('notFound');
	return new Download(answer.done, 'image/jpeg', `${page}.jpg`, true);
}

export const filePreviewPages = [
	definePage({
		method: 'GET',
		path: '/d/:id/files/:fileId/preview',
		summary: '政府信息附件预览',
		audit: 'none',
		query: [],
		handler: async ({ context, params, services }) => {
			const read = reader(context);
			const id = idOf(params.id);
			return await previewPage(read, services, id, await publicFile(read, id, idOf(params.fileId)));
		},
	}),
	definePage({
		method: 'GET',
		path: '/d/:id/files/:fileId/pages/:page',
		summary: '扫描件附件的一页',
		audit: 'none',
		query: [],
		handler: async ({ context, params, services }) => {
			const read = reader(context);
			const id = idOf(params.id);
			const file = await publicFile(read, id, idOf(params.fileId));
			const isScan = hasView(file) && (await fileView(read, services.files, file)).pictures > 0;
			if (!isScan) throw new AppError('notFound');
			const download = await pagePicture(services, file, idOf(params.page?.replace(/\.jpg$/, '')));
			download.cacheTags = [`document:${id}`];
			return download;
		},
	}),
];
