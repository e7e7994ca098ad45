import type { ReactNode } from 'react';
import { Notice, RichText, SummaryList } from '../../../portal/components/index.ts';
import type { Attachment, DocumentContent } from '../model.ts';
import { shownBody } from '../rules/body.ts';
import type { ListedOut, ValidityMark } from '../rules/validity.ts';
import { ATTRIBUTES, VALIDITIES, type Validity } from '../types.ts';

/** A document as readers see it, on the portal or before it is there. */
export interface DocumentViewProps {
	content: DocumentContent;
	indexNumber: string | null;
	/** Day of first publication; null in a preview. */
	publishedOn: string | null;
	edition: number;
	editionOn: string | null;
	validity: Validity;
	marks: readonly ValidityMark[];
	/** The 继续有效目录 that leaves it out. */
	listedOut?: ListedOut | null;
	attachments: readonly Attachment[];
	/** Address of a file of the document. */
	fileHref: (fileId: number) => string;
	/** Address of the page that shows a file of the document, where there is one. */
	previewHref?: (file: Attachment) => string | null;
}

export function sizeText(bytes: number): string {
	if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} KB`;
	return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** The metadata block: the record of 条例第十二条 and what portals add to it. */
function metadata({
	content,
	indexNumber,
	publishedOn,
	validity,
}: DocumentViewProps): { label: string; value: ReactNode }[] {
	return [
		{ label: '索引号', value: indexNumber ?? '签发后生成' },
		{ label: '主题分类', value: content.theme },
		{ label: '发文机关', value: content.issuer },
		{ label: '成文日期', value: content.formedOn },
		{ label: '文号', value: content.documentNumber || '无' },
		{ label: '发布日期', value: publishedOn ?? '尚未发布' },
		{ label: '体裁', value: content.genre },
		{ label: '有效性', value: `${VALIDITIES[validity]}${content.expiresOn ? `（有效期至${content.expiresOn}）` : ''}` },
		{ label: '公开方式', value: content.attribute ? ATTRIBUTES[content.attribute] : '' },
		{ label: '责任机构', value: content.responsibleUnit },
		{ label: '关键词', value: content.keywords.join('、') },
		{ label: '内容概述', value: content.summary },
	];
}

function ValidityNotice({ validity, marks }: Pick<DocumentViewProps, 'validity' | 'marks'>) {
	if (validity === 'valid') return null;
	const mark = marks.findLast((one) => one.validity === validity);
	return (
		<Notice kind="warning">
			<p>
				<span className="stamp-invalid">{VALIDITIES[validity]}</span>
				{mark ? `　自${mark.onDay}起，依据：${mark.basis}` : '　有效期已届满。'}
				{validity === 'revised' ? '请以修改后的内容为准。' : '本文件不再作为行政管理的依据，仅供查阅。'}
			</p>
		</Notice>
	);
}

/** Still in force by its own words, and no basis for anything: 未列入继续有效目录 (law.md §5.7). */
function ListedOutNotice({ validity, listedOut }: Pick<DocumentViewProps, 'validity' | 'listedOut'>) {
	if (!listedOut || validity === 'repealed' || validity === 'expired') return null;
	return (
		<Notice kind="warning">
			{`本文件未列入《${listedOut.title}》（截至${listedOut.onDay}）。未列入继续有效目录的文件，不得作为行政管理的依据。`}
		</Notice>
	);
}

function Attachments({
	attachments,
	fileHref,
	previewHref,
}: Pick<DocumentViewProps, 'attachments' | 'fileHref' | 'previewHref'>) {
	if (attachments.length === 0) return null;
	return (
		<section className="attachments">
			<h2>附件</h2>
			<ul>
				{attachments.map((file) => {
					const preview = previewHref?.(file);
					return (
						<li key={file.id}>
							<a href={fileHref(file.id)}>{file.fileName}</a> <span>（{sizeText(file.size)}）</span>
							{preview ? (
								<a className="file-preview no-print" href={preview} aria-label={`预览${file.fileName}`}>
									预览
								</a>
							) : null}
						</li>
					);
				})}
			</ul>
		</section>
	);
}

/** 朗读、打印: shown by the script that does them, absent without it. */
function PageTools() {
	return (
		<p className="page-tools no-print">
			<button type="button" data-tool="read" aria-pressed="false" hidden>
				朗读
			</button>
			<button type="button" data-tool="print" hidden>
				打印
			</button>
		</p>
	);
}

export function DocumentView(props: DocumentViewProps) {
	const { content, publishedOn, edition, editionOn, fileHref } = props;
	return (
		<article className="document">
			<SummaryList rows={metadata(props)} />
			<ValidityNotice {...props} />
			<ListedOutNotice {...props} />
			<h1 className="document-title">{content.title}</h1>
			<p className="document-line">
				<span>来源：{content.issuer}</span>
				<span>发布日期：{publishedOn ?? '尚未发布'}</span>
				{edition > 1 ? <span>{`第${edition}版${editionOn ? `，${editionOn}更新` : ''}`}</span> : null}
			</p>
			<PageTools />
			{edition > 1 && content.changeNote ? <Notice title="修订说明">{content.changeNote}</Notice> : null}
			<RichText html={shownBody(content.body, fileHref)} />
			<Attachments attachments={props.attachments} fileHref={fileHref} previewHref={props.previewHref} />
		</article>
	);
}
