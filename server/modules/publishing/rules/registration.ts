import type { Issue } from '../../../kernel/issue.ts';
import { say } from '../messages.zh.ts';
import type { Document, DocumentContent } from '../model.ts';
import { documentType } from '../types.ts';

/** 三统一: how a normative document was registered. */
export interface Registration {
	/** `process`: numbered after review and signature; `old`: made before, or elsewhere, and said so with a reason. */
	kind: 'process' | 'old';
	/** The 文号 it has to bear; empty for an old document, which keeps its own. */
	number: string;
	reason: string;
}

/**
 * Why a document cannot go out as 行政规范性文件 (law.md §5.7): it was neither registered, nor said to be old, nor brought in
 * from another site, or it bears another number than the one it was given. Null when it can, or is of another kind.
 */
export function registrationIssue(
	content: Pick<DocumentContent, 'type' | 'documentNumber'>,
	{ source }: Pick<Document, 'source'>,
	registration: Registration | null,
): Issue | null {
	if (!documentType(content.type).normative) return null;
	if (!registration) return source?.startsWith('import:') ? null : say('flow.unregistered', 'documentNumber');
	if (registration.kind === 'old' || registration.number === content.documentNumber) return null;
	return say('flow.otherNumber', 'documentNumber', registration.number);
}
