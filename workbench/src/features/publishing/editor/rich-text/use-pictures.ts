import type { Editor } from '@tiptap/react';
import { useRef, useState } from 'react';
import { asProblem, upload } from '../../../../api/index.ts';
import { refusalOf } from '../../../../ui/index.ts';
import { type Attachment, filePath } from '../../api.ts';
import { fileOfData, PICTURE_ENDINGS } from './picture-file.ts';

export interface Pictures {
	/** Pictures on their way to the server. */
	waiting: number;
	/** Why a picture was not taken, one sentence each. */
	faults: readonly string[];
	/** Sends files and puts them where the cursor is. */
	insert: (editor: Editor, files: readonly File[], alt?: string) => Promise<void>;
	/** Sends pictures that were pasted whole and puts their addresses in their place. */
	settle: (editor: Editor) => Promise<void>;
	say: (fault: string) => void;
	clear: () => void;
}

/** Pictures of a document are files of their own: sent first, then shown from their address. */
export function usePictures(documentId: number): Pictures {
	const [waiting, setWaiting] = useState(0);
	const [faults, setFaults] = useState<readonly string[]>([]);
	const under = useRef(new Set<string>());
	const say = (fault: string) => setFaults((now) => [...now.filter((one) => one !== fault), fault]);
	const send = async (file: File): Promise<string | null> => {
		const refusal = refusalOf(file, { accept: PICTURE_ENDINGS });
		if (refusal) {
			say(refusal);
			return null;
		}
		setWaiting((now) => now + 1);
		try {
			const [stored] = await upload<Attachment[]>(`/api/documents/${documentId}/attachments`, [file]);
			return stored ? filePath(documentId, stored.id) : null;
		} catch (thrown) {
			say(`图片「${file.name}」未能上传：${asProblem(thrown).title}`);
			return null;
		} finally {
			setWaiting((now) => now - 1);
		}
	};
	const insert = async (editor: Editor, files: readonly File[], alt = '') => {
		for (const file of files) {
			const src = await send(file);
			if (src) editor.chain().focus().setImage({ src, alt }).run();
		}
	};
	const settle = async (editor: Editor) => {
		for (const data of embedded(editor)) {
			if (under.current.has(data)) continue;
			under.current.add(data);
			const file = fileOfData(data, under.current.size);
			const src = file && (await send(file));
			under.current.delete(data);
			replace(editor, data, src);
		}
	};
	return { waiting, faults, insert, settle, say, clear: () => setFaults([]) };
}

/** Sources of the pictures that stand in the text as data. */
function embedded(editor: Editor): Set<string> {
	const found = new Set<string>();
	editor.state.doc.descendants((node) => {
		const src: unknown = node.type.name === 'image' ? node.attrs.src : null;
		if (typeof src === 'string' && src.startsWith('data:')) found.add(src);
	});
	return found;
}

/** Gives every copy of a picture its address, or takes it out when the server did not want it. */
function replace(editor: Editor, data: string, src: string | null): void {
	if (editor.isDestroyed) return;
	const { tr, doc } = editor.state;
	doc.descendants((node, position) => {
		if (node.type.name !== 'image' || node.attrs.src !== data) return;
		const at = tr.mapping.map(position);
		if (src) tr.setNodeMarkup(at, undefined, { ...node.attrs, src });
		else tr.delete(at, at + node.nodeSize);
	});
	editor.view.dispatch(tr);
}
