import type { Actor } from '../../kernel/actor.ts';
import { AppError } from '../../kernel/errors.ts';
import { registerKind } from './kinds/index.ts';
import { messages } from './messages.zh.ts';
import type { RegisterKind } from './model.ts';

/**
 * Registers are kept by the office itself: even the county, which sees them all, writes only its own. The system (demo,
 * import of a former system) writes for the office it names.
 * @throws AppError `notFound`: whether another office has such a line is not told.
 */
export function requireKeeper(actor: Actor, officeId: number): void {
	if (actor.kind === 'system') return;
	if (actor.kind !== 'person' || actor.officeId !== officeId) throw new AppError('notFound');
}

/** @throws AppError `notFound` for a register that does not exist. */
export function requireKind(key: string): RegisterKind {
	const kind = registerKind(key);
	if (!kind) throw new AppError('notFound', { message: messages.unknownKind });
	return kind;
}
