/** One thing the server found wrong; `field` is the path of the input it belongs to (`items.0.title`). */
export interface Issue {
	field?: string;
	key: string;
	message: string;
}

interface ProblemFacts {
	title: string;
	status: number;
	code: string;
	issues?: readonly Issue[];
	requestId?: string;
}

/**
 * Every refusal the workbench can meet. `title` is one Chinese sentence for people, `code` is for programs.
 * Besides the codes of the server there are `offline` (no answer came) and `cancelled` (the person gave up).
 */
export class ProblemError extends Error {
	readonly title: string;
	readonly status: number;
	readonly code: string;
	readonly issues: readonly Issue[];
	readonly requestId: string | undefined;

	constructor(facts: ProblemFacts) {
		super(facts.title);
		this.name = 'ProblemError';
		this.title = facts.title;
		this.status = facts.status;
		this.code = facts.code;
		this.issues = facts.issues ?? [];
		this.requestId = facts.requestId;
	}
}

export const OFFLINE = '网络连接中断，内容尚未提交。请检查网络后重试。';
const DEFECT = '系统出现错误，请稍后再试；如仍有问题，请联系系统管理员。';

/** The refusal in an answer that is not ok. A body that is no problem document (a proxy's page) becomes a plain sentence. */
export function problemFrom(status: number, body: string): ProblemError {
	const read = parse(body);
	if (read && typeof read.title === 'string') {
		const issues = Array.isArray(read.issues) ? (read.issues as Issue[]) : [];
		const requestId = typeof read.requestId === 'string' ? read.requestId : undefined;
		return new ProblemError({ title: read.title, status, code: String(read.code ?? 'internal'), issues, requestId });
	}
	if (status === 413) return new ProblemError({ title: '上传的内容超过允许的大小。', status, code: 'tooLarge' });
	if (status === 502 || status === 503 || status === 504) {
		return new ProblemError({ title: '系统正在维护，请稍后再试。', status, code: 'unavailable' });
	}
	return new ProblemError({ title: DEFECT, status, code: 'internal' });
}

/** Anything thrown, as a problem that can be shown. Our own defects keep nothing of their English wording. */
export function asProblem(thrown: unknown): ProblemError {
	if (thrown instanceof ProblemError) return thrown;
	// fetch rejects with a TypeError when no answer came.
	if (thrown instanceof TypeError && /fetch|network|load failed/i.test(thrown.message)) {
		return new ProblemError({ title: OFFLINE, status: 0, code: 'offline' });
	}
	return new ProblemError({ title: DEFECT, status: 0, code: 'internal' });
}

/** True when asking again may help: no answer, or the server is starting or busy. */
export function isTransient(thrown: unknown): boolean {
	const { code, status } = asProblem(thrown);
	return code === 'offline' || code === 'unavailable' || status === 429;
}

function parse(body: string): Record<string, unknown> | null {
	try {
		const read: unknown = JSON.parse(body);
		return typeof read === 'object' && read !== null ? (read as Record<string, unknown>) : null;
	} catch {
		return null;
	}
}
