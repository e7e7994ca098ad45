import { issue } from '../../../kernel/issue.ts';
import type { StoredFile } from '../../../platform/files.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { peopleWithPermission, personName } from '../../offices/index.ts';
import { checkDay } from '../rules/days.ts';
import { type FilePurpose, insertFiles } from '../store/files.ts';
import { insertSearch } from '../store/tasks.ts';
import { carryOut, openCase, refuseIf } from './move.ts';

// Steps that record one fact and need nothing else: each is one row of the table and one event.

/** A draft that will not be handed in. */
export async function discardDraft(tx: Tx, input: { id: number; reason: string }): Promise<void> {
	const { record, move } = await openCase(tx, input.id, 'discardDraft');
	await carryOut(tx, record, move, { data: { reason: input.reason }, entry: `作废草稿：${input.reason}` });
}

/** Takes the case up; whoever does becomes its handler. */
export async function startHandling(tx: Tx, input: { id: number }): Promise<void> {
	const { record, move } = await openCase(tx, input.id, 'startHandling');
	const { actorId } = record.facts;
	const handler = record.application.handlerId ?? actorId;
	await carryOut(tx, record, move, handler === null ? {} : { changes: { handlerId: handler } });
}

/** Hands the case to somebody of the same office who may work on it. */
export async function assignHandler(tx: Tx, input: { id: number; handlerId: number }): Promise<void> {
	const { record, move } = await openCase(tx, input.id, 'assign');
	const able = await peopleWithPermission(tx, record.application.officeId, 'application.handle');
	if (!able.includes(input.handlerId)) {
		refuseIf([issue('assign.person', '该人员不在本机关，或者没有办理申请的权限。', 'handlerId')]);
	}
	const name = await personName(tx, input.handlerId);
	await carryOut(tx, record, move, {
		data: { handlerId: input.handlerId },
		changes: { handlerId: input.handlerId },
		entry: `指定经办人：${name}`,
	});
}

/** 检索记录: who looked where, with which words, when, and what was found. */
export async function recordSearch(
	tx: Tx,
	input: { id: number; searchedOn: string; place: string; keywords: string; result: string },
): Promise<void> {
	const { record, move } = await openCase(tx, input.id, 'recordSearch');
	const { receivedOn } = record.application;
	const limits = { today: tx.today, notBefore: receivedOn, before: '收到申请之日' };
	const wrong = checkDay('searchedOn', '检索日期', input.searchedOn, limits);
	refuseIf(wrong ? [wrong] : []);
	await insertSearch(tx, input.id, input);
	await carryOut(tx, record, move, { on: input.searchedOn, entry: `登记检索记录：${input.place}` });
}

const PURPOSES: Readonly<Record<FilePurpose, string>> = {
	request: '申请材料',
	supplement: '补正材料',
	enclosure: '拟提供的材料',
	material: '办理材料',
	proof: '送达凭证',
};

/** Papers of the case: what came with it, what is to be handed out, proofs. */
export async function addFiles(
	tx: Tx,
	input: { id: number; purpose: FilePurpose; files: readonly (StoredFile & { fileName: string })[] },
): Promise<void> {
	const { record, move } = await openCase(tx, input.id, 'addFile');
	if (input.files.length === 0) refuseIf([issue('files.none', '请选择要上传的文件。', 'files')]);
	await insertFiles(tx, input.id, input.purpose, input.files);
	const entry = `添加${PURPOSES[input.purpose]}${input.files.length}份`;
	await carryOut(tx, record, move, { data: { purpose: input.purpose }, entry });
}

/** 办理记录, such as a telephone call. Read by everyone who may see the case. */
export async function addNote(tx: Tx, input: { id: number; text: string }): Promise<void> {
	const { record, move } = await openCase(tx, input.id, 'addNote');
	await carryOut(tx, record, move, { data: { text: input.text }, entry: `办理记录：${input.text}` });
}

/** 归档 (第四十五条). */
export async function archiveCase(tx: Tx, input: { id: number }): Promise<void> {
	const { record, move } = await openCase(tx, input.id, 'archive');
	await carryOut(tx, record, move, {});
}
