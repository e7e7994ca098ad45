import { TableOutlined } from '@ant-design/icons';
import { type Editor, useEditorState } from '@tiptap/react';
import { Dropdown } from 'antd';
import { ToolButton } from './tool-button.tsx';

const chain = (editor: Editor) => editor.chain().focus();

const CHANGES: readonly (readonly { key: string; label: string; run: (editor: Editor) => void }[])[] = [
	[
		{ key: 'rowAbove', label: '在上方插入行', run: (editor) => chain(editor).addRowBefore().run() },
		{ key: 'rowBelow', label: '在下方插入行', run: (editor) => chain(editor).addRowAfter().run() },
		{ key: 'columnLeft', label: '在左侧插入列', run: (editor) => chain(editor).addColumnBefore().run() },
		{ key: 'columnRight', label: '在右侧插入列', run: (editor) => chain(editor).addColumnAfter().run() },
	],
	[
		{ key: 'merge', label: '合并选中的单元格', run: (editor) => chain(editor).mergeCells().run() },
		{ key: 'split', label: '拆分单元格', run: (editor) => chain(editor).splitCell().run() },
		{ key: 'header', label: '设为或取消表头行', run: (editor) => chain(editor).toggleHeaderRow().run() },
	],
	[
		{ key: 'deleteRow', label: '删除行', run: (editor) => chain(editor).deleteRow().run() },
		{ key: 'deleteColumn', label: '删除列', run: (editor) => chain(editor).deleteColumn().run() },
		{ key: 'deleteTable', label: '删除表格', run: (editor) => chain(editor).deleteTable().run() },
	],
];

/** Inserts a table; inside one, changes it. */
export function TableMenu({ editor }: { editor: Editor }) {
	const inside = useEditorState({ editor, selector: ({ editor: now }) => now.isActive('table') });
	if (!inside) {
		const insert = () => chain(editor).insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run();
		return <ToolButton label="插入表格" icon={<TableOutlined aria-hidden />} onClick={insert} />;
	}
	const items = CHANGES.flatMap((group, at) => [
		...(at > 0 ? [{ type: 'divider' as const, key: `line${at}` }] : []),
		...group.map(({ key, label }) => ({ key, label })),
	]);
	const choose = (key: string) =>
		CHANGES.flat()
			.find((change) => change.key === key)
			?.run(editor);
	return (
		<Dropdown menu={{ items, onClick: ({ key }) => choose(key) }} trigger={['click']}>
			<span>
				<ToolButton label="修改表格" icon={<TableOutlined aria-hidden />} pressed />
			</span>
		</Dropdown>
	);
}
