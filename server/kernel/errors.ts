import type { Issue } from './issue.ts';

/** Closed list: every way a request can be refused, its HTTP status and what the user is told by default. */
const CODES = {
	/** A form or body was read and its content is not acceptable; carries issues. */
	invalid: { status: 422, message: '提交的内容有误，请按提示修改。' },
	/** Nobody is signed in, or the session has ended. */
	unauthenticated: { status: 401, message: '登录已失效，请重新登录。' },
	/** Signed in, and not entitled. For records of another office use `notFound`: its existence is not told. */
	forbidden: { status: 403, message: '您没有进行此项操作的权限。' },
	notFound: { status: 404, message: '没有找到相应内容。' },
	/** Someone else was first, or the record is no longer in the state the action needs. */
	conflict: { status: 409, message: '内容已被他人更新，请刷新后再操作。' },
	/** Was public, has been withdrawn: the address stays and says so. */
	gone: { status: 410, message: '该信息已撤下。' },
	tooLarge: { status: 413, message: '上传的内容超过允许的大小。' },
	/** The file is not of a kind that is accepted here, whatever its name says. */
	unsupported: { status: 415, message: '不支持这种文件格式。' },
	rateLimited: { status: 429, message: '操作过于频繁，请稍后再试。' },
	/** A defect of ours. Details go to the log only. */
	internal: { status: 500, message: '系统出现错误，请稍后再试；如仍有问题，请联系系统管理员。' },
	/** Starting, stopping, or the database is out of reach. */
	unavailable: { status: 503, message: '系统正在维护，请稍后再试。' },
} as const satisfies Record<string, { status: number; message: string }>;

export type ErrorCode = keyof typeof CODES;
export const ERROR_CODES = Object.keys(CODES) as readonly ErrorCode[];

export interface AppErrorOptions {
	/** Chinese sentence for the user, instead of the default of the code. */
	readonly message?: string;
	readonly issues?: readonly Issue[];
	/** For the log only, never shown. Must hold no personal data. */
	readonly detail?: string;
	readonly cause?: unknown;
}

/**
 * The one error class of the product. `code` and `status` are for programs, `userMessage` and `issues` for people,
 * `message` (code and detail) for the log.
 */
export class AppError extends Error {
	readonly code: ErrorCode;
	readonly status: number;
	readonly userMessage: string;
	readonly issues: readonly Issue[];

	constructor(code: ErrorCode, options: AppErrorOptions = {}) {
		super(options.detail ? `${code}: ${options.detail}` : code, { cause: options.cause });
		this.name = 'AppError';
		this.code = code;
		this.status = CODES[code].status;
		this.issues = options.issues ?? [];
		this.userMessage = options.message ?? this.issues[0]?.message ?? CODES[code].message;
	}
}

/** Anything thrown, as an AppError: what is not ours becomes `internal`, so that nothing of it is shown. */
export function toAppError(thrown: unknown): AppError {
	if (thrown instanceof AppError) return thrown;
	return new AppError('internal', { detail: thrown instanceof Error ? thrown.name : typeof thrown, cause: thrown });
}
