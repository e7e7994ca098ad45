import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { AppError, toAppError } from '../kernel/errors.ts';
import type { Issue } from '../kernel/issue.ts';

/** Body of every refusal (RFC 9457): a sentence for people, a code and issues for programs. */
export interface Problem {
	type: string;
	title: string;
	status: number;
	code: string;
	issues: readonly Issue[];
	requestId: string;
}

/** Anything thrown on the way to an answer, as our error. */
export function asAppError(error: unknown): AppError {
	if (error instanceof AppError) return error;
	if (hasZodFastifySchemaValidationErrors(error)) return new AppError('invalid', { issues: schemaIssues(error) });
	// The rate limiter's error has a status and no code.
	const { code, statusCode } = (error ?? {}) as Partial<FastifyError>;
	const known = code || statusCode ? fromFramework(error as FastifyError) : null;
	return known ?? fromDatabase(error) ?? toAppError(error);
}

function schemaIssues(error: FastifyError & { validation?: { instancePath: string; message?: string }[] }): Issue[] {
	return (error.validation ?? []).map(({ instancePath, message }) => ({
		key: 'schema',
		field: instancePath.replace(/^\//, '').replaceAll('/', '.'),
		message: message ?? '格式不正确',
	}));
}

function fromFramework(error: FastifyError): AppError | null {
	switch (error.code) {
		case 'FST_ERR_CTP_BODY_TOO_LARGE':
		case 'FST_REQ_FILE_TOO_LARGE':
		case 'FST_FILES_LIMIT':
		case 'FST_FIELDS_LIMIT':
			return new AppError('tooLarge');
		case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
			return new AppError('unsupported');
		case 'FST_ERR_CTP_INVALID_JSON_BODY':
		case 'FST_ERR_CTP_EMPTY_JSON_BODY':
			return new AppError('invalid', { message: '提交的内容不是有效的 JSON' });
		default:
			if (error.statusCode === 429) return new AppError('rateLimited');
			return error.statusCode && error.statusCode < 500 ? new AppError('invalid', { cause: error }) : null;
	}
}

/** Two people at once: serialisation failures, deadlocks and unique keys are conflicts, a lost database is unavailability. */
function fromDatabase(error: unknown): AppError | null {
	const code = (error as { code?: string } | null)?.code ?? '';
	if (code === '23505' || code === '40001' || code === '40P01' || code === '55P03')
		return new AppError('conflict', { cause: error });
	// Class 22: what no schema can forbid everywhere, such as a NUL character or a number too large for its column.
	if (/^22/.test(code))
		return new AppError('invalid', { message: '内容中含有无法保存的字符或数值，请检查后重新提交。', cause: error });
	// Something was named by its number that is not there, or no longer.
	if (code === '23503')
		return new AppError('invalid', { message: '所选的内容不存在，请刷新页面后重新选择。', cause: error });
	if (/^(08|57P)/.test(code) || code === 'ECONNREFUSED') return new AppError('unavailable', { cause: error });
	return null;
}

export function sendProblem(request: FastifyRequest, reply: FastifyReply, error: AppError): FastifyReply {
	const body: Problem = {
		type: 'about:blank',
		title: error.userMessage,
		status: error.status,
		code: error.code,
		issues: error.issues,
		requestId: request.id,
	};
	return reply.code(error.status).type('application/problem+json').send(JSON.stringify(body));
}
