import { PictureOutlined } from '@ant-design/icons';
import { type Editor, useEditorState } from '@tiptap/react';
import { Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { FilePicker } from '../../../../ui/index.ts';
import { PICTURE_ENDINGS } from './picture-file.ts';
import { ToolButton } from './tool-button.tsx';
import type { Pictures } from './use-pictures.ts';

/** Puts a picture into the text, or gives the selected one its description. */
export function PictureButton({ editor, pictures }: { editor: Editor; pictures: Pictures }) {
	const [open, setOpen] = useState(false);
	const [form] = Form.useForm<{ file?: File[]; alt?: string }>();
	const selected = useEditorState({ editor, selector: ({ editor: now }) => now.isActive('image') });
	const show = () => {
		const alt: unknown = selected ? editor.getAttributes('image').alt : '';
		form.setFieldsValue({ file: [], alt: typeof alt === 'string' ? alt : '' });
		setOpen(true);
	};
	const apply = ({ file = [], alt = '' }: { file?: File[]; alt?: string }) => {
		setOpen(false);
		if (selected) editor.chain().focus().updateAttributes('image', { alt: alt.trim() }).run();
		else void pictures.insert(editor, file, alt.trim());
	};
	const label = selected ? '图片说明' : '插入图片';
	return (
		<>
			<ToolButton label={label} icon={<PictureOutlined aria-hidden />} pressed={selected} onClick={show} />
			<Modal
				open={open}
				title={label}
				okText={selected ? '确定' : '插入'}
				cancelText="取消"
				forceRender
				onOk={form.submit}
				onCancel={() => setOpen(false)}
			>
				<Form form={form} layout="vertical" onFinish={apply}>
					{selected ? null : (
						<Form.Item name="file" label="图片文件" rules={[{ required: true, message: '请选择图片文件。' }]}>
							<FilePicker hint="PNG、JPG、GIF、WebP 图片" accept={PICTURE_ENDINGS} />
						</Form.Item>
					)}
					<Form.Item
						name="alt"
						label="图片说明"
						extra="写明图上的内容，供看不到图片的读者和读屏软件使用；只作装饰的可以留空。"
					>
						<Input.TextArea maxLength={100} autoSize={{ minRows: 2 }} />
					</Form.Item>
				</Form>
			</Modal>
		</>
	);
}
