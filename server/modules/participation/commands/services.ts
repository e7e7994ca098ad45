import { openVault, type Vault } from '../../../platform/vault/index.ts';
import type { Services } from '../../../services.ts';

const vaults = new WeakMap<Services, Vault>();

/** Opened once a process, at first use. */
export function vaultOfServices(services: Services): Vault {
	const known = vaults.get(services) ?? openVault(services.config.dataDir);
	vaults.set(services, known);
	return known;
}
