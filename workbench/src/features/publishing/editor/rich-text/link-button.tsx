import { LinkOutlined } from '@ant-design/icons';
import { type Editor, useEditorState } from '@tiptap/react';
import { Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { linkAddress } from './link-address.ts';
import { ToolButton } from './tool-button.tsx';

/** Makes a link of what is selected, changes the one at the cursor, or takes it away. */
export function LinkButton({ editor }: { editor: Editor }) {
	const [open, setOpen] = useState(false);
	const [form] = Form.useForm<{ href: string; text: string }>();
	const on = useEditorState({ editor, selector: ({ editor: now }) => now.isActive('link') });
	const show = () => {
		if (editor.isActive('link')) editor.commands.extendMarkRange('link');
		const { from, to } = editor.state.selection;
		const href: unknown = editor.getAttributes('link').href;
		form.setFieldsValue({
			href: typeof href === 'string' ? href : '',
			text: editor.state.doc.textBetween(from, to, ' '),
		});
		setOpen(true);
	};
	const apply = ({ href, text }: { href: string; text: string }) => {
		const address = linkAddress(href);
		if (address === null) return;
		setOpen(false);
		const chain = editor.chain().focus();
		if (address === '') chain.unsetLink().run();
		else if (editor.state.selection.empty) chain.insertContent(linked(text.trim() || address, address)).run();
		else chain.setLink({ href: address }).run();
	};
	return (
		<>
			<ToolButton label="链接" icon={<LinkOutlined aria-hidden />} pressed={on} onClick={show} />
			<Modal
				open={open}
				title="链接"
				okText="确定"
				cancelText="取消"
				forceRender
				onOk={form.submit}
				onCancel={() => setOpen(false)}
			>
				<Form form={form} layout="vertical" onFinish={apply}>
					<Form.Item
						name="href"
						label="网址"
						extra="留空则取消链接"
						rules={[
							{
								validator: async (_rule, value: string | undefined) => {
									if (linkAddress(value ?? '') === null)
										throw new Error('请填写完整的网址，如 https://www.example.gov.cn。');
								},
							},
						]}
					>
						<Input maxLength={500} placeholder="https://" />
					</Form.Item>
					<Form.Item name="text" label="显示文字" extra="已选中文字时不作改动">
						<Input maxLength={200} />
					</Form.Item>
				</Form>
			</Modal>
		</>
	);
}

function linked(text: string, href: string) {
	return { type: 'text', text, marks: [{ type: 'link', attrs: { href } }] };
}
