import type { Vault } from '../../../platform/vault/index.ts';
import type { Contact } from '../model.ts';

/** Whose contact it is; bytes moved to another record do not open. */
export type Holder = `concern ${number}` | `comment ${number}` | `proposal ${number}`;

export function isTold({ name, phone, email }: Contact): boolean {
	return [name, phone, email].some((text) => text.trim() !== '');
}

export function sealContact(vault: Vault, holder: Holder, { name, phone, email }: Contact) {
	return vault.seal(Buffer.from(JSON.stringify({ name, phone, email })), holder);
}

/** Opens who wrote. The caller has checked that it may, and keeps that it did. */
export function openContact(vault: Vault, holder: Holder, sealed: ReturnType<Vault['seal']>): Contact {
	return JSON.parse(vault.open(sealed, holder).toString('utf8')) as Contact;
}
