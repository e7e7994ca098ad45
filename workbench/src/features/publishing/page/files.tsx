import { PaperClipOutlined } from '@ant-design/icons';
import { DownloadButton, formatSize } from '../../../ui/index.ts';
import { type DocumentDetail, filePath } from '../api.ts';

/** Attachments of the document, and the two papers that come out of its reviews. */
export function Files({ document: { id, attachments, content, reviews } }: { document: DocumentDetail }) {
	const shown = content.attachments.flatMap((fileId) => attachments.find((file) => file.id === fileId) ?? []);
	return (
		<section className="gk-panel">
			<h2>附件和文书</h2>
			{shown.length === 0 ? <p className="gk-hint">没有附件。</p> : null}
			<ol className="pub-files">
				{shown.map((file) => (
					<li key={file.id}>
						<PaperClipOutlined aria-hidden />
						<span className="gk-break">
							<a href={filePath(id, file.id)} target="_blank" rel="noreferrer">
								{file.fileName}
							</a>
							<span className="gk-hint">（{formatSize(file.size)}）</span>
						</span>
					</li>
				))}
			</ol>
			<div className="pub-papers">
				<Sheet path={`/api/documents/${id}/sign-off-sheet`} label="信息发布审签表" />
				{reviews.length > 0 ? <Sheet path={`/api/documents/${id}/secrecy-sheet`} label="保密审查表" /> : null}
			</div>
		</section>
	);
}

/** Word to fill in by hand, PDF to print as it is. */
function Sheet({ path, label }: { path: string; label: string }) {
	return (
		<>
			<DownloadButton path={path} label={label} />
			<DownloadButton path={`${path}?format=pdf`} label={`${label}（PDF）`} />
		</>
	);
}
