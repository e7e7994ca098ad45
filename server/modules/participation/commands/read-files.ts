import type { FileStore } from '../../../platform/files.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { readFileTexts } from '../../publishing/index.ts';
import { selectShownFiles } from '../store/consultations.ts';

/**
 * Reads what stands in the files of consultations that nobody has read yet: those put in before files were read. Called
 * outside a transaction: reading takes seconds.
 */
export async function readConsultationFiles(reader: Reader, files: FileStore, consultationId?: number): Promise<void> {
	await readFileTexts(reader, files, await selectShownFiles(reader, consultationId));
}
