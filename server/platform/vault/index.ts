/** What tells who somebody is, sealed at rest with a key outside the database; and codes that open a case to whoever holds one. */
export { keyIds, keyPath, rotateKey } from './key-file.ts';
export * from './query-code.ts';
export { openVault, type Sealed, type Vault, vaultOf } from './vault.ts';
