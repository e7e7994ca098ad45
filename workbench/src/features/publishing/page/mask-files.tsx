import { Alert, Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useCommand } from '../../../ui/index.ts';
import { type Attachment, type DocumentDetail, documentKey, maskFile } from '../api.ts';

/** One click for each file in which something personal was found: its masked copy is shown, the original stays inside. */
export function MaskFiles({ document }: { document: DocumentDetail }) {
	const { state, mayEdit, personal, attachments, content } = document;
	const [told, setTold] = useState<string | null>(null);
	const isShown = ({ id }: Attachment) =>
		content.attachments.includes(id) || content.body.includes(`attachment:${id}"`);
	const found = attachments.filter(
		(file) => isShown(file) && personal.some(({ fileName }) => fileName === file.fileName),
	);
	const mayMask = state === 'draft' && mayEdit && content.attribute === 'active';
	return (
		<>
			<div aria-live="polite">
				{told ? <Alert className="gk-gap" type="success" showIcon closable title={told} /> : null}
			</div>
			{mayMask
				? found.map((file) => <MaskFile key={file.id} documentId={document.id} file={file} onDone={setTold} />)
				: null}
		</>
	);
}

interface MaskFileProps {
	documentId: number;
	file: Attachment;
	onDone: (told: string) => void;
}

function MaskFile({ documentId, file, onDone }: MaskFileProps) {
	const { run, busy } = useCommand(() => maskFile(documentId, file.id), {
		refresh: [documentKey(documentId)],
		onDone: ({ copy, note }) => onDone(`已制作「${copy.fileName}」并替换原附件。${note}公开前请打开核对。`),
	});
	return (
		<Popconfirm
			placement="bottomLeft"
			title={`为「${file.fileName}」制作隐去个人信息的副本？`}
			description="号码只留首尾几位，姓名和住址只留首字。副本代替原附件公开，原件由本机关留存、不公开。"
			okText="制作"
			cancelText="取消"
			onConfirm={() => void run()}
		>
			<Button className="gk-gap pub-mask" loading={busy}>
				一键隐去「{file.fileName}」中的个人信息
			</Button>
		</Popconfirm>
	);
}
