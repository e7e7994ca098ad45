import { ArrowUpOutlined, DeleteOutlined, PaperClipOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { FileUpload, formatSize } from '../../../ui/index.ts';
import { type Attachment, filePath } from '../api.ts';

interface AttachmentsInputProps {
	documentId: number;
	/** Files the document has, shown or not. */
	known: readonly Attachment[];
	id?: string;
	/** Ids of those shown, in order. */
	value?: readonly number[];
	onChange?: (ids: number[]) => void;
}

/** Files below the text: sent as soon as they are chosen, put in order, taken away again. */
export function AttachmentsInput({ documentId, known, id, value = [], onChange }: AttachmentsInputProps) {
	const [sent, setSent] = useState<readonly Attachment[]>([]);
	// Files of one choice arrive one after another, each before the form has taken in the last.
	const latest = useRef(value);
	latest.current = value;
	const files = new Map([...known, ...sent].map((file) => [file.id, file]));
	const change = (ids: readonly number[]) => {
		latest.current = ids;
		onChange?.([...ids]);
	};
	const raise = (at: number) => {
		const [moved] = value.slice(at, at + 1);
		if (moved === undefined) return;
		const others = value.filter((_one, index) => index !== at);
		change([...others.slice(0, at - 1), moved, ...others.slice(at - 1)]);
	};
	return (
		<div id={id} tabIndex={-1}>
			<ol className="pub-files">
				{value.map((fileId, at) => (
					<li key={fileId}>
						<PaperClipOutlined aria-hidden />
						<FileName documentId={documentId} file={files.get(fileId)} />
						<span className="gk-grow" />
						{at > 0 ? (
							<Button
								type="text"
								size="small"
								icon={<ArrowUpOutlined aria-hidden />}
								aria-label={`上移第${at + 1}个附件`}
								onClick={() => raise(at)}
							/>
						) : null}
						<Button
							type="text"
							size="small"
							icon={<DeleteOutlined aria-hidden />}
							aria-label={`移除第${at + 1}个附件`}
							onClick={() => change(value.filter((one) => one !== fileId))}
						/>
					</li>
				))}
			</ol>
			<AddFiles
				documentId={documentId}
				onAdded={(added) => {
					setSent((now) => [...now, ...added]);
					change([...latest.current, ...added.map((file) => file.id)]);
				}}
			/>
		</div>
	);
}

function FileName({ documentId, file }: { documentId: number; file: Attachment | undefined }) {
	if (!file) return <span>附件</span>;
	return (
		<span className="gk-break">
			<a href={filePath(documentId, file.id)} target="_blank" rel="noreferrer">
				{file.fileName}
			</a>
			<span className="gk-hint">（{formatSize(file.size)}）</span>
		</span>
	);
}

function AddFiles({ documentId, onAdded }: { documentId: number; onAdded: (added: Attachment[]) => void }) {
	return (
		<FileUpload<Attachment[]>
			path={`/api/documents/${documentId}/attachments`}
			multiple
			hint="Word、Excel、PPT、WPS、PDF、OFD、图片或文本文件，单个不超过100 MB"
			onUploaded={onAdded}
		/>
	);
}
