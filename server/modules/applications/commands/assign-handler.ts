import { issue } from '../../../kernel/issue.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { peopleWithPermission, personName } from '../../offices/index.ts';
import { carryOut, openCase, refuseIf } from './move.ts';

/** Hands the case to somebody of the same office who may work on it, and who then signs for it (see `sign-for.ts`). */
export async function assignHandler(tx: Tx, input: { id: number; handlerId: number }): Promise<void> {
	const { record, move } = await openCase(tx, input.id, 'assign');
	const able = await peopleWithPermission(tx, record.application.officeId, 'application.handle');
	if (!able.includes(input.handlerId)) {
		refuseIf([issue('assign.person', '该人员不在本机关，或者没有办理申请的权限。', 'handlerId')]);
	}
	const name = await personName(tx, input.handlerId);
	await carryOut(tx, record, move, {
		data: { handlerId: input.handlerId, from: record.application.handlerId },
		changes: { handlerId: input.handlerId },
		entry: `指定经办人：${name}`,
	});
}
