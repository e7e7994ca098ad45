import { createHash } from 'node:crypto';
import type { DocumentContent } from '../model.ts';
import { plainText } from './body.ts';

/** What a snapshot keeps beside its content: the words, for search and checks, and a hash that shows it unchanged. */
export function revisionText(content: DocumentContent): { plain: string; hash: string } {
	const plain = [content.title, content.summary, plainText(content.body)].filter(Boolean).join('\n');
	const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex');
	return { plain, hash };
}
