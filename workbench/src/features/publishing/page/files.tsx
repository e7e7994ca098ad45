import { LockOutlined, PaperClipOutlined } from '@ant-design/icons';
import { DateTimeText, DownloadButton, formatSize } from '../../../ui/index.ts';
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
			<Originals document={{ id, attachments }} />
			<div className="pub-papers">
				<Sheet path={`/api/documents/${id}/sign-off-sheet`} label="信息发布审签表" />
				{reviews.length > 0 ? <Sheet path={`/api/documents/${id}/secrecy-sheet`} label="保密审查表" /> : null}
			</div>
		</section>
	);
}

/** What was masked stays with the office and is never public. */
function Originals({ document: { id, attachments } }: { document: Pick<DocumentDetail, 'id' | 'attachments'> }) {
	const copies = attachments.filter(({ maskedFrom }) => maskedFrom !== null);
	if (copies.length === 0) return null;
	return (
		<>
			<h3>内部留存的原件（不公开）</h3>
			<ol className="pub-files">
				{copies.map(({ id: copyId, maskedFrom, addedAt }) => {
					const original = attachments.find((file) => file.id === maskedFrom);
					return original ? (
						<li key={copyId}>
							<LockOutlined aria-hidden />
							<div className="gk-break">
								<a href={filePath(id, original.id)} target="_blank" rel="noreferrer">
									{original.fileName}
								</a>
								<div className="gk-hint">
									<DateTimeText at={addedAt} /> 制作副本
								</div>
							</div>
						</li>
					) : null;
				})}
			</ol>
		</>
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
