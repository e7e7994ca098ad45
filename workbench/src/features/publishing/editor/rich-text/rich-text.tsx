import { Slice } from '@tiptap/pm/model';
import { type Editor, EditorContent, useEditor } from '@tiptap/react';
import { Alert } from 'antd';
import { useEffect, useRef } from 'react';
import { shownBody, storedBody } from '../body.ts';
import { cleanPaste } from '../paste/clean-paste.ts';
import { EXTENSIONS } from './extensions.ts';
import { picturesOf } from './picture-file.ts';
import { Toolbar } from './toolbar.tsx';
import { type Pictures, usePictures } from './use-pictures.ts';

interface RichTextProps {
	documentId: number;
	label: string;
	id?: string;
	/** As it is stored: pictures as `attachment:<id>`. */
	value?: string;
	onChange?: (body: string) => void;
	'aria-describedby'?: string;
}

/** From this many letters on the markup is made when the typing rests: of a whole yearbook it takes a moment. */
const LONG_TEXT = 100_000;
const LONG_TEXT_REST_MS = 700;

/** The body of a document; works as the input of a Form.Item. */
export function RichText({ documentId, label, id, value = '', onChange, ...aria }: RichTextProps) {
	const pictures = usePictures(documentId);
	const editor = useBody({ documentId, label, value, onChange, pictures });
	return (
		<div id={id} className="pub-editor" aria-describedby={aria['aria-describedby']}>
			<Toolbar editor={editor} pictures={pictures} />
			<div aria-live="polite">
				{pictures.waiting > 0 ? <p className="gk-hint pub-inset">正在上传图片…</p> : null}
				{pictures.faults.map((fault) => (
					<Alert key={fault} type="warning" showIcon banner title={fault} closable={{ onClose: pictures.clear }} />
				))}
			</div>
			<EditorContent editor={editor} />
		</div>
	);
}

interface BodyOptions extends Pick<RichTextProps, 'documentId' | 'label' | 'onChange'> {
	value: string;
	pictures: Pictures;
}

function useBody({ documentId, label, value, onChange, pictures }: BodyOptions): Editor {
	/** What the editor holds, as it was last told or told others. */
	const held = useRef(value);
	const latest = useRef({ onChange, pictures });
	latest.current = { onChange, pictures };
	const touched = useRef(false);
	const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
	const tell = (now: Editor) => {
		// Markup of what nobody changed may differ from what was stored: nothing is told before somebody types.
		if (now.isDestroyed || !touched.current) return;
		const body = storedBody(now.getHTML(), documentId);
		if (body === held.current) return;
		held.current = body;
		latest.current.onChange?.(body);
		void latest.current.pictures.settle(now);
	};
	const editor = useEditor({
		extensions: EXTENSIONS,
		content: shownBody(value, documentId),
		editorProps: {
			attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': label, class: 'pub-prose' },
			transformPastedHTML: (html) => {
				const { text, lost } = pasted(html);
				if (lost > 0) latest.current.pictures.say(lostPictures(lost));
				return text;
			},
			transformPasted: wholeParagraphs,
			handlePaste: (_view, event) => takePictures(event.clipboardData),
			handleDrop: (_view, event, _slice, moved) => !moved && takePictures(event.dataTransfer),
		},
		onUpdate: ({ editor: now }) => {
			touched.current = true;
			clearTimeout(timer.current);
			if (now.state.doc.content.size < LONG_TEXT) tell(now);
			else timer.current = setTimeout(() => tell(now), LONG_TEXT_REST_MS);
		},
		onBlur: ({ editor: now }) => {
			clearTimeout(timer.current);
			tell(now);
		},
		onDestroy: () => clearTimeout(timer.current),
	});
	const takePictures = (transfer: DataTransfer | null): boolean => {
		const files = picturesOf(transfer);
		if (files.length > 0) void latest.current.pictures.insert(editor, files);
		return files.length > 0;
	};
	useOutsideText(editor, held, value, documentId);
	return editor;
}

/** Takes over a text that came from outside: a draft that was recovered, or somebody else's that was taken. */
function useOutsideText(editor: Editor, held: { current: string }, value: string, documentId: number): void {
	useEffect(() => {
		if (value === held.current) return;
		held.current = value;
		editor.commands.setContent(shownBody(value, documentId), { emitUpdate: false });
	}, [editor, held, value, documentId]);
}

function pasted(html: string): { text: string; lost: number } {
	// Copied in this editor: clean already, and its marks say how it was cut.
	if (html.includes('data-pm-slice')) return { text: html, lost: 0 };
	// The browser closes what office programs leave open.
	const whole = new DOMParser().parseFromString(html, 'text/html').body.innerHTML;
	const { html: text, lostPictures: lost } = cleanPaste(whole);
	return { text, lost };
}

/** The first pasted paragraph would take the place of the one at the cursor; a title in the middle must stay there. */
function wholeParagraphs(slice: Slice): Slice {
	const { firstChild, lastChild } = slice.content;
	const aligned = [firstChild, lastChild].some((node) => Boolean(node?.attrs.textAlign));
	return aligned ? new Slice(slice.content, 0, 0) : slice;
}

function lostPictures(count: number): string {
	return `有${count}张图片没有随文字粘贴过来，请用「插入图片」补上。`;
}
