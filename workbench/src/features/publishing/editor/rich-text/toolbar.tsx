import {
	AlignCenterOutlined,
	AlignLeftOutlined,
	AlignRightOutlined,
	BoldOutlined,
	ClearOutlined,
	ItalicOutlined,
	LineOutlined,
	OrderedListOutlined,
	RedoOutlined,
	UnderlineOutlined,
	UndoOutlined,
	UnorderedListOutlined,
} from '@ant-design/icons';
import { type Editor, useEditorState } from '@tiptap/react';
import { Select } from 'antd';
import type { ReactNode } from 'react';
import { LinkButton } from './link-button.tsx';
import { PictureButton } from './picture-button.tsx';
import { TableMenu } from './table-menu.tsx';
import { ToolButton } from './tool-button.tsx';
import type { Pictures } from './use-pictures.ts';

interface Tool {
	key: string;
	label: string;
	icon: ReactNode;
	run: (editor: Editor) => void;
	/** Whether the text at the cursor is so. */
	on?: (editor: Editor) => boolean;
	/** Whether there is anything to do. */
	can?: (editor: Editor) => boolean;
}

const chain = (editor: Editor) => editor.chain().focus();
const mark = (key: string, label: string, icon: ReactNode): Tool => ({
	key,
	label,
	icon,
	run: (editor) => chain(editor).toggleMark(key).run(),
	on: (editor) => editor.isActive(key),
});
const align = (textAlign: string | null, label: string, icon: ReactNode): Tool => ({
	key: `align-${textAlign}`,
	label,
	icon,
	run: (editor) =>
		chain(editor).updateAttributes('paragraph', { textAlign }).updateAttributes('heading', { textAlign }).run(),
	on: (editor) => editor.isActive({ textAlign }),
});

const GROUPS: readonly (readonly Tool[])[] = [
	[
		{
			key: 'undo',
			label: '撤销',
			icon: <UndoOutlined aria-hidden />,
			run: (editor) => chain(editor).undo().run(),
			can: (editor) => editor.can().undo(),
		},
		{
			key: 'redo',
			label: '重做',
			icon: <RedoOutlined aria-hidden />,
			run: (editor) => chain(editor).redo().run(),
			can: (editor) => editor.can().redo(),
		},
	],
	[
		mark('bold', '加粗', <BoldOutlined />),
		mark('italic', '斜体', <ItalicOutlined />),
		mark('underline', '下划线', <UnderlineOutlined />),
		mark('superscript', '上标', <span>x²</span>),
		mark('subscript', '下标', <span>x₂</span>),
	],
	[
		align(null, '左对齐', <AlignLeftOutlined />),
		align('center', '居中', <AlignCenterOutlined />),
		align('right', '右对齐', <AlignRightOutlined />),
	],
	[
		{
			key: 'bullets',
			label: '项目符号',
			icon: <UnorderedListOutlined aria-hidden />,
			run: (editor) => chain(editor).toggleBulletList().run(),
			on: (editor) => editor.isActive('bulletList'),
		},
		{
			key: 'numbers',
			label: '编号',
			icon: <OrderedListOutlined aria-hidden />,
			run: (editor) => chain(editor).toggleOrderedList().run(),
			on: (editor) => editor.isActive('orderedList'),
		},
		{
			key: 'quote',
			label: '引用',
			icon: <span>“”</span>,
			run: (editor) => chain(editor).toggleBlockquote().run(),
			on: (editor) => editor.isActive('blockquote'),
		},
		{
			key: 'line',
			label: '分隔线',
			icon: <LineOutlined aria-hidden />,
			run: (editor) => chain(editor).setHorizontalRule().run(),
		},
		{
			key: 'clear',
			label: '清除格式',
			icon: <ClearOutlined aria-hidden />,
			run: (editor) => chain(editor).unsetAllMarks().clearNodes().run(),
		},
	],
];
const TOOLS = GROUPS.flat();

/** What can be done with the text; arrow keys go from tool to tool. */
export function Toolbar({ editor, pictures }: { editor: Editor; pictures: Pictures }) {
	const state = useEditorState({
		editor,
		selector: ({ editor: now }) => ({
			on: TOOLS.filter((tool) => tool.on?.(now)).map(({ key }) => key),
			off: TOOLS.filter((tool) => tool.can && !tool.can(now)).map(({ key }) => key),
		}),
	});
	return (
		<div className="pub-tools" role="toolbar" aria-label="正文格式" onKeyDown={moveFocus}>
			<Paragraphs editor={editor} />
			{GROUPS.map((tools) => (
				<span key={tools[0]?.key} className="pub-tool-group">
					{tools.map((tool) => (
						<ToolButton
							key={tool.key}
							label={tool.label}
							icon={tool.icon}
							pressed={tool.on ? state.on.includes(tool.key) : undefined}
							disabled={state.off.includes(tool.key)}
							onClick={() => tool.run(editor)}
						/>
					))}
				</span>
			))}
			<span className="pub-tool-group">
				<LinkButton editor={editor} />
				<PictureButton editor={editor} pictures={pictures} />
				<TableMenu editor={editor} />
			</span>
		</div>
	);
}

const LEVELS = [2, 3, 4] as const;
const PARAGRAPHS = [
	{ value: 0, label: '正文' },
	{ value: 2, label: '一级标题' },
	{ value: 3, label: '二级标题' },
	{ value: 4, label: '三级标题' },
];

function Paragraphs({ editor }: { editor: Editor }) {
	const current = useEditorState({
		editor,
		selector: ({ editor: now }) => LEVELS.find((level) => now.isActive('heading', { level })) ?? 0,
	});
	const change = (value: number) => {
		const level = LEVELS.find((one) => one === value);
		if (level) chain(editor).setHeading({ level }).run();
		else chain(editor).setParagraph().run();
	};
	return (
		<Select
			size="small"
			variant="borderless"
			className="pub-paragraphs"
			aria-label="段落样式"
			options={PARAGRAPHS}
			value={current}
			onChange={change}
		/>
	);
}

function moveFocus(event: React.KeyboardEvent<HTMLElement>): void {
	const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
	if (step === 0) return;
	const buttons = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button:not(:disabled)')];
	const at = buttons.findIndex((button) => button.matches(':focus'));
	if (at >= 0) buttons[(at + step + buttons.length) % buttons.length]?.focus();
}
