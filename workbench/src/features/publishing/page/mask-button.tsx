import { Button, Popconfirm } from 'antd';
import { useCommand } from '../../../ui/index.ts';
import { type DocumentDetail, documentKey, maskDocument } from '../api.ts';

/** One click for what stands in the words of a draft; each file has a button of its own. */
export function MaskButton({ document: { id, state, mayEdit, personal } }: { document: DocumentDetail }) {
	const { run, busy } = useCommand(() => maskDocument(id), {
		refresh: [documentKey(id)],
		done: ({ masked }) => `已隐去${masked}处，请再看一遍正文。`,
	});
	if (state !== 'draft' || !mayEdit || personal.every(({ fileName }) => fileName !== '')) return null;
	return (
		<Popconfirm
			placement="bottomLeft"
			title="隐去标题、概述和正文中的个人信息？"
			description="号码只留首尾几位，姓名和住址只留首字；附件另外隐去。"
			okText="隐去"
			cancelText="取消"
			onConfirm={() => void run()}
		>
			<Button className="gk-gap" loading={busy}>
				一键隐去正文中的个人信息
			</Button>
		</Popconfirm>
	);
}
