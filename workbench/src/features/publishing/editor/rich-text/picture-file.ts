/** Pictures that may stand in a text; browsers cannot run any of them. */
export const PICTURE_ENDINGS = ['.png', '.jpg', '.jpeg', '.gif', '.webp'];

const DATA = /^data:image\/(png|jpeg|gif|webp);base64,/;

/** A picture that was pasted as data, as a file to send; null for anything else. `number` names it. */
export function fileOfData(data: string, number: number): File | null {
	const kind = DATA.exec(data)?.[1];
	if (!kind) return null;
	try {
		const letters = atob(data.slice(data.indexOf(',') + 1).replace(/\s/g, ''));
		const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
		return new File([bytes], `粘贴的图片${number}.${kind === 'jpeg' ? 'jpg' : kind}`, { type: `image/${kind}` });
	} catch {
		// Half a picture: what was pasted is no base64.
		return null;
	}
}

/** Picture files of a paste or a drop. Office programs send a picture of the text beside the text: then the text is meant. */
export function picturesOf(transfer: { files: ArrayLike<File>; getData(type: string): string } | null): File[] {
	if (!transfer) return [];
	const text = transfer.getData('text/html').replace(/<[^>]*>|&nbsp;|\s/g, '');
	if (text !== '') return [];
	return Array.from(transfer.files).filter(({ type }) => type.startsWith('image/'));
}
