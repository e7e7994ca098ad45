import { Form, Input } from 'antd';
import type { DocumentDetail } from '../api.ts';
import { AttachmentsInput } from './attachments-input.tsx';
import { RichText } from './rich-text/rich-text.tsx';

/** Title, text and files: what the reader sees. */
export function MainFields({ document: { id, attachments, edition } }: { document: DocumentDetail }) {
	return (
		<div className="pub-main">
			<section className="gk-panel" aria-label="标题和正文">
				<Form.Item name="title" label="标题" required>
					<Input.TextArea maxLength={200} autoSize={{ minRows: 1, maxRows: 3 }} placeholder="发布在网站上的完整标题" />
				</Form.Item>
				{edition > 1 ? (
					<Form.Item name="changeNote" label="修订内容" required extra="说明本版改了什么，留在办理记录中">
						<Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
					</Form.Item>
				) : null}
				<Form.Item name="body" label="正文" extra="可以从 Word、WPS 直接粘贴，多余的格式会自动清除。">
					<RichText documentId={id} label="正文" />
				</Form.Item>
			</section>
			<section className="gk-panel">
				<h2>附件</h2>
				<Form.Item name="attachments" className="pub-flush">
					<AttachmentsInput documentId={id} known={attachments} />
				</Form.Item>
			</section>
		</div>
	);
}
