import type { FileStore } from '../../../platform/files.ts';
import type { Vault } from '../../../platform/vault/index.ts';
import type { Services } from '../../../services.ts';

/** What the commands of this module need beside the transaction. */
export interface CaseServices {
	readonly vault: Vault;
	readonly files: FileStore;
	/** Largest file, bytes. */
	readonly maxUpload: number;
	/** Folder of the office's own fonts for pdf. */
	readonly fontDir: string | undefined;
	/** LibreOffice of this machine, where there is one. */
	readonly soffice: string | undefined;
}

const known = new WeakMap<Services, CaseServices>();

/** Opened once a process, at first use: an empty county need not have keys before its first application. */
export function caseServices(services: Services): CaseServices {
	let found = known.get(services);
	if (!found) {
		const { config, files } = services;
		found = {
			vault: services.vault(),
			files,
			maxUpload: config.maxUpload,
			fontDir: config.fontDir,
			soffice: config.soffice,
		};
		known.set(services, found);
	}
	return found;
}
