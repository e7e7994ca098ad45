import { issue } from '../../../kernel/issue.ts';
import type { StoredFile } from '../../../platform/files.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { type FilePurpose, insertFiles } from '../store/files.ts';
import { carryOut, openCase, refuseIf } from './move.ts';

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
