import { AppError } from '../../../kernel/errors.ts';
import type { Reader } from '../../../platform/transaction.ts';
import type { Services } from '../../../services.ts';
import { type Office, officeById } from '../../offices/index.ts';
import {
	type Attachment,
	documentById,
	imagesOf,
	type PublicDocument,
	plainText,
	publicFilesOf,
} from '../../publishing/index.ts';
import { messages } from '../messages.zh.ts';

/** A public document as the sheets and texts of all channels are made of it. */
export interface Material {
	document: PublicDocument;
	office: Office;
	/** Absolute address of its page. */
	url: string;
	/** Its body as plain text. */
	text: string;
	/** Pictures of the body, in their order. */
	pictures: Attachment[];
}

/** Where the portal is, without a slash at the end. */
export function originOf({ config }: Pick<Services, 'config'>): string {
	return config.publicUrl ?? `http://${config.host}:${config.port}`;
}

export function documentUrl(origin: string, documentId: number): string {
	return `${origin}/d/${documentId}`;
}

/** Address of a file of a public document. */
export function fileUrl(
	origin: string,
	documentId: number,
	{ id, fileName }: Pick<Attachment, 'id' | 'fileName'>,
): string {
	return `${origin}/d/${documentId}/files/${id}/${encodeURIComponent(fileName)}`;
}

/** A document that everybody may read; null for any other, whoever asks. */
export async function materialOf(reader: Reader, origin: string, documentId: number): Promise<Material | null> {
	const document = await documentById(reader, documentId);
	const office = document && (await officeById(reader, document.officeId));
	if (!document || !office) return null;
	const files = new Map((await publicFilesOf(reader, document)).map((file) => [file.id, file]));
	const pictures = [...new Set(imagesOf(document.content.body))].flatMap((id) => files.get(id) ?? []);
	const url = documentUrl(origin, documentId);
	return { document, office, url, text: plainText(document.content.body), pictures };
}

/** As `materialOf`. @throws AppError `conflict` for what is not, or no longer, public */
export async function requireMaterial(reader: Reader, origin: string, documentId: number): Promise<Material> {
	const material = await materialOf(reader, origin, documentId);
	if (!material) throw new AppError('conflict', { message: messages.notPublic });
	return material;
}
